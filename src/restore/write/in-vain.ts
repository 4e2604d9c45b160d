import type { BackupError } from "../../domain/errors";
import type { RecordResult } from "./record-result";

/** Notices that nothing is taken any more, for one and the same reason: the rest would fare no better. */
export function createVainness(most: number) {
  let [inVain, reason] = [0, ""];
  return {
    /** @param refused why nothing of the latest was taken; absent when some of it was. Throws it when there have been enough of them in a row. */
    heard(refused: BackupError | undefined): void {
      const own = refused ? (refused.answer?.code ?? refused.code) : "";
      if (own === "") inVain = 0;
      else inVain = own === reason ? inVain + 1 : 1;
      reason = own;
      if (refused && inVain >= most) throw refused;
    },
  };
}

/** Why none of these records was taken, where it was the same reason for all. */
export function onlyRefusal(results: readonly RecordResult[]): BackupError | undefined {
  const [first] = results;
  if (first?.outcome !== "refused") return undefined;
  const reasonOf = ({ error }: { error: BackupError }) => error.answer?.code ?? error.code;
  const isSame = (each: RecordResult) => each.outcome === "refused" && reasonOf(each) === reasonOf(first);
  return results.every(isSame) ? first.error : undefined;
}
