import { type BackupError, toBackupError } from "../../domain/errors";
import { rebuildApps } from "../../restore/apps/rebuild-apps";
import type { RebuildLine } from "../../restore/apps/rebuild-journal";
import { recollect } from "../../restore/apps/recollection";
import type { SetReportLine } from "../../restore/apps/records/set-report-line";
import { isRefusal } from "../../restore/apps/steps/taking";
import type { RebuildingProgress, ToldRebuild } from "../../screens/rebuild/rebuild-desk";
import type { RebuildPageMessages } from "../../screens/text/rebuild/page/language";
import type { PrivateKept } from "../../workspace/private-kept";
import { openPrivateRebuild } from "../../workspace/private-rebuilds";
import { holdRun } from "../../workspace/run-lock";
import { entryBlob } from "../wiring/entry-blob";
import { markOfRebuild } from "../wiring/rebuilding/mark-of-rebuild";
import type { PlannedApps } from "../wiring/rebuilding/planned-apps";
import { recordsOfApps } from "../wiring/rebuilding/records-of-apps";
import type { RestoreAccess } from "../wiring/restoring";
import type { KeptRebuild } from "./kept-rebuild";
import { rebuildReports } from "./rebuild-reports";
import type { RestoreVisit } from "./restore-visit";
import { setWorldInBrowser } from "./set-world-in-browser";
import { recordsFileName, toldRebuild, toldStopped } from "./told-rebuild";
import { type ToldRecords, toldRecords } from "./told-records";

interface RebuildingHost {
  visit: RestoreVisit;
  messages: RebuildPageMessages;
  access: RestoreAccess;
  archive: { createdAt: Date; isTold: boolean };
  report: (progress: RebuildingProgress) => void;
}

/**
 * Makes apps anew in a browser's Worker, with its journal in the private file system. Rejects when nothing was begun; else it tells what came of it,
 * and as long as that is not its end, another attempt can go on.
 */
export async function rebuildInBrowser(
  about: KeptRebuild,
  { apps, choices, replacedInRecords: replaced }: PlannedApps,
  host: RebuildingHost,
): Promise<ToldRebuild> {
  const { visit, messages, access, archive } = host;
  const { rebuildId, asked } = about;
  const { withoutRecords, status, comments } = asked.wish;
  const reports = rebuildReports(messages, { withoutRecords, requests: access.requests }, host.report);
  const release = await holdRun(rebuildId);
  const kept = await openPrivateRebuild<RebuildLine>(rebuildId).catch((thrown: unknown) => {
    release();
    throw thrown;
  });
  const lines: SetReportLine[] = [];
  const records = recordsOfApps(
    {
      asked: {
        ...{ trigger: "button", operator: visit.operator, reason: asked.reason },
        archive: { ...asked.archive, ...archive },
      },
      ...{ status, comments, timeZone: visit.settings.timeZone, replaced },
    },
    () => setWorldInBrowser(access, { kept, lines, baseUrl: visit.baseUrl, report: reports.ofRecords }),
  );
  const toldNow = () => toldRecords(messages, records, { lines, reportName: recordsFileName(rebuildId) });
  try {
    await kept.keep(about);
    const rebuilt = await rebuildApps(
      { rebuildId: markOfRebuild(rebuildId), apps, choices },
      {
        ...access,
        ...{ journal: kept, blobOf: entryBlob, report: reports.ofApps },
        async records(made) {
          if (withoutRecords) return { isAsArchived: true };
          const end = await records.put(made);
          await remember(kept, toldNow());
          return end;
        },
      },
    );
    const told = toldRebuild(messages, about, rebuilt, await remembered(kept));
    await kept.clear();
    return told;
  } catch (thrown) {
    return await stopped(toBackupError(thrown));
  } finally {
    kept.close();
    release();
  }

  async function stopped(error: BackupError): Promise<ToldRebuild> {
    const { made, unanswered } = await recollect(kept);
    // kintone made no app, and says so: there is nothing to go on with.
    const isNothing = made.size === 0 && (unanswered === undefined || isRefusal(error));
    if (isNothing) await kept.clear();
    const names = new Map(apps.map(({ archived, name }) => [archived.facts.folder, name]));
    const there = [...made].map(([folder, app]) => ({ app, name: names.get(folder) ?? folder }));
    const told = toldStopped(messages, rebuildId, error, { made: there, records: toldNow() });
    return isNothing ? { ...told, verdict: "nothing", stopped: told.stopped.slice(0, 1) } : told;
  }
}

/** By itself: what is written anew must not be what says which apps there are. */
const TOLD = "told";

async function remember(kept: Pick<PrivateKept<never>, "within">, records: ToldRecords | undefined): Promise<void> {
  const told = await kept.within(TOLD);
  await told.keep(records).finally(told.close);
}

async function remembered(kept: Pick<PrivateKept<never>, "within">): Promise<ToldRecords | undefined> {
  const told = await kept.within(TOLD);
  return (told.about() as Promise<ToldRecords | undefined>).finally(told.close);
}
