import type { Status } from "../../domain/status";
import type { PageMessages } from "../text/page/messages";

/** Drawn in a square of 16; a shape of its own for each status, as colour alone tells nothing to those who see none. */
const SHAPES: Record<Status, string> = {
  running: "M8 1.5a6.5 6.5 0 1 1-6.5 6.5M8 4.5v3.5l2.5 1.5",
  success: "M2.5 8.5l3.5 3.5l7.5-8",
  partial: "M8 1.8l6.7 12.2H1.3zM8 6.2v3.6M8 11.6v.6",
  failed: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  cancelled: "M8 1.5a6.5 6.5 0 1 1-.01 0zM3.4 12.6l9.2-9.2",
  interrupted: "M5.5 3v10M10.5 3v10",
};

/** A status as shape, word and colour. */
export function StatusBadge({
  status,
  messages,
}: {
  status: Status;
  messages: Pick<PageMessages, "locale" | "status">;
}) {
  return (
    <span class={`kbm-status kbm-status-${status}`} lang={messages.locale}>
      <svg class="kbm-status-shape" viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[status]} />
      </svg>
      {messages.status[status]}
    </span>
  );
}

export function isStatus(word: string): word is Status {
  return Object.hasOwn(SHAPES, word);
}
