import type { Page } from "../page";

interface PagerProps {
  page: Page;
  offset: number;
  size: number;
  total: number;
  onOffset(offset: number): void;
}

/** `1 - 20 (130)` with the ways to the pages before and after. */
export function Pager({ page: { text }, offset, size, total, onOffset }: PagerProps) {
  const last = Math.min(offset + size, total);
  return (
    <div class="lk-pager">
      <span>
        {total === 0 ? 0 : offset + 1} - {last} ({total.toLocaleString("en")})
      </span>
      <button
        type="button"
        aria-label={text.previous}
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - size))}
      >
        ‹
      </button>
      <button type="button" aria-label={text.next} disabled={last >= total} onClick={() => onOffset(offset + size)}>
        ›
      </button>
    </div>
  );
}
