import { toBackupError } from "../../domain/errors";
import { targetChange } from "../../history/changes/target-changes";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { messagesFor } from "../../screens/text/run/language";
import { targetChangeMessagesFor } from "../../screens/text/target-changes/language";
import { createTargetChangeRecorder } from "../wiring/target-change-recorder";
import type { ChangesPart } from "./parts";

export const changesPart: ChangesPart = {
  async record(before, after) {
    const change = targetChange(before, after);
    if (!change) return;
    try {
      await createTargetChangeRecorder()([change]);
    } catch (thrown) {
      const { language } = kintone.getLoginUser();
      const { notRecorded } = targetChangeMessagesFor(language);
      const problem = describeProblem(messagesFor(language), { error: toBackupError(thrown) });
      const body = change.kind === "removed" ? notRecorded.removed(problem) : notRecorded.saved(problem);
      await kintone.showConfirmDialog({ title: notRecorded.title, body, showOkButton: true, showCancelButton: false });
    }
  },
};
