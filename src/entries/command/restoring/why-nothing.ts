import { ArchiveError } from "../../../archive/archive-error";
import { BackupError, toBackupError } from "../../../domain/errors";
import type { RestoreCommandMessages } from "../../../screens/text/restored/command/language";
import { lackingLines } from "../../../screens/text/restored/lacking-lines";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import { describeNoFile } from "../../../screens/text/verify/archive-report";
import { NotSecured } from "../../wiring/safety-backup";
import { NothingToCompare } from "../archive-to-compare";
import { UnreadableFile } from "../open-zips";
import { NoZips } from "../zip-files";
import { NothingRestored } from "./nothing-restored";

/** Why nothing was written. */
export function whyNothing(thrown: unknown, messages: RestoreCommandMessages): string {
  if (thrown instanceof NothingRestored || thrown instanceof NothingToCompare) return thrown.message;
  if (thrown instanceof NoZips || thrown instanceof UnreadableFile) {
    return describeNoFile(messages, thrown.message).trimEnd();
  }
  if (thrown instanceof NotSecured) {
    const lines = lackingLines(messages, thrown.outcome).map((line) => `  - ${line}`);
    return [messages.restored.notSecured, ...lines].join("\n");
  }
  const error =
    thrown instanceof ArchiveError
      ? new BackupError("ARCHIVE_DAMAGED", thrown.message, {
          facts: thrown.facts.path ? { path: thrown.facts.path } : {},
        })
      : toBackupError(thrown);
  return describeProblem(messages, { error });
}
