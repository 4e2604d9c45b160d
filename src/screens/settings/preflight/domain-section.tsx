import type { BackupError } from "../../../domain/errors";
import { describeProblem } from "../../text/run/problem-sentence";
import type { AdminMessages } from "../../text/settings/language";
import { VerdictBadge } from "./verdict-badge";

interface DomainSectionProps {
  problems: readonly BackupError[];
  messages: AdminMessages;
}

/** What a run by this user would lack of what belongs to no app. */
export function DomainSection({ problems, messages }: DomainSectionProps) {
  const { domain: text, weight } = messages.settings.preflight;
  const isWhole = problems.length === 0;
  const lines = isWhole ? [text.whole] : problems.map((error) => describeProblem(messages, { error }));
  return (
    <div>
      <p class="kbm-check-head">
        <b>{text.title}</b>{" "}
        <VerdictBadge sign={isWhole ? "fine" : "attention"} word={isWhole ? weight.fine : weight.missing} />
      </p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
