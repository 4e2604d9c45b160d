import type { Volume } from "../../engine/outcome";
import type { Messages } from "../text/messages";
import { FailurePanel } from "./failure-panel";
import { OutcomePanel } from "./outcome-panel";
import { ProgressPanel } from "./progress-panel";
import type { RunState } from "./run-state";

interface RunPanelProps {
  state: RunState;
  /** In milliseconds, as `Date.now()` gives it. */
  startedAt: number;
  messages: Messages;
  onCancel: () => void;
  onSaveVolume: (volume: Volume) => void | Promise<void>;
  onSaveFacts: () => void | Promise<void>;
  onClose: () => void;
}

/** The body of the dialog, whatever the run is doing. */
export function RunPanel({ state, ...rest }: RunPanelProps) {
  switch (state.kind) {
    case "running":
      return <ProgressPanel {...state} {...rest} />;
    case "finished":
      return <OutcomePanel {...state} {...rest} />;
    case "failed":
      return <FailurePanel {...state} {...rest} />;
  }
}
