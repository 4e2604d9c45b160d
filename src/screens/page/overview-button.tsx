import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PageMessages } from "../text/page/messages";

const ID = "kbm-overview-button";

interface OverviewButtonOptions {
  messages: PageMessages;
  /** Draws the overview; resolves to what takes it away again, and to nothing when it could not be drawn. */
  draw: (place: HTMLElement) => Promise<(() => void) | undefined>;
}

/**
 * Puts a button into the menu that opens the overview above the list, and closes it; once, as `mountRunButton` does.
 *
 * @param space above the list, which is there for plugins
 */
export function mountOverviewButton(menu: HTMLElement, space: HTMLElement, options: OverviewButtonOptions): void {
  if (document.getElementById(ID)) return;
  const place = document.createElement("div");
  place.id = ID;
  place.lang = options.messages.locale;
  menu.append(place);
  render(<OverviewButton space={space} {...options} />, place);
}

function OverviewButton({ space, messages: { page }, draw }: OverviewButtonOptions & { space: HTMLElement }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const place = document.createElement("div");
    space.append(place);
    const drawn = draw(place);
    void drawn.then((clear) => clear ?? setOpen(false));
    return () => {
      place.remove();
      void drawn.then((clear) => clear?.());
    };
  }, [open]);
  return (
    <button type="button" class="kbm-button" aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? page.closeOverview : page.openOverview}
    </button>
  );
}
