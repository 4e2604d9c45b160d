import type { RecordResult } from "./record-result";

/** After so many batches of which kintone took nothing, for one and the same reason, the others would fare no better. */
const BATCHES_IN_VAIN = 3;

/** Notices that kintone takes nothing. */
export function createVainness() {
  let [inVain, reason] = [0, ""];
  return {
    /** Throws kintone's reason when there have been enough of them. */
    heard(results: readonly RecordResult[]): void {
      const reasons = results.map((each) =>
        each.outcome === "refused" ? (each.error.answer?.code ?? each.error.code) : "",
      );
      const [only = "", ...others] = new Set(reasons);
      if (only === "" || others.length > 0) inVain = 0;
      else inVain = only === reason ? inVain + 1 : 1;
      reason = only;
      const [first] = results;
      if (inVain === BATCHES_IN_VAIN && first?.outcome === "refused") throw first.error;
    },
  };
}
