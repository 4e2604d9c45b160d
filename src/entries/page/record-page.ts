import type { AppRecord } from "../../domain/record-store";
import { sectionsToHide } from "../../screens/page/record-sections";
import { archivedRunId } from "../../history/runs/returned-run";
import { mountRestoreButton, removeRestoreButton } from "../../screens/page/restore-button";
import { mountFoldedPlace, removeFoldedPlace } from "../../screens/page/folded-place";
import { mountSavingPlace, removeSavingPlace } from "../../screens/page/saving-place";
import { pageMessagesFor } from "../../screens/text/page/language";
import type { PageMessages } from "../../screens/text/page/messages";
import type { FindParts } from "./meeting";
import type { RestorePart } from "./parts";
import { showInWords } from "./shown-fields";
import { withParts } from "./with-parts";

const PAGES = ["app.record.detail.show", "app.record.create.show", "app.record.edit.show"] as const;

/** The plugin on the page of one record of the backup-management app. */
export function watchRecordPage(pluginId: string, findParts: FindParts): void {
  kintone.events.on([...PAGES], (event) => {
    const text = (code: string) => String(event.record[code]?.value ?? "");
    // kintone.app.record.setFieldShown takes groups and tables too (cybozu.dev, "show-or-hide-a-field").
    for (const code of sectionsToHide(text("record_type"))) kintone.app.record.setFieldShown(code, false);
    if (event.type === "app.record.detail.show") {
      const messages = pageMessagesFor(kintone.getLoginUser().language);
      const cellOf = (code: string) => {
        const cell = kintone.app.record.getFieldElement(code);
        return cell && [cell];
      };
      showInWords([event.record], cellOf, messages);
      offerToShow(event.record, messages, findParts);
      offerAcceptance(event.record, messages, findParts);
      offerVerification(event.record, messages, findParts);
      const restoring = (begin: (part: RestorePart) => Promise<void>) =>
        withParts(findParts, messages, async ({ restore }) => begin(await restore()));
      removeRestoreButton();
      offerRestore(event.record, messages, (runId) => restoring((part) => part.open(pluginId, runId)));
      offerUndo(event.record, messages, () => restoring((part) => part.undo(pluginId, event.record)));
    }
    return event;
  });
}

/** On the record of a run whose zips are not known to be saved, whoever has them can show them. */
function offerToShow(record: AppRecord, messages: PageMessages, findParts: FindParts): void {
  removeSavingPlace();
  const space = kintone.app.record.getHeaderMenuSpaceElement();
  const isAsked = record.run_saved?.value === "unconfirmed" && record.run_volumes && record.run_archive_digest;
  const isWorthIt = record.run_status?.value === "success" || record.run_status?.value === "partial";
  if (!space || !isAsked || !isWorthIt) return;
  const place = mountSavingPlace(space, messages);
  void withParts(findParts, messages, async ({ saving }) => (await saving()).draw(place, record));
}

/** Whoever reads that something is missing every time may read what can be done about it. Nothing is asked before it is opened. */
function offerAcceptance(record: AppRecord, messages: PageMessages, findParts: FindParts): void {
  const id = "kbm-lasting-gaps";
  removeFoldedPlace(id);
  const space = kintone.app.record.getHeaderMenuSpaceElement();
  const hasEnded = record.record_type?.value === "run" && record.run_status?.value !== "running";
  const tellsOfGaps = (record.run_results?.value ?? []).some(({ value }) => value.result_gaps?.value);
  if (!space || !hasEnded || !tellsOfGaps) return;
  mountFoldedPlace(space, {
    ...{ id, lang: messages.locale, summary: messages.page.lastingGaps },
    draw: (place) => withParts(findParts, messages, async ({ acceptance }) => (await acceptance()).draw(place, record)),
  });
}

/** Whoever may read the record may check zip files against it. Offered for runs that have ended. */
function offerVerification(record: AppRecord, messages: PageMessages, findParts: FindParts): void {
  const id = "kbm-verify";
  removeFoldedPlace(id);
  // The element above a record's fields (cybozu.dev, "get-record-header-menu-space-element").
  const space = kintone.app.record.getHeaderMenuSpaceElement();
  const hasEnded = record.record_type?.value === "run" && record.run_status?.value !== "running";
  const tellsOfArchive = record.run_id && record.run_volumes && record.run_archive_digest;
  if (!space || !hasEnded || !tellsOfArchive) return;
  mountFoldedPlace(space, {
    ...{ id, lang: messages.locale, summary: messages.page.verify },
    draw: (place) =>
      withParts(findParts, messages, async ({ verification }) => (await verification()).draw(place, record)),
  });
}

/** Whoever looks at a run can put something back from its archive. */
function offerRestore(
  record: AppRecord,
  messages: PageMessages,
  open: (runId: string) => Promise<void | undefined>,
): void {
  const space = kintone.app.record.getHeaderMenuSpaceElement();
  const runId = String(record.run_id?.value ?? "");
  if (!space || record.record_type?.value !== "run" || runId === "" || !record.run_archive_digest?.value) return;
  mountRestoreButton(space, { messages, onPress: () => open(archivedRunId(runId)) });
}

/** Whoever looks at a restore that secured the app, and tells what it wrote, can take it back. */
function offerUndo(record: AppRecord, messages: PageMessages, undo: () => Promise<void | undefined>): void {
  const space = kintone.app.record.getHeaderMenuSpaceElement();
  const isSecured = Boolean(record.restore_safety_run_id?.value) && (record.restore_report?.value ?? []).length > 0;
  if (!space || record.record_type?.value !== "restore" || !isSecured) return;
  mountRestoreButton(space, { messages, text: messages.page.undoRestore, onPress: undo });
}
