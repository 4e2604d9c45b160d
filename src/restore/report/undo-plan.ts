import type { RestoreOutcome } from "../../domain/restore-outcome";
import { BY_ID } from "../compare/matching";
import type { PlanFile } from "../plan/plan-file";
import { NOTHING_DECIDED, type RestoreChoices } from "../plan/restore-choices";
import type { RestoreReportLine } from "./report-line";

type Undone = Pick<RestoreOutcome, "app" | "safetyBackup">;

/**
 * The way back from a restore, as a plan for the backup that was made before it: what was added is deleted, what was deleted is added, what was put back gets what
 * it had. No record is touched that the restore did not touch. `undefined` where there is no such backup, or nothing was done.
 *
 * @param lines its report
 */
export function undoPlan(
  { app, safetyBackup }: Undone,
  lines: Iterable<RestoreReportLine>,
  baseUrl: string,
): PlanFile | undefined {
  const choices = undoChoices(lines);
  if (!safetyBackup || !choices) return undefined;
  const { runId, archiveDigest: digest } = safetyBackup;
  const archive = { runId, digest };
  return { archive, archivedApp: app.appId, app: { ...app, baseUrl }, matching: BY_ID, choices };
}

function undoChoices(lines: Iterable<RestoreReportLine>): RestoreChoices | undefined {
  const [added, putBack, removed]: [string[], string[], string[]] = [[], [], []];
  for (const line of lines) {
    if (line.kind !== "record") continue;
    // By the ids in the app, which are those that the backup knows.
    if (line.outcome === "added") added.push(line.newId);
    if (line.outcome === "put-back") putBack.push(line.presentId);
    if (line.outcome === "removed") removed.push(line.id);
  }
  const ids = [...added, ...putBack, ...removed];
  if (ids.length === 0) return undefined;
  return {
    ...NOTHING_DECIDED,
    ...{ addMissing: removed.length > 0, putBack: putBack.length > 0, selection: { ids } },
    ...(added.length > 0 && { remove: "surplus-and-newer" }),
  };
}
