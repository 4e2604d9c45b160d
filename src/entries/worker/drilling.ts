import type { ArchivedTarget, OpenArchive } from "../../archive/reading/open-archive";
import { jsonLine } from "../../archive/records/json-lines";
import { BackupError, endsTheRun } from "../../domain/errors";
import { drillableForm } from "../../restore/drill/drillable-form";
import { type ForeseenDrill, foreseenDrill } from "../../restore/drill/foreseen-drill";
import { type DrillRun, runDrill } from "../../restore/drill/run-drill";
import type { DrillingProgress, DrillOrdered, ToldDrill } from "../../screens/drill/drill-desk";
import { describeDrill } from "../../screens/text/drill/drill-report";
import type { DrillingMessages } from "../../screens/text/drilling/language";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { drilledApp, drillStart } from "../wiring/drill-start";
import type { RestoreAccess } from "../wiring/restoring";
import { archivedBlob } from "./archived-blob";
import type { RestoreVisit } from "./restore-visit";

interface DrillHost {
  visit: RestoreVisit;
  messages: DrillingMessages;
  access: RestoreAccess;
}

/** What a drill of one app would do; nothing where it cannot be drilled. */
export async function foreseenInBrowser(
  archived: ArchivedTarget,
  scope: DrillOrdered["scope"],
  { visit, messages, access }: DrillHost,
): Promise<ForeseenDrill | undefined> {
  const form = await drillableForm(archived);
  if (!form) return undefined;
  const order = { archived, form, scope, target: drilledApp(archived), operatorCode: visit.operator.code };
  return foreseenDrill(order, { ...access, words: messages.drill.scratch });
}

/** Drills one app of the archive in a browser's Worker. Rejects as `runDrill` does. */
export async function drillInBrowser(
  { archive, archived }: { archive: OpenArchive; archived: ArchivedTarget },
  { folder, appName: _told, ...ordered }: DrillOrdered,
  { visit, messages, access, report }: DrillHost & { report: (progress: DrillingProgress) => void },
): Promise<ToldDrill> {
  const form = await drillableForm(archived);
  if (!form) throw new BackupError("UNEXPECTED", `${folder} cannot be drilled`);
  const about = { archive, archived, operator: visit.operator, trigger: "button", startedAt: new Date() } as const;
  const start = await drillStart({ ...ordered, ...about }, access.drills);
  const before = access.requests();
  const run = await runDrill(
    { start, archived, form },
    {
      ...{ ...access, blobOf: archivedBlob, words: messages.drill.scratch },
      report: (progress) => report({ records: undefined, ...progress, requests: access.requests() - before }),
    },
  );
  return toldDrill(messages, run);
}

/** As a page shows it: in words, as errors do not cross from a Worker. */
function toldDrill(messages: DrillingMessages, run: DrillRun): ToldDrill {
  const { outcome, lines, historyRecordId, unrecorded } = run;
  const { drillId, verdict, counts, scratch, stopped, target } = outcome;
  const { guestSpaceId } = target;
  return {
    ...{ drillId, verdict, counts, described: describeDrill(messages, run) },
    report: new Blob(lines.map(jsonLine), { type: "application/jsonl" }),
    ...(scratch && { scratch: { ...scratch, ...(guestSpaceId && { guestSpaceId }) } }),
    ...(stopped && { stopped: describeProblem(messages, { error: stopped.with({ restores: true }) }) }),
    ...(stopped && endsTheRun(stopped) && { endsAll: true }),
    ...(historyRecordId !== undefined && { historyRecordId }),
    ...(unrecorded && { unrecorded: describeProblem(messages, { error: unrecorded }) }),
  };
}
