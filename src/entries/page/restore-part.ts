import { offerDownload } from "../../destinations/browser-download";
import { BackupError, toBackupError } from "../../domain/errors";
import { interruptRun } from "../../history/lock/take-over";
import { recordOfArchive } from "../../history/runs/record-of-archive";
import type { AppRef } from "../../domain/target";
import { appOfPage, sessionOfPage } from "../../kintone/pages/page-access";
import { appUrlOf, recordUrlIn } from "../../kintone/pages/record-url";
import { appsLike } from "../../kintone/reading/domain-apps";
import { wrongPlan } from "../../restore/plan/plan-file";
import { parsePlanFile } from "../../restore/plan/read-plan-file";
import { NOTHING_DECIDED } from "../../restore/plan/restore-choices";
import { decided } from "../../restore/preflight/way";
import { openRestoreDialog } from "../../screens/restore/restore-dialog";
import type { DecidedRestore } from "../../screens/restore/decided-restore";
import type { BrokenRestore } from "../../screens/restore/restore-desk";
import { drillingMessagesFor } from "../../screens/text/drilling/language";
import { restoringMessagesFor } from "../../screens/text/restoring/language";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { fromPluginConfig } from "../../settings/plugin-config";
import { DEFAULT_SETTINGS } from "../../settings/settings";
import type { RestoreVisit } from "../worker/restore-visit";
import { drillingOnPage } from "./drilling-on-page";
import { findBrokenRestore } from "./broken-restore";
import { discardBrokenRestore } from "./discard-restore";
import type { RestorePart } from "./parts";
import { findRestorePlace } from "./restore-in-worker";
import { storeOfPage } from "./store-of-page";
import { toldArchive } from "./told-archive";
import { undoneRestore } from "./undone-restore";
import { visitOfPage } from "./visit-of-page";

/** Lets people compare an archive with kintone, and put something back from it. */
export function createRestorePart(script: string): RestorePart {
  return {
    open: (pluginId, runId) => openDialog(script, visitOf(pluginId), runId === undefined ? {} : { runId }),
    async undo(pluginId, record) {
      const visit = visitOf(pluginId);
      const messages = restoringMessagesFor(visit.language);
      const undone = await undoneRestore(storeOfPage(), record, messages).catch(toBackupError);
      if (undone && !(undone instanceof BackupError)) return openDialog(script, visit, { decided: undone });
      const why = undone ? describeProblem(messages, { error: undone }) : messages.restoring.outcome.nothingToUndo;
      await tellPeople(messages.page.undoRestore, why);
    },
    async goOn(pluginId, restoreId) {
      // Maybe it went on, or was discarded, in another tab.
      const broken = await findBrokenRestore();
      if (broken?.start.restoreId === restoreId) await openDialog(script, visitOf(pluginId), { broken });
    },
    async discard(restoreId) {
      const broken = await findBrokenRestore();
      if (broken?.start.restoreId !== restoreId) return;
      const { maybeWritten } = await discardBrokenRestore(broken);
      if (maybeWritten.length === 0) return;
      const { page, restored } = restoringMessagesFor(visitOfPage().language);
      await tellPeople(page.brokenRestore.discard, restored.maybeWritten(maybeWritten));
    },
    interruptDrill: (drillId) => interruptRun(storeOfPage(), drillId),
  };
}

/** Resolves when they have read it. */
async function tellPeople(title: string, body: string): Promise<void> {
  await kintone.showConfirmDialog({ title, body, showOkButton: true, showCancelButton: false });
}

async function openDialog(
  script: string,
  visit: RestoreVisit,
  about: { runId?: string; broken?: BrokenRestore; decided?: DecidedRestore },
): Promise<void> {
  const { work, leave } = await findRestorePlace(script, visit);
  const drilling = drillingOnPage(visit, work);
  let isListOutdated = false;
  const changing = <Told>(told: Told): Told => {
    isListOutdated = true;
    return told;
  };
  try {
    const canRestore = await work.keepsJournals({});
    await openRestoreDialog({
      messages: drillingMessagesFor(visit.language),
      ...about,
      desk: {
        ...{ ...work, toldOf, findApps, canRestore, decided, nothingDecided: NOTHING_DECIDED, management: appOfPage() },
        restore: (asked, watcher) => work.restore(asked, watcher).then(changing),
        goOn: (asked, watcher) => work.goOn(asked, watcher).then(changing),
        ...drilling,
        drill: (asked, watcher) => drilling.drill(asked, watcher).then(changing),
        ...{ readPlan: parsePlanFile, wrongPlan, baseUrl: visit.baseUrl },
        ...{ urlOf: recordUrlIn, appUrl: appUrlOf, save: offerDownload, handOver: offerDownload },
      },
    });
  } finally {
    leave();
  }
  if (isListOutdated) location.reload();
}

async function findApps(text: string, { guestSpaceId }: AppRef) {
  const found = await appsLike(sessionOfPage(), text, { guestSpaceId });
  return found.map(({ appId, name }) => ({ app: { appId, ...(guestSpaceId && { guestSpaceId }) }, name }));
}

async function toldOf(runId: string) {
  const record = await recordOfArchive(storeOfPage(), runId);
  return record && toldArchive(record);
}

function visitOf(pluginId: string): RestoreVisit {
  const stored = fromPluginConfig(kintone.plugin.app.getConfig(pluginId));
  const settings = "settings" in stored ? stored.settings : DEFAULT_SETTINGS;
  return { ...visitOfPage(), settings };
}
