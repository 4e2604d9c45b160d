import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PageMessages } from "../text/page/messages";

interface VerifyPlaceOptions {
  messages: PageMessages;
  /** Draws what is folded; resolves to what takes it away again, and to nothing when it could not be drawn. */
  draw: (place: HTMLElement) => Promise<(() => void) | undefined>;
}

const ID = "kbm-verify";

/** Puts "Check zip files" into the space, in the place of that of another record: the page changes records without a load. */
export function mountVerifyPlace(space: HTMLElement, options: VerifyPlaceOptions): void {
  const former = document.getElementById(ID);
  if (former) {
    render(null, former);
    former.remove();
  }
  const place = document.createElement("div");
  place.id = ID;
  place.lang = options.messages.locale;
  space.append(place);
  render(<VerifyPlace {...options} />, place);
}

/** Folded, as most who come to a run's record come to read it; what is in it is drawn when it is opened for the first time. */
function VerifyPlace({ messages: { page }, draw }: VerifyPlaceOptions) {
  const details = useRef<HTMLDetailsElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const drawn = useRef<Promise<(() => void) | undefined> | undefined>(undefined);
  // Nobody waits for a check any more when the page shows another record.
  useEffect(
    () => () => {
      void drawn.current?.then((clear) => clear?.());
    },
    [],
  );
  const open = async () => {
    if (!details.current?.open || drawn.current || !content.current) return;
    drawn.current = draw(content.current);
    const clear = await drawn.current;
    if (clear) return;
    drawn.current = undefined;
    if (details.current) details.current.open = false;
  };
  return (
    <details ref={details} onToggle={open}>
      <summary>{page.verify}</summary>
      <div ref={content} />
    </details>
  );
}
