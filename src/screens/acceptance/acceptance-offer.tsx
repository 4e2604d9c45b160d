import { useEffect, useState } from "preact/hooks";
import { lastingGaps } from "../../domain/accepted-gap";
import { type BackupError, toBackupError } from "../../domain/errors";
import type { TargetResult } from "../../domain/outcome";
import type { Target } from "../../domain/target";
import type { SaveOutcome } from "../../history/targets/target-choices";
import { harmless } from "../text/harmless";
import type { Messages } from "../text/run/messages";
import { describeProblem } from "../text/run/problem-sentence";
import { targetChangeMessagesFor } from "../text/target-changes/language";
import { gapInWords, type WordsOfGaps } from "./gap-in-words";
import { OfferedGaps } from "./offered-gaps";

/** What becomes of gaps that somebody accepts. */
export interface AcceptanceDesk {
  /** Whether the user manages the app; true also where that cannot be known, as kintone tells then. */
  mayAccept(): Promise<boolean>;
  /** Rejects with a `BackupError`. */
  accept(target: Target, gaps: readonly string[], reason: string): Promise<SaveOutcome>;
}

interface AcceptanceOfferProps {
  result: TargetResult;
  messages: Messages & WordsOfGaps;
  desk: AcceptanceDesk;
}

type Ending = { accepted: readonly string[]; unrecorded?: BackupError } | { refused: string };

/** Where a run has just ended: what will be missing the next time too can be accepted, or it is told who may. Nothing where there is none. */
export function AcceptanceOffer({ result, messages, desk }: AcceptanceOfferProps) {
  const { acceptance: text } = messages;
  const { target, problems } = result;
  const [may, setMay] = useState<boolean>();
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [ending, setEnding] = useState<Ending>();
  const lasting = [...new Set(problems.flatMap(({ error }) => lastingGaps(error)))];
  const hasAny = lasting.length > 0;
  useEffect(() => {
    if (hasAny) void desk.mayAccept().then(setMay);
  }, [hasAny]);

  async function accept(gaps: readonly string[], reason: string) {
    const came = await desk.accept(target, gaps, reason).then(
      (outcome): Ending => {
        if (outcome.kind !== "saved") return { refused: text[outcome.kind] };
        return { accepted: gaps, ...(outcome.unrecorded && { unrecorded: outcome.unrecorded }) };
      },
      (thrown: unknown): Ending => ({
        refused: text.failed(describeProblem(messages, { error: toBackupError(thrown) })),
      }),
    );
    if ("accepted" in came) setAccepted([...accepted, ...came.accepted]);
    setEnding(came);
  }

  if (!hasAny || may === undefined) return null;
  if (!may) return <p class="kbm-acceptance">{text.askManager}</p>;
  const offered = lasting.filter((gap) => !accepted.includes(gap));
  const app = harmless(target.appName || target.appId);
  return (
    <div class="kbm-acceptance">
      {offered.length > 0 && (
        <details>
          <summary>{text.offer(app)}</summary>
          <OfferedGaps
            id={`kbm-accept-${target.recordId}`}
            title={text.offerHint}
            {...{ offered, messages }}
            onAccept={(gaps, reason) => {
              void accept(gaps, reason);
            }}
          />
        </details>
      )}
      <div role="status">{ending && <EndingNews ending={ending} messages={messages} />}</div>
    </div>
  );
}

function EndingNews({ ending, messages }: { ending: Ending } & Pick<AcceptanceOfferProps, "messages">) {
  if ("refused" in ending) return <p class="kbm-notice kbm-notice-error">{ending.refused}</p>;
  const { unrecorded } = ending;
  const { notRecorded } = targetChangeMessagesFor(messages.locale);
  return (
    <>
      <p>{messages.acceptance.accepted(ending.accepted.map((gap) => gapInWords(gap, messages)))}</p>
      {unrecorded && (
        <p class="kbm-notice kbm-notice-warning">
          {notRecorded.saved(describeProblem(messages, { error: unrecorded }))}
        </p>
      )}
    </>
  );
}
