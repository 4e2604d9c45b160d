import { type BackupError, toBackupError } from "../../domain/errors";
import type { RestoreOutcome } from "../../domain/restore-outcome";
import type { ExplainedFinding } from "../compare/comparison";
import type { RestorePlan } from "../plan/restore-plan";
import type { Deviation } from "../verify/restore-verdict";
import type { RecordResult } from "../write/record-result";
import { deviationLine, explainedLine, restoredLine, type RestoreReportLine, resultLine } from "./report-line";

/** Where the lines of a report go while a restore goes on. */
export interface RestoreReport {
  tell(line: RestoreReportLine): Promise<void>;
  /** All that was told, as JSON lines, one text behind the other. */
  texts(): Iterable<string>;
}

/** The report on a plan: a line for every record of it, and whatever is otherwise in the end. Never rejects: what is written does not become less for it. */
export function createPlanReport(plan: RestorePlan, report: RestoreReport) {
  const fields = new Map(plan.putBack.map((change) => [change.id, change.fields]));
  const reached = new Set<string>();
  let failure: BackupError | undefined;
  const tell = async (line: RestoreReportLine): Promise<void> => {
    if (failure) return;
    await report.tell(line).catch((thrown: unknown) => (failure = toBackupError(thrown)));
  };
  return {
    async result(result: RecordResult): Promise<void> {
      reached.add(result.id);
      await tell(resultLine(result, fields.get(result.id)));
    },
    explained: (finding: ExplainedFinding): Promise<void> => tell(explainedLine(finding)),
    /** Resolves to why the report is not whole. */
    async end(outcome: RestoreOutcome, deviations: readonly Deviation[]): Promise<BackupError | undefined> {
      for (const deviation of deviations) await tell(deviationLine(deviation));
      const planned = [...plan.add, ...plan.putBack.map(({ id }) => id), ...plan.remove.map(({ id }) => id)];
      for (const id of planned) if (!reached.has(id)) await tell({ kind: "not-reached", id });
      await tell(restoredLine(outcome));
      return failure;
    },
    texts: () => report.texts(),
  };
}
