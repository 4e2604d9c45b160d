import { isWorthSaving, type RunOutcome, type Volume } from "../../domain/outcome";
import { openGapsOf } from "../../history/targets/open-gaps";
import type { AcceptanceDesk } from "../acceptance/acceptance-offer";
import { AcceptanceOffers } from "../acceptance/acceptance-offers";
import { SavingPanel, type ShowingDesk } from "../saving/saving-panel";
import { describeProblem } from "../text/run/problem-sentence";
import type { SavingMessages } from "../text/saving/language";
import { Button } from "../ui/button";
import { StatusBadge } from "../ui/status-badge";
import { ProblemList } from "./problem-list";
import { ResultsTable } from "./results-table";
import type { RunAftermath } from "./run-state";
import { SaveButton } from "./save-button";
import { useFocus } from "./use-focus";
import { verdictOn } from "./verdict";

interface OutcomePanelProps {
  outcome: RunOutcome;
  aftermath: RunAftermath;
  messages: SavingMessages;
  onSaveVolume: (volume: Volume) => void | Promise<void>;
  onSaveFacts: () => void | Promise<void>;
  /** For the zips of a run that is worth having. */
  desk: ShowingDesk;
  acceptance: AcceptanceDesk;
  onClose: () => void;
}

/** A run that has ended: what came of it, what is missing, and what can be taken along. */
export function OutcomePanel(props: OutcomePanelProps) {
  const { outcome, aftermath, messages, onSaveVolume, onSaveFacts, desk, acceptance, onClose } = props;
  const { run } = messages;
  const unwritten = "error" in aftermath.history ? aftermath.history : undefined;
  // The notice tells of the history, once: each record that cannot be written there gives a problem of its own.
  const others = outcome.problems.filter(({ step }) => !(unwritten && step === "history"));
  const verdict = useFocus<HTMLDivElement>();
  return (
    <div class="kbm-run-panel">
      <div class="kbm-run-verdict" ref={verdict} tabIndex={-1} role="status">
        <StatusBadge status={outcome.status} messages={messages} />
        <p>{verdictOn(outcome, messages)}</p>
      </div>
      {unwritten?.error.code === "HISTORY_REFUSED" && (
        // Nothing was done that anybody could want to keep in a file.
        <p class="kbm-notice kbm-notice-error">{describeProblem(messages, unwritten)}</p>
      )}
      {unwritten && unwritten.error.code !== "HISTORY_REFUSED" && (
        <div class="kbm-notice kbm-notice-warning">
          <p>{describeProblem(messages, unwritten)}</p>
          <p>{run.historyMissing}</p>
          <SaveButton text={run.saveFacts} messages={messages} save={onSaveFacts} />
        </div>
      )}
      {outcome.volumes.length > 0 && (
        <SavingPanel
          volumes={outcome.volumes}
          messages={messages}
          save={onSaveVolume}
          started={outcome.volumes.length === 1}
          {...(isWorthSaving(outcome) && { desk })}
          {...(aftermath.until && { until: aftermath.until })}
        />
      )}
      {others.length > 0 && (
        <section>
          <h2 class="kbm-run-heading">{run.runProblems}</h2>
          <ProblemList problems={others} messages={messages} />
        </section>
      )}
      {outcome.told.length > 0 && (
        <section>
          <h2 class="kbm-run-heading">{run.told}</h2>
          <ProblemList problems={outcome.told} messages={messages} />
        </section>
      )}
      {outcome.results.length > 0 && <ResultsTable results={outcome.results} messages={messages} />}
      <AcceptanceOffers open={openGapsOf(outcome.results)} desk={acceptance} messages={messages} />
      <div class="kbm-buttons">
        {"url" in aftermath.history && (
          <a class="kbm-link" href={aftermath.history.url}>
            {run.openHistory}
          </a>
        )}
        <Button text={run.close} onClick={onClose} />
      </div>
    </div>
  );
}
