import type { BackupError } from "../../engine/errors";
import type { RunOutcome, Volume } from "../../engine/outcome";
import type { Progress } from "../../engine/progress";
import type { Messages } from "../text/messages";

/** What the dialog asks of the one who runs the backup. */
export interface RunDialogOptions {
  messages: Messages;
  /** The user wants the run to stop. Called once; the dialog then waits for `finished` or `failed`. */
  onCancel: () => void;
  /** Hands the volume over again. A rejection is shown beside the button. */
  onSaveVolume: (volume: Volume) => void | Promise<void>;
  /** Hands the facts of the run over as a file, offered when the history could not be written. */
  onSaveFacts: () => void | Promise<void>;
  /** The dialog is gone, after the run ended. */
  onClose: () => void;
}

/** What is known besides the outcome itself. */
export interface RunAftermath {
  /** The run's record in the history, or why it could not be written whole. */
  history: { url: string } | { error: BackupError };
}

/** A run as its operator sees it. After `finished` or `failed`, nothing else changes it. */
export interface RunView {
  progress(progress: Progress): void;
  /** The run ended and this is what came of it, whatever its status. */
  finished(outcome: RunOutcome, aftermath: RunAftermath): void;
  /** The run ended without an outcome: it could not start, or broke in a way that nobody foresaw. */
  failed(error: BackupError): void;
}

/** Opens the dialog in its running state. It can be closed only when the run has ended; until then leaving the page warns. */
export async function openRunDialog(_options: RunDialogOptions): Promise<RunView> {
  throw new Error("not written");
}
