import { render } from "preact";
import { useState } from "preact/hooks";
import type { PageMessages } from "../text/page/messages";
import { Button } from "../ui/button";

/** What can be broken off in this browser, by the place that tells of it. */
type BrokenOff = "kbm-interrupted" | "kbm-broken-restore" | "kbm-broken-rebuild";

interface BrokenOffNoticeOptions {
  messages: PageMessages;
  words: { title: string; resume: string; discard: string; discardQuestion: string; notDiscarded?: string };
  explanation: string;
  onResume: () => void | Promise<unknown>;
  /** When it rejects, the notice stays, and tells `notDiscarded`. */
  onDiscard: () => Promise<unknown>;
}

/** Says above the list that something was broken off and can go on, once: `app.record.index.show` fires again at paging and sorting. */
export function mountBrokenOffNotice(space: HTMLElement, id: BrokenOff, options: BrokenOffNoticeOptions): void {
  removeBrokenOffNotice(id);
  const place = document.createElement("div");
  place.id = id;
  place.lang = options.messages.locale;
  space.append(place);
  render(<BrokenOffNotice {...options} onLeave={() => removeBrokenOffNotice(id)} />, place);
}

export function removeBrokenOffNotice(id: BrokenOff): void {
  const place = document.getElementById(id);
  if (!place) return;
  render(null, place);
  place.remove();
}

function BrokenOffNotice(options: BrokenOffNoticeOptions & { onLeave: () => void }) {
  const { messages, words, explanation, onResume, onDiscard, onLeave } = options;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const resume = () => {
    onLeave();
    void onResume();
  };
  const ask = async () => {
    setBusy(true);
    const answer = await kintone.showConfirmDialog({
      title: words.discard,
      body: words.discardQuestion,
      okButtonText: words.discard,
      showCancelButton: true,
      cancelButtonText: messages.page.cancel,
    });
    if (answer === "OK") await onDiscard().then(onLeave, () => setFailed(true));
    setBusy(false);
  };
  return (
    <section class="kbm-notice kbm-notice-warning kbm-interrupted" aria-label={words.title}>
      <p>
        <strong>{words.title}</strong> {explanation}
      </p>
      <div class="kbm-buttons">
        <Button main text={words.resume} disabled={busy} onClick={resume} />
        <Button text={words.discard} disabled={busy} onClick={ask} />
      </div>
      {failed && <p role="alert">{words.notDiscarded}</p>}
    </section>
  );
}
