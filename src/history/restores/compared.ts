import type { ComparisonOutcome } from "../../domain/restore-outcome";
import type { RecordStore } from "../../domain/record-store";
import { attachText } from "../records/attached-text";
import { written } from "../records/written";
import { writeEnd } from "../runs/run-end";
import { comparison } from "./restore-fields";
import type { RestoresOptions } from "./restore-records";

/**
 * Remembers a comparison after which nothing was written, as a link of the chain, with what it found. It takes no lock: a run may be under way.
 * Resolves to the `$id` of its record; rejects with `HISTORY_UNWRITABLE`.
 *
 * @param differences texts, one behind the other
 */
export async function recordComparison(
  store: RecordStore,
  outcome: ComparisonOutcome,
  differences: Iterable<string>,
  { describe, pluginVersion, clock }: RestoresOptions,
): Promise<string> {
  return written(async () => {
    const { comparisonId } = outcome;
    const { file, sha256 } = await attachText(store, `${comparisonId}.differences.jsonl`, differences);
    const record = {
      ...comparison(outcome, describe, pluginVersion),
      ...{ restore_report: file, restore_report_sha256: sha256 },
    };
    return writeEnd(store, { ...outcome, runId: comparisonId }, record, clock);
  });
}
