import type { RunOutcome } from "../../domain/outcome";
import type { Messages } from "../text/run/messages";

/** What came of the run, in a sentence. */
export function verdictOn({ status, results, volumes, startedAt, finishedAt }: RunOutcome, messages: Messages): string {
  return messages.run.verdict[status]({
    targets: results.length,
    incomplete: results.filter((result) => result.status !== "success").length,
    volumes: volumes.length,
    seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000,
  });
}
