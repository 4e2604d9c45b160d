import type { BackupError } from "../../domain/errors";
import type { RecordOutcome, RestoreVerdict } from "../../domain/restore-outcome";
import type { Differing, ExplainedFinding, RecordFinding } from "../compare/comparison";
import type { FieldDifference } from "../compare/record-differences";
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
 * results with a reason, explained, among the deviations, or not reached.
 *
 * @param explained is told of each record that is as it was written but for what kintone makes by itself, with these fields alone
 */
export function createJudging(
  plan: RestorePlan,
  results: ReadonlyMap<string, RecordResult>,
  explained: (finding: ExplainedFinding) => Promise<void> | void = () => undefined,
) {
  const changes = new Map(plan.putBack.map((change) => [change.id, change]));
  const deviations: Deviation[] = [];
  let isExplained = false;

  /** Fields that the plan left as they are may be others, and those whose files the archive lacks, of which the result tells. */
  function otherFields(finding: Differing, result: RecordResult): FieldDifference[] {
    const without = "withoutFiles" in result ? (result.withoutFiles ?? {}) : {};
    return finding.fields.filter(({ field }) => !Object.hasOwn(without, field) && !isLeft(finding.id, field));
  }

  function isLeft(id: string, field: string): boolean {
    const change = changes.get(id);
    return change !== undefined && !change.fields.includes(field);
  }

  const doomed = new Set(plan.remove.map(({ id }) => id));

  return {
    /** Of the comparison that follows the writing; findings of records that were not written say nothing of it. */
    async found(finding: RecordFinding): Promise<void> {
      const result = results.get(finding.id);
      if (result?.outcome === "removed" && doomed.has(finding.id)) {
        deviations.push({ id: finding.id, finding, byOthers: false });
      }
      if (result?.outcome !== "added" && result?.outcome !== "put-back") return;
      if (finding.kind === "differs" || finding.kind === "explained") {
        const fields = otherFields(finding, result);
        if (fields.length === 0) return;
        if (fields.every(({ role }) => role !== "written")) {
          isExplained = true;
          await explained({ ...finding, kind: "explained", fields });
          return;
        }
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
