import type { Volume } from "../../domain/outcome";
import type { AcceptanceDesk } from "../acceptance/acceptance-offer";
import type { ShowingDesk } from "../saving/saving-panel";
import type { SavingMessages } from "../text/saving/language";
import type { OverBudget } from "../../domain/request-budget";
import { BudgetQuestion } from "./budget-question";
import { FailurePanel } from "./failure-panel";
import { OutcomePanel } from "./outcome-panel";
import { ProgressPanel } from "./progress-panel";
import { RoomQuestion } from "./room-question";
import type { RunState } from "./run-state";

interface RunPanelProps {
  state: RunState;
  /** In milliseconds, as `Date.now()` gives it. */
  startedAt: number;
  messages: SavingMessages;
  /** To the question whether a run is to begin for which there is too little room. */
  onAnswer: (goOn: boolean) => void;
  /** To the question what becomes of comments for which there are too few requests; without an answer, no run is to begin. */
  onBudgetAnswer: (answer: OverBudget | undefined) => void;
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
      return <RoomQuestion {...state} {...rest} />;
    case "asking-budget":
      return <BudgetQuestion {...state} {...rest} />;
    case "running":
      return <ProgressPanel {...state} {...rest} />;
    case "finished":
      return <OutcomePanel {...state} {...rest} />;
    case "failed":
      return <FailurePanel {...state} {...rest} />;
  }
}
