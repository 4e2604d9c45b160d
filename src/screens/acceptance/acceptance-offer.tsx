import { useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../domain/errors";
import type { Target } from "../../domain/target";
import type { OpenGaps } from "../../history/targets/open-gaps";
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

export interface OfferSurroundings {
  messages: Messages & WordsOfGaps;
  desk: AcceptanceDesk;
}

type Ending = { accepted: readonly string[]; unrecorded?: BackupError } | { refused: string };

/** The gaps of one target, for somebody who may accept them. */
export function AcceptanceOffer({ target, gaps: open, messages, desk }: OpenGaps & OfferSurroundings) {
  const { acceptance: text } = messages;
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [ending, setEnding] = useState<Ending>();

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

  const offered = open.filter((gap) => !accepted.includes(gap));
  const app = harmless(target.appName || target.appId);
  return (
    <div>
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

function EndingNews({ ending, messages }: { ending: Ending } & Pick<OfferSurroundings, "messages">) {
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
