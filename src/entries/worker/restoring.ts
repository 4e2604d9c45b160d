import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { RestoreStart } from "../../domain/restore-outcome";
import type { QueryContext } from "../../query/context";
import type { ComparedForms } from "../../restore/compare/compared-forms";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { RestorePlan } from "../../restore/plan/restore-plan";
import type { RestoreReportLine } from "../../restore/report/report-line";
import { type KeptRestore, type RestoreAsked, type RestoreRun, runRestore } from "../../restore/run-restore";
import { mayStamp } from "../../restore/write/may-stamp";
import type { RestoreLine } from "../../restore/write/restore-journal";
import type { RestoringProgress } from "../../screens/restore/restore-desk";
import type { RestoredMessages } from "../../screens/text/restored/language";
import { describeProgress } from "../../screens/text/run/outcome-report";
import { openPrivateRestore } from "../../workspace/private-restores";
import { holdRun } from "../../workspace/run-lock";
import { planText } from "../wiring/plan-text";
import type { RestoreAccess } from "../wiring/restoring";
import { archivedBlob } from "./archived-blob";
import type { KeptInBrowser } from "./kept-restore";
import { reportInto } from "./restore-report";
import type { RestoreVisit } from "./restore-visit";
import { secureInBrowser } from "./safety-in-browser";

/** A restore of which everything is decided. */
export interface RestoreInHand {
  start: RestoreAsked;
  archived: ArchivedTarget;
  forms: ComparedForms;
  choices: RestoreChoices;
  plan: RestorePlan;
  asking?: QueryContext;
  /** What an attempt that was broken off had kept. */
  earlier?: KeptRestore;
}

interface RestoringHost {
  visit: RestoreVisit;
  messages: RestoredMessages;
  access: RestoreAccess;
  report: (progress: RestoringProgress) => void;
  handOver: (name: string, file: File) => void;
}

/** What came of it, and the lines of its report. */
export type RestoredInBrowser =
  Exclude<Awaited<ReturnType<typeof runRestore>>, RestoreRun> | { run: RestoreRun; lines: RestoreReportLine[] };

/** Restores in a browser's Worker, with its journal in the private file system. Rejects as `runRestore` does. */
export async function restoreInBrowser(inHand: RestoreInHand, host: RestoringHost): Promise<RestoredInBrowser> {
  const { start, archived, forms, choices, plan, asking, earlier } = inHand;
  const { visit, messages, access, report, handOver } = host;
  const release = await holdRun(start.restoreId);
  const kept = await openPrivateRestore<RestoreLine>(start.restoreId);
  const lines: RestoreReportLine[] = [];
  const { appId, operator, pluginVersion, baseUrl } = visit;
  const about = { choices, matching: forms.matching };
  try {
    const run = await runRestore(
      start,
      { archived, app: start.app, forms, choices, plan, ...(earlier && { earlier }) },
      {
        ...access,
        ...{ journal: kept, report, openReport: async () => reportInto(lines) },
        blobOf: archivedBlob,
        keep: (made) =>
          kept.keep({ ...made, ...about, appId, operatorCode: operator.code, pluginVersion } satisfies KeptInBrowser),
        planText: (made) => planText(start, { ...about, baseUrl, ...(asking && { asking }) }, made),
        secureApp: secure,
      },
    ).catch(async (thrown: unknown) => {
      // Nothing was written, and no record says otherwise.
      if (!earlier) await kept.clear();
      throw thrown;
    });
    if ("refused" in run) {
      await kept.clear();
      return run;
    }
    if (run.historyRecordId !== undefined) await kept.clear();
    return { run, lines };
  } finally {
    release();
  }

  async function secure(made: RestorePlan): Promise<RestoreStart["safetyBackup"]> {
    const { facts } = archived;
    return secureInBrowser(
      visit,
      {
        ...{ app: start.app, plan: made, form: forms.present, excludedFields: facts.options.excludedFields },
        manages: await mayStamp(access.source, start.app),
      },
      {
        ...{ signal: access.signal, handOver },
        report: (progress) =>
          report({ phase: "securing", requests: access.requests(), detail: describeProgress(messages, progress) }),
      },
    );
  }
}
