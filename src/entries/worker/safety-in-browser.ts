import type { ReportRunProgress } from "../../backup/run-progress";
import { downloadAlone } from "../../destinations/browser-download";
import type { RunOutcome } from "../../domain/outcome";
import type { RestoreStart } from "../../domain/restore-outcome";
import { messagesFor } from "../../screens/text/run/language";
import type { KeptVolume } from "../../workspace/kept-archive";
import { createLazyWorkspace } from "../../workspace/lazy";
import type { PrivateFile } from "../../workspace/private-file";
import { createPrivateWorkspace } from "../../workspace/private-workspace";
import { keepUnsaved } from "../../workspace/unsaved-archive";
import { runIdBeforeRestore, runOptions } from "../wiring/run-options";
import { createRunParts } from "../wiring/run-parts";
import { backUpBeforeRestore, type SecuredApp } from "../wiring/safety-backup";
import { unsavedArchive } from "./browser-run";
import type { RestoreVisit } from "./restore-visit";
import { openSession } from "./session-of-visit";

interface SafetyHost {
  signal: AbortSignal;
  report: ReportRunProgress;
  /** A volume is ready, to be handed to the browser as a download. */
  handOver: (name: string, file: File) => void;
}

/**
 * The backup of an app before it is changed: its zips are the browser's downloads, and stay here, as those of any run, until they are known to be
 * saved. Rejects as `backUpBeforeRestore` does.
 */
export async function secureInBrowser(
  visit: RestoreVisit,
  secured: SecuredApp,
  { signal, report, handOver }: SafetyHost,
): Promise<NonNullable<RestoreStart["safetyBackup"]>> {
  const { operator, settings, language, pluginVersion } = visit;
  const startedAt = new Date();
  const runId = runIdBeforeRestore(startedAt);
  const { end, ...signedIn } = openSession(visit);
  const around = { settings, messages: messagesFor(language), pluginVersion, signal, report };
  const parts = createRunParts({ ...signedIn, ...around });
  const handedOver: KeptVolume[] = [];
  let ended: RunOutcome | undefined;
  try {
    return await backUpBeforeRestore(
      { runId, startedAt, operator },
      // Whoever restores has been told what it takes, and people see by the name what the zip is.
      runOptions({ ...settings, filePrefix: `${settings.filePrefix}-before-restore` }, { overBudget: "go-on" }),
      secured,
      {
        ...parts,
        history: {
          ...parts.history,
          finish(outcome, log) {
            ended = outcome;
            return parts.history.finish(outcome, log);
          },
        },
        workspace: createLazyWorkspace(() => createPrivateWorkspace(runId)),
        places: downloadAlone(async (name, stored) => {
          handOver(name, (stored as PrivateFile).file);
          handedOver.push({ name, file: stored.name });
        }),
      },
    );
  } finally {
    end();
    const keeper = { appId: visit.appId, operatorCode: operator.code };
    // Without it, the zips are here for as long as the dialog is open.
    if (ended && handedOver.length > 0) {
      await keepUnsaved(unsavedArchive(ended, handedOver, keeper)).catch(() => undefined);
    }
  }
}
