import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OverviewMessages } from "../../text/history/language";
import { mountOverview, type OverviewScreenOptions } from "./overview-screen";

const ID = "kbm-overview-button";

interface OverviewButtonOptions extends Omit<OverviewScreenOptions, "takesFocus"> {
  messages: OverviewMessages;
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
  render(<OverviewButton space={space} options={options} />, place);
}

function OverviewButton({ space, options }: { space: HTMLElement; options: OverviewButtonOptions }) {
  const [open, setOpen] = useState(false);
  const { history } = options.messages;
  useEffect(() => {
    if (!open) return;
    const drawn = document.createElement("div");
    space.append(drawn);
    const unmount = mountOverview(drawn, { ...options, takesFocus: true });
    return () => {
      unmount();
      drawn.remove();
    };
  }, [open]);
  return (
    <button type="button" class="kbm-button" aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? history.hide : history.button}
    </button>
  );
}
