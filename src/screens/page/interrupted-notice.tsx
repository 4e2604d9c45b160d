import { render } from "preact";
import { useState } from "preact/hooks";
import type { PageMessages } from "../text/page/messages";
import { Button } from "../ui/button";

interface InterruptedNoticeOptions {
  messages: PageMessages;
  startedAt: Date;
  onResume: () => void | Promise<void>;
  /** Rejects when the history could not be told; the files are gone all the same. */
  onDiscard: () => Promise<void>;
}

const ID = "kbm-interrupted";

/**
 * Says above the list that a run was broken off and can go on, once: `app.record.index.show` fires again at paging and sorting.
 */
export function mountInterruptedNotice(space: HTMLElement, options: InterruptedNoticeOptions): void {
  removeInterruptedNotice();
  const place = document.createElement("div");
  place.id = ID;
  place.lang = options.messages.locale;
  space.append(place);
  render(<InterruptedNotice {...options} />, place);
}

export function removeInterruptedNotice(): void {
  const place = document.getElementById(ID);
  if (!place) return;
  render(null, place);
  place.remove();
}

function InterruptedNotice({
  messages: { page, quantities },
  startedAt,
  onResume,
  onDiscard,
}: InterruptedNoticeOptions) {
  const [busy, setBusy] = useState(false);
  const { interrupted } = page;
  const resume = () => {
    removeInterruptedNotice();
    void onResume();
  };
  const ask = async () => {
    setBusy(true);
    const answer = await kintone.showConfirmDialog({
      title: interrupted.discard,
      body: interrupted.discardQuestion,
      okButtonText: interrupted.discard,
      showCancelButton: true,
      cancelButtonText: page.cancel,
    });
    if (answer === "OK") {
      await onDiscard();
      removeInterruptedNotice();
    }
    setBusy(false);
  };
  const discard = () => {
    void ask();
  };
  return (
    <section class="kbm-notice kbm-notice-warning kbm-interrupted" aria-label={interrupted.title}>
      <p>
        <strong>{interrupted.title}</strong> {interrupted.explanation(quantities.moment(startedAt) ?? "")}
      </p>
      <div class="kbm-buttons">
        <Button main text={interrupted.resume} disabled={busy} onClick={resume} />
        <Button text={interrupted.discard} disabled={busy} onClick={discard} />
      </div>
    </section>
  );
}
