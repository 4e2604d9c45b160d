import type { BackupError } from "../../domain/errors";
import type { RecordOutcome, RestoreVerdict } from "../../domain/restore-outcome";
import type { RecordFinding } from "../compare/comparison";
import type { RestorePlan } from "../plan/restore-plan";
import type { RecordResult } from "../write/record-result";

/** A record that was written, and that kintone does not have as it was planned. */
export interface Deviation {
  /** The archive's. */
  id: string;
  finding: RecordFinding;
  /** Somebody changed or deleted it after it was written. */
  byOthers: boolean;
}

const AS_WISHED: ReadonlySet<RecordOutcome> = new Set(["added", "put-back", "removed"]);

export interface Judgement {
  verdict: RestoreVerdict;
  deviations: Deviation[];
  /** Records of the plan that nobody got to. */
  notReached: number;
}

/**
 * Compares what was planned, what was written and what a comparison found afterwards. Every record of the plan is either as planned, in the
 * results with a reason, among the deviations, or not reached.
 */
export function createJudging(plan: RestorePlan, results: ReadonlyMap<string, RecordResult>) {
  const changes = new Map(plan.putBack.map((change) => [change.id, change]));
  const deviations: Deviation[] = [];
  let isExplained = false;

  /** Fields that the plan left as they are may be others, and those whose files the archive lacks. */
  function isAsPlanned(finding: RecordFinding, result: RecordResult): boolean {
    if (finding.kind !== "differs") return finding.kind === "explained";
    const without = "withoutFiles" in result ? (result.withoutFiles ?? {}) : {};
    return finding.fields.every(
      ({ field, role }) => role !== "written" || Object.hasOwn(without, field) || isLeft(finding.id, field),
    );
  }

  function isLeft(id: string, field: string): boolean {
    const change = changes.get(id);
    return change !== undefined && !change.fields.includes(field);
  }

  const doomed = new Set(plan.remove.map(({ id }) => id));

  return {
    /** Of the comparison that follows the writing; findings of records that were not written say nothing of it. */
    found(finding: RecordFinding): void {
      const result = results.get(finding.id);
      if (result?.outcome === "removed" && doomed.has(finding.id)) {
        deviations.push({ id: finding.id, finding, byOthers: false });
      }
      if (result?.outcome !== "added" && result?.outcome !== "put-back") return;
      if (isAsPlanned(finding, result)) {
        isExplained ||= !("fields" in finding) || finding.fields.some(({ field }) => !isLeft(finding.id, field));
        return;
      }
      const byOthers =
        finding.kind === "missing" || ("present" in finding && finding.present.revision !== result.revision);
      deviations.push({ id: finding.id, finding, byOthers });
    },
    judgement(stopped: BackupError | undefined): Judgement {
      const planned = [...plan.add, ...[...plan.putBack, ...plan.remove].map(({ id }) => id)];
      const notReached = planned.filter((id) => !results.has(id)).length;
      const isOtherwise = [...results.values()].some(
        (result) => !AS_WISHED.has(result.outcome) || "withoutFiles" in result,
      );
      const verdict = ((): RestoreVerdict => {
        if (stopped) return "stopped";
        if (notReached > 0 || deviations.some(({ byOthers }) => !byOthers)) return "not-as-planned";
        return isExplained || isOtherwise || deviations.length > 0 ? "explained" : "as-planned";
      })();
      return { verdict, deviations, notReached };
    },
  };
}
