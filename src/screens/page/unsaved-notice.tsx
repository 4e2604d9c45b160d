import { render } from "preact";
import { useState } from "preact/hooks";
import type { PageMessages } from "../text/page/messages";
import { Button } from "../ui/button";

interface UnsavedRun {
  startedAt: Date;
  files: number;
  /** When the copies in this browser go. */
  until: Date;
  onOpen: () => void | Promise<void>;
  onDiscard: () => Promise<void>;
}

const ID = "kbm-unsaved";

/**
 * Says above the list that zips in this browser are not known to be saved, for each run, in the place of what it said before:
 * `app.record.index.show` fires again at paging and sorting.
 */
export function showUnsavedNotice(space: HTMLElement, messages: PageMessages, runs: readonly UnsavedRun[]): void {
  removeUnsavedNotice();
  if (runs.length === 0) return;
  const place = document.createElement("div");
  place.id = ID;
  place.lang = messages.locale;
  space.append(place);
  render(
    <>
      {runs.map((run) => (
        <UnsavedNotice key={run.startedAt.getTime()} {...run} messages={messages} />
      ))}
    </>,
    place,
  );
}

export function removeUnsavedNotice(): void {
  const place = document.getElementById(ID);
  if (!place) return;
  render(null, place);
  place.remove();
}

function UnsavedNotice({
  startedAt,
  files,
  until,
  onOpen,
  onDiscard,
  messages: { page, quantities },
}: UnsavedRun & { messages: PageMessages }) {
  const [busy, setBusy] = useState(false);
  const { unsaved } = page;
  const moment = (date: Date) => quantities.moment(date) ?? "";
  const doing = (work: () => void | Promise<void>) => async () => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const ask = async () => {
    const answer = await kintone.showConfirmDialog({
      title: unsaved.discard,
      body: unsaved.discardQuestion,
      okButtonText: unsaved.discard,
      showCancelButton: true,
      cancelButtonText: page.cancel,
    });
    if (answer === "OK") await onDiscard();
  };
  return (
    <section class="kbm-notice kbm-notice-warning kbm-interrupted" aria-label={unsaved.title}>
      <p>
        <strong>{unsaved.title}</strong> {unsaved.explanation(moment(startedAt), files, moment(until))}
      </p>
      <div class="kbm-buttons">
        <Button main text={unsaved.open} disabled={busy} onClick={doing(onOpen)} />
        <Button text={unsaved.discard} disabled={busy} onClick={doing(ask)} />
      </div>
    </section>
  );
}
