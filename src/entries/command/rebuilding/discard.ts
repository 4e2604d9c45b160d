import path from "node:path";
import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { AppRef } from "../../../domain/target";
import { lostApp } from "../../../restore/apps/making/lost-app";
import { hasMark } from "../../../restore/apps/making/mark";
import { recollect } from "../../../restore/apps/recollection";
import type { RestorePass } from "../../../restore/apps/records/set-journal";
import { discardRestore } from "../../../restore/discard-restore";
import { planText } from "../../wiring/plan-text";
import type { RestoreAccess } from "../../wiring/restoring";
import { openAccess } from "../restoring/open-access";
import { createReportFile } from "../restoring/report-file";
import { createRestoreFolder, unfinishedRestores } from "../restoring/restore-folder";
import type { RebuildCall } from "./rebuild-call";
import { createRebuildFolder, type RebuildAbout } from "./rebuild-folder";
import { namedRebuild } from "./unfinished";

/**
 * Gives up what was broken off: the history is told of the restores within it, and people which apps it made, also one of which it never heard. Nobody but people
 * can delete them. Rejects when the history cannot be told: then it can be tried again.
 */
export async function discardRebuild(about: RebuildAbout, call: RebuildCall): Promise<Done> {
  const { file, messages } = call;
  const access = openAccess(call);
  const folder = createRebuildFolder(file.folder, about.rebuildId);
  await discardRestoresWithin(folder.path, file.folder, access);
  const { made, unanswered } = await recollect(folder.journal);
  const unheard = unanswered && (await unheardApp(unanswered, about, access));
  await folder.clear();
  const apps = [...made.values(), ...(unheard ? [unheard] : [])];
  const ids = apps.map(({ appId, guestSpaceId }) => messages.run.appId(appId, guestSpaceId));
  return { code: RESTORE_EXIT.notAsPlanned, report: `${messages.next.discarded(namedRebuild(about), ids)}\n` };
}

/** What it had written stays, and its record gets an end. */
async function discardRestoresWithin(hidden: string, reports: string, access: RestoreAccess): Promise<void> {
  for (const { about } of await unfinishedRestores(hidden)) {
    const { restoreId, archive } = about.start;
    const pass: RestorePass = about.choices.putBack ? "keys" : "records";
    const kept = createRestoreFolder(hidden, `${pass}-${archive.appId}`);
    await discardRestore(about, {
      ...access,
      journal: kept.journal,
      planText: (plan) => planText(about.start, about, plan),
      openReport: () => createReportFile(path.join(reports, `${restoreId}.report.jsonl`)),
    });
    await kept.clear();
  }
}

/** The app whose making was not answered, where kintone had made it. */
function unheardApp(
  { mark, after }: { mark: string; after: string },
  { asked: { place = {} } }: RebuildAbout,
  { workshop }: RestoreAccess,
): Promise<AppRef | undefined> {
  return lostApp({ after, isIts: (name) => hasMark(name, mark) }, place, workshop);
}
