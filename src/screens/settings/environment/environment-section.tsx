import { describeProblem } from "../../text/run/problem-sentence";
import type { AdminMessages } from "../../text/settings/language";
import { Button } from "../../ui/button";
import { FoundEnvironment } from "./found-environment";
import { useCheck } from "../use-check";
import type { EnvironmentDesk } from "./environment-desk";

/** Whether kintone and the browser are as this program assumes, for whoever sets it up and for whoever maintains it. */
export function EnvironmentSection({ desk, messages }: { desk: EnvironmentDesk; messages: AdminMessages }) {
  const [state, check] = useCheck(desk);
  const text = messages.settings.environment;
  const isDone = state.kind === "done" || state.kind === "failed";
  return (
    <section class="kbm-environment" aria-labelledby="kbm-environment-title" lang={text.locale}>
      <h2 id="kbm-environment-title">{text.title}</h2>
      <p>{text.introduction}</p>
      {/* Never disabled, as the focus would be lost; a press while it checks does nothing. */}
      <Button text={isDone ? text.again : text.button} onClick={check} />
      <p role="status">{state.kind === "checking" && text.checking(state.done, state.of)}</p>
      {state.kind === "failed" && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          <p>{text.failed}</p>
          <p>{describeProblem(messages, state)}</p>
        </div>
      )}
      {state.kind === "done" && <FoundEnvironment found={state.news} desk={desk} messages={messages} />}
    </section>
  );
}
