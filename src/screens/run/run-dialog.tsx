import { render } from "preact";
import type { RunProgress } from "../../backup/run-progress";
import type { BackupError } from "../../domain/errors";
import type { RunOutcome, Volume } from "../../domain/outcome";
import type { AcceptanceDesk } from "../acceptance/acceptance-offer";
import type { ShowingDesk } from "../saving/saving-panel";
import type { SavingMessages } from "../text/saving/language";
import { warnBeforeLeaving } from "./leave-warning";
import { RunPanel } from "./run-panel";
import type { Question } from "./run-question";
import { STARTED, changedRun, type RunAftermath, type RunChange } from "./run-state";

/** What the dialog asks of the one who runs the backup. */
interface RunDialogOptions {
  messages: SavingMessages;
  /** The user wants the run to stop. Called once; the dialog then waits for `finished` or `failed`. */
  onCancel: () => void;
  /** Hands the volume to the browser as a download. A rejection is shown beside the button. */
  onSaveVolume: (volume: Volume) => void | Promise<void>;
  /** Hands the facts of the run over as a file, offered when the history could not be written. */
  onSaveFacts: () => void | Promise<void>;
  /** For the zips of a run that is worth having. */
  desk: ShowingDesk;
  acceptance: AcceptanceDesk;
  /** The dialog is gone, after the run ended. */
  onClose: () => void;
}

/** A run as its operator sees it. After `finished` or `failed`, nothing else changes it. */
export interface RunView {
  /** Asks before the run begins. Without an answer, the dialog closes. */
  ask<Answer>(question: Question<Answer>): Promise<Answer | undefined>;
  progress(progress: RunProgress): void;
  /** The run ended and this is what came of it, whatever its status. */
  finished(outcome: RunOutcome, aftermath: RunAftermath): void;
  /** The run ended without an outcome: it could not start, or broke in a way that nobody foresaw. */
  failed(error: BackupError): void;
}

/** Opens the dialog in its running state. It can be closed only when the run has ended; until then leaving the page warns. */
export async function openRunDialog(options: RunDialogOptions): Promise<RunView> {
  const { messages } = options;
  const body = document.createElement("div");
  body.className = "kbm-run";
  body.lang = messages.locale;
  let state = STARTED;
  let drawing = false;
  let startedAt = Date.now();
  let answered: (answer: unknown) => void = () => undefined;
  const ended = () => state.kind !== "running";

  // kintone's dialog cannot change its buttons once it is open, so ours are in the body.
  const dialog = await kintone.createDialog({
    title: messages.run.title,
    body,
    showOkButton: false,
    showCancelButton: false,
    showCloseButton: false,
    beforeClose: ended,
  });
  let stopWarning = warnBeforeLeaving();

  const draw = () => {
    drawing = false;
    render(
      <RunPanel
        state={state}
        startedAt={startedAt}
        messages={messages}
        onAnswer={answer}
        onCancel={cancel}
        onSaveVolume={options.onSaveVolume}
        onSaveFacts={options.onSaveFacts}
        desk={options.desk}
        acceptance={options.acceptance}
        onClose={() => dialog.close()}
      />,
      body,
    );
  };
  const change = (news: RunChange) => {
    state = changedRun(state, news);
    if (ended()) stopWarning();
    if (drawing) return;
    drawing = true;
    // A run tells of each record; the screen needs no more than a few pictures a second.
    setTimeout(draw, news.kind === "progress" ? 100 : 0);
  };
  function answer(chosen?: unknown) {
    if (chosen === undefined) void dialog.close();
    else {
      startedAt = Date.now();
      stopWarning = warnBeforeLeaving();
      change({ kind: "go-on" });
    }
    answered(chosen);
  }
  function cancel() {
    change({ kind: "cancel" });
    options.onCancel();
  }

  draw();
  void dialog.show().then(() => {
    render(null, body);
    options.onClose();
  });
  return {
    ask: <Answer,>(question: Question<Answer>) =>
      new Promise<Answer | undefined>((resolve) => {
        answered = (chosen) => resolve(chosen as Answer | undefined);
        change({ kind: "ask", question });
      }),
    progress: (progress) => change({ kind: "progress", progress }),
    finished: (outcome, aftermath) => change({ kind: "finished", outcome, aftermath }),
    failed: (error) => change({ kind: "failed", error }),
  };
}
