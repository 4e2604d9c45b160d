import { recordingProblem } from "../../text/settings/changes/change-lines";
import type { AdminMessages } from "../../text/settings/language";
import { useFocus } from "../../run/use-focus";
import { Button } from "../../ui/button";
import type { SavingActions, SavingState } from "./use-saving";

interface SavingNewsProps {
  state: SavingState;
  actions: SavingActions;
  messages: AdminMessages;
}

/** Below the button that saves: that the change is being recorded, or the question what to do when it cannot be. */
export function SavingNews({ state, actions, messages }: SavingNewsProps) {
  const text = messages.settings.changes;
  return (
    <div lang={text.locale}>
      <p role="status">{state.kind === "recording" && text.recording}</p>
      {state.kind === "unrecorded" && <Question state={state} actions={actions} messages={messages} />}
    </div>
  );
}

interface QuestionProps extends SavingNewsProps {
  state: Extract<SavingState, { kind: "unrecorded" }>;
}

function Question({ state, actions, messages }: QuestionProps) {
  const text = messages.settings.changes.notRecorded;
  const element = useFocus<HTMLDivElement>();
  return (
    <div class="kbm-notice kbm-notice-error kbm-question" role="alert" tabIndex={-1} ref={element}>
      <p>{text.title}</p>
      <p>{recordingProblem(state.error, messages)}</p>
      <p>{text.meaning}</p>
      <div class="kbm-buttons">
        <Button text={text.saveAnyway} onClick={actions.saveAnyway} />
        <Button main text={text.back} onClick={actions.back} />
      </div>
    </div>
  );
}
