import { RunQuestion } from "../run/run-question";
import type { RestoringMessages } from "../text/restoring/language";
import { describeProblem } from "../text/run/problem-sentence";
import type { ArchiveDoubt } from "./archive-doubt";
import type { OpenedArchive } from "./restore-desk";

interface DoubtStepProps {
  messages: RestoringMessages;
  archive: OpenedArchive;
  doubt: ArchiveDoubt;
  onTrust: () => void;
  onOther: () => void;
}

/** The history does not vouch for the archive: whoever knows where it comes from may go on. */
export function DoubtStep({ messages, archive, doubt, onTrust, onOther }: DoubtStepProps) {
  const { restoring, quantities } = messages;
  const { runId, createdAt } = archive;
  const why = doubt.kind === "unreadable" ? [describeProblem(messages, { error: doubt.error })] : [];
  return (
    <RunQuestion
      messages={{ page: { ...messages.page, cancel: restoring.archive.other } }}
      question={{
        heading: restoring.archive.sound(runId, quantities.moment(createdAt) ?? createdAt),
        sentences: [restoring.archive.doubt[doubt.kind], ...why],
        choices: [{ text: restoring.archive.goOn, answer: true }],
      }}
      onAnswer={(trusts) => (trusts ? onTrust() : onOther())}
    />
  );
}
