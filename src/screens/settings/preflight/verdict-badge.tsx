/** How something stands. */
export type Sign = "fine" | "attention" | "bad" | "unknown" | "by-hand";

/** Drawn in a square of 16; a shape of its own for each, as colour alone tells nothing to those who see none. */
const SHAPES: Record<Sign, string> = {
  fine: "M2.5 8.5l3.5 3.5l7.5-8",
  attention: "M8 1.8l6.7 12.2H1.3zM8 6.2v3.6M8 11.6v.6",
  bad: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  unknown: "M5 5.8a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1-1.4 2M8 13v.6",
  "by-hand": "M1 8s2.6-4.5 7-4.5s7 4.5 7 4.5s-2.6 4.5-7 4.5s-7-4.5-7-4.5zM8 6.5a1.5 1.5 0 1 1-.01 0z",
};

/** A verdict as shape, word and colour. */
export function VerdictBadge({ sign, word }: { sign: Sign; word: string }) {
  return (
    <span class={`kbm-verdict kbm-verdict-${sign}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[sign]} />
      </svg>
      {word}
    </span>
  );
}
