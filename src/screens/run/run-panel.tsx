import type { Volume } from "../../domain/outcome";
import type { AcceptanceDesk } from "../acceptance/acceptance-offer";
import type { ShowingDesk } from "../saving/saving-panel";
import type { SavingMessages } from "../text/saving/language";
import { FailurePanel } from "./failure-panel";
import { OutcomePanel } from "./outcome-panel";
import { ProgressPanel } from "./progress-panel";
import { RunQuestion } from "./run-question";
import type { RunState } from "./run-state";

interface RunPanelProps {
  state: RunState;
  /** In milliseconds, as `Date.now()` gives it. */
  startedAt: number;
  messages: SavingMessages;
  /** To a question before the run; without an answer, none is to begin. */
  onAnswer: (answer?: unknown) => void;
  onCancel: () => void;
  onSaveVolume: (volume: Volume) => void | Promise<void>;
  onSaveFacts: () => void | Promise<void>;
  desk: ShowingDesk;
  acceptance: AcceptanceDesk;
  onClose: () => void;
}

/** The body of the dialog, whatever the run is doing. */
export function RunPanel({ state, ...rest }: RunPanelProps) {
  switch (state.kind) {
    case "asking":
      return <RunQuestion {...state} {...rest} />;
    case "running":
      return <ProgressPanel {...state} {...rest} />;
    case "finished":
      return <OutcomePanel {...state} {...rest} />;
    case "failed":
      return <FailurePanel {...state} {...rest} />;
  }
}
