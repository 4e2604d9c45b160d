import type { Saved } from "../../domain/saved";
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

/** What is known of the zips has shapes of its own: it is another question than how the run ended. */
const SAVED_SHAPES: Record<Saved, string> = {
  saved: "M8 1.5v7M4.8 5.6l3.2 3.2l3.2-3.2M2 10.5v3.8h12v-3.8",
  unconfirmed: "M5.4 5.6a2.6 2.6 0 1 1 3.8 2.3c-.8.5-1.2 1-1.2 2M8 13v.6",
};
const SAVED_LOOKS: Record<Saved, Status> = { saved: "success", unconfirmed: "partial" };

interface BadgeProps {
  look: Status;
  shape: string;
  locale: string;
  word: string;
}

function Badge({ look, shape, locale, word }: BadgeProps) {
  return (
    <span class={`kbm-status kbm-status-${look}`} lang={locale}>
      <svg class="kbm-status-shape" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shape} />
      </svg>
      {word}
    </span>
  );
}

/** A status as shape, word and colour. */
export function StatusBadge({
  status,
  messages,
}: {
  status: Status;
  messages: Pick<PageMessages, "locale" | "status">;
}) {
  return <Badge look={status} shape={SHAPES[status]} locale={messages.locale} word={messages.status[status]} />;
}

/** Whether zips are known to be saved, likewise. */
export function SavedBadge({ saved, messages }: { saved: Saved; messages: Pick<PageMessages, "locale" | "saved"> }) {
  const { locale, saved: words } = messages;
  return <Badge look={SAVED_LOOKS[saved]} shape={SAVED_SHAPES[saved]} locale={locale} word={words[saved]} />;
}

export function isStatus(word: string): word is Status {
  return Object.hasOwn(SHAPES, word);
}

export function isSaved(word: string): word is Saved {
  return Object.hasOwn(SAVED_SHAPES, word);
}
