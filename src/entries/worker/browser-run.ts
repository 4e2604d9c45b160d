import type { JournalLine } from "../../backup/journal/entries";
import { type OpenArchive, openArchive } from "../../archive/reading/open-archive";
import { runBackup } from "../../backup/run";
import type { ReportRunProgress } from "../../backup/run-progress";
import { downloadAlone } from "../../destinations/browser-download";
import { BackupError } from "../../domain/errors";
import { isWorthSaving, type RunOutcome } from "../../domain/outcome";
import type { CopyAnswer } from "../../kintone/reading/record-answer";
import { messagesFor } from "../../screens/text/run/language";
import { DEFAULT_SETTINGS } from "../../settings/settings";
import {
  type Keeper,
  type KeptVolume,
  forgetKeptArchives,
  keepArchive,
  keptArchive,
} from "../../workspace/kept-archive";
import { createLazyJournal, createLazyWorkspace } from "../../workspace/lazy";
import type { PrivateFile } from "../../workspace/private-file";
import { canKeepJournal } from "../../workspace/private-journal";
import { sweepPrivateRuns } from "../../workspace/private-runs";
import { createPrivateWorkspace } from "../../workspace/private-workspace";
import { keepUnsaved, type UnsavedArchive } from "../../workspace/unsaved-archive";
import { runOptions } from "../wiring/run-options";
import { createRunParts } from "../wiring/run-parts";
import { useBrowserPlatform } from "./browser-platform";
import { resumable } from "./resumable-run";
import type { BrowserRunRequest } from "./run-request";
import { openSession } from "./session-of-visit";

/** Who watches the run. */
export interface BrowserRunHost {
  report: ReportRunProgress;
  /**
   * A volume is ready: a file of the private file system, to be handed to the browser as a download of that name. Rejects
   * when it could not be.
   */
  handOver: (name: string, file: File) => Promise<void>;
  /** Where records are copied; on the thread of the run when absent. */
  copyAnswer?: CopyAnswer;
  /** Aborted with `cancelledByUser()`. */
  signal: AbortSignal;
}

/** One run in a browser, in a Worker or on a page alike. Rejects only as `runBackup` does. */
export async function runInBrowser(request: BrowserRunRequest, host: BrowserRunHost): Promise<RunOutcome> {
  const { runId, startedAt, operator, pluginVersion, appId } = request;
  const settings = "settings" in request.settings ? request.settings.settings : DEFAULT_SETTINGS;
  await useBrowserPlatform();
  const { end, ...signedIn } = openSession(request);
  const parts = createRunParts({
    ...{ ...signedIn, settings },
    messages: messagesFor(request.language),
    pluginVersion,
    ...{ report: host.report, signal: host.signal },
    ...(host.copyAnswer && { copyAnswer: host.copyAnswer }),
  });
  // What another run left and cannot be removed takes room, but is no reason not to back up.
  await sweepPrivateRuns(new Date()).catch(() => undefined);
  const keeper = { appId, operatorCode: operator.code };
  const previous = settings.incremental ? await previousInBrowser(keeper) : undefined;
  const handedOver: KeptVolume[] = [];
  const workspace = createLazyWorkspace(() => createPrivateWorkspace(runId));
  const openJournal = async () => (await workspace.made()).openJournal<JournalLine>(resumable(request));
  const outcome = await runBackup(
    { runId, startedAt, operator, trigger: "button" },
    runOptions(settings, request.choices),
    {
      ...parts,
      targets: "settings" in request.settings ? parts.targets : { ...parts.targets, enabled: refuseSettings },
      workspace,
      ...(canKeepJournal() && { journal: createLazyJournal(openJournal, request.resumes ?? false) }),
      ...(previous && { previous }),
      places: downloadAlone(async (name, stored) => {
        await host.handOver(name, (stored as PrivateFile).file);
        handedOver.push({ name, file: stored.name });
      }),
    },
  ).finally(end);
  if (isWorthSaving(outcome) && handedOver.length > 0) {
    if (settings.incremental) await keepArchive(runId, keeper, handedOver).catch(onlyForLater);
    // Without it the zips are here for as long as the dialog is open; and the history says what is not known.
    await keepUnsaved(unsavedArchive(outcome, handedOver, keeper)).catch(onlyForLater);
  }
  if (!settings.incremental) await forgetKeptArchives(appId).catch(onlyForLater);
  return outcome;
}

/** What cannot be kept for later is no problem of this run. */
const onlyForLater = () => undefined;

/** What is kept of a finished run whose volumes are in this browser. */
export function unsavedArchive(
  { runId, startedAt, volumes }: RunOutcome,
  handedOver: readonly KeptVolume[],
  keeper: Keeper,
): UnsavedArchive {
  const files = new Map(handedOver.map(({ name, file }) => [name, file]));
  return {
    ...{ runId, ...keeper, startedAt: startedAt.toISOString() },
    volumes: volumes.map((volume) => ({ ...volume, file: files.get(volume.name) ?? volume.name })),
  };
}

/** What cannot be opened is read afresh. */
async function previousInBrowser(keeper: Keeper): Promise<OpenArchive | undefined> {
  const volumes = await keptArchive(keeper).catch(() => undefined);
  return volumes && openArchive(volumes);
}

async function refuseSettings(): Promise<never> {
  throw new BackupError("SETTINGS_UNREADABLE", "The plugin's settings cannot be read");
}
