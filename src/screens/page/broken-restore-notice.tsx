import { render } from "preact";
import { useState } from "preact/hooks";
import type { PageMessages } from "../text/page/messages";
import { Button } from "../ui/button";

interface BrokenRestoreNoticeOptions {
  messages: PageMessages;
  /** Of the app that was restored into. */
  appName: string;
  startedAt: Date;
  onResume: () => void | Promise<unknown>;
  /** Rejects when the history could not be told: then it stays as it is. */
  onDiscard: () => Promise<unknown>;
}

const ID = "kbm-broken-restore";

/** Says above the list that a restore was broken off, once: `app.record.index.show` fires again at paging and sorting. */
export function mountBrokenRestoreNotice(space: HTMLElement, options: BrokenRestoreNoticeOptions): void {
  removeBrokenRestoreNotice();
  const place = document.createElement("div");
  place.id = ID;
  place.lang = options.messages.locale;
  space.append(place);
  render(<BrokenRestoreNotice {...options} />, place);
}

export function removeBrokenRestoreNotice(): void {
  const place = document.getElementById(ID);
  if (!place) return;
  render(null, place);
  place.remove();
}

function BrokenRestoreNotice(options: BrokenRestoreNoticeOptions) {
  const { messages, appName, startedAt, onResume, onDiscard } = options;
  const { page, quantities } = messages;
  const { brokenRestore } = page;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const resume = () => {
    removeBrokenRestoreNotice();
    void onResume();
  };
  const ask = async () => {
    setBusy(true);
    const answer = await kintone.showConfirmDialog({
      title: brokenRestore.discard,
      body: brokenRestore.discardQuestion,
      okButtonText: brokenRestore.discard,
      showCancelButton: true,
      cancelButtonText: page.cancel,
    });
    if (answer === "OK") await onDiscard().then(removeBrokenRestoreNotice, () => setFailed(true));
    setBusy(false);
  };
  return (
    <section class="kbm-notice kbm-notice-warning kbm-interrupted" aria-label={brokenRestore.title}>
      <p>
        <strong>{brokenRestore.title}</strong> {brokenRestore.explanation(appName, quantities.moment(startedAt) ?? "")}
      </p>
      <div class="kbm-buttons">
        <Button main text={brokenRestore.resume} disabled={busy} onClick={resume} />
        <Button text={brokenRestore.discard} disabled={busy} onClick={ask} />
      </div>
      {failed && <p role="alert">{brokenRestore.notDiscarded}</p>}
    </section>
  );
}
