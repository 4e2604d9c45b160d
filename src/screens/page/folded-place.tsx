import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface FoldedPlaceOptions {
  id: string;
  lang: string;
  /** What it is about: all that is seen of it at first. */
  summary: string;
  /** Draws what is folded; resolves to what takes it away again, and to nothing when it could not be drawn. */
  draw: (place: HTMLElement) => Promise<(() => void) | undefined>;
}

/** Puts something folded into the space, in the place of that of another record: the page changes records without a load. */
export function mountFoldedPlace(space: HTMLElement, options: FoldedPlaceOptions): void {
  removeFoldedPlace(options.id);
  const place = document.createElement("div");
  place.id = options.id;
  place.lang = options.lang;
  space.append(place);
  render(<FoldedPlace {...options} />, place);
}

export function removeFoldedPlace(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  render(null, place);
  place.remove();
}

/** Folded, as most who come to a run's record come to read it; what is in it is drawn when it is opened for the first time. */
function FoldedPlace({ summary, draw }: FoldedPlaceOptions) {
  const details = useRef<HTMLDetailsElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const drawn = useRef<Promise<(() => void) | undefined> | undefined>(undefined);
  // Nobody waits for what was begun in it any more when the page shows another record.
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
      <summary>{summary}</summary>
      <div ref={content} />
    </details>
  );
}
