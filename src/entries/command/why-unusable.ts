import { toRestoreError } from "../../restore/archive-problem";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { describeNoFile } from "../../screens/text/verify/archive-report";
import type { AuditorMessages } from "../../screens/text/verify/language";
import { NothingToCompare } from "./archive-to-compare";
import { whyClosed } from "./encrypted/why-closed";
import { UnreadableFile } from "./open-zips";
import { NoZips } from "./zip-files";

/** Why nothing can be done with an archive, in words. */
export function whyUnusable(thrown: unknown, messages: AuditorMessages): string {
  if (thrown instanceof NothingToCompare) return thrown.message;
  if (thrown instanceof NoZips || thrown instanceof UnreadableFile) {
    return describeNoFile(messages, thrown.message).trimEnd();
  }
  const closed = whyClosed(thrown, messages.locale);
  if (closed !== undefined) return closed;
  return describeProblem(messages, { error: toRestoreError(thrown) });
}
