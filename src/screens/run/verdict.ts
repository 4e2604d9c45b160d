import { type RunOutcome, secondsOf } from "../../domain/outcome";
import type { Messages } from "../text/run/messages";

/** What came of the run, in a sentence. */
export function verdictOn(outcome: RunOutcome, messages: Messages): string {
  const { status, results, volumes } = outcome;
  return messages.run.verdict[status]({
    targets: results.length,
    incomplete: results.filter((result) => result.status !== "success").length,
    volumes: volumes.length,
    seconds: secondsOf(outcome),
  });
}
