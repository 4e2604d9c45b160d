import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Findings, isReady } from "../../../history/preparation/preparation";
import type { AdminMessages } from "../../text/settings/language";
import type { PreparationMessages } from "../../text/settings/preparation/messages";
import { preparationProblem } from "../../text/settings/preparation/plan-sentences";
import { Button } from "../../ui/button";
import { PlanList } from "./plan-list";
import type { PreparationActions, PreparationState } from "./use-preparation";

interface PreparationSectionProps {
  state: PreparationState;
  actions: PreparationActions;
  messages: AdminMessages;
}

/** The top of the settings screen: whether the app has what backups need, what is missing, and the button that makes it. */
export function PreparationSection({ state, actions, messages }: PreparationSectionProps) {
  const text = messages.settings.preparation;
  return (
    <section class="kbm-preparation" aria-labelledby="kbm-preparation-title" lang={text.locale}>
      <div>
        <h2 id="kbm-preparation-title">{text.title}</h2>
        <div role="status">
          {state.kind === "looking" && <p>{text.looking}</p>}
          {state.kind === "working" && <Progress state={state} text={text} />}
        </div>
      </div>
      {state.kind === "found" && <Found findings={state.findings} done={state.done} actions={actions} text={text} />}
      {state.kind === "not-updated" && (
        <Trouble text={text} actions={actions}>
          <p>{text.notUpdated(state.status)}</p>
        </Trouble>
      )}
      {(state.kind === "unreadable" || state.kind === "failed") && (
        <Trouble text={text} actions={actions}>
          <p>{state.kind === "failed" ? text.notPrepared : text.unreadable}</p>
          <p>{preparationProblem(state.error, text, messages)}</p>
        </Trouble>
      )}
    </section>
  );
}

function Progress({
  state: { step },
  text,
}: {
  state: Extract<PreparationState, { kind: "working" }>;
  text: PreparationMessages;
}) {
  const element = useNewPlace<HTMLDivElement>();
  return (
    <div tabIndex={-1} ref={element}>
      <p>{step.kind === "changing" ? text.changing(step.done, step.of) : text.updating}</p>
      <p class="kbm-quiet">{text.keepOpen}</p>
    </div>
  );
}

/**
 * Where the pressed button was there is nothing any more, and the page is shorter: eyes and focus go to what stands there
 * instead.
 */
function useNewPlace<Kind extends HTMLElement>() {
  const element = useRef<Kind>(null);
  useEffect(() => {
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: "center" });
  }, []);
  return element;
}

interface FoundProps {
  findings: Findings;
  done: boolean;
  actions: PreparationActions;
  text: PreparationMessages;
}

function Found({ findings, done, actions, text }: FoundProps) {
  const { plan } = findings;
  if (isReady(findings)) return done ? <Done text={text} /> : <p class="kbm-notice kbm-notice-success">{text.ready}</p>;
  if (plan.conflicts.length > 0) {
    return (
      <div class="kbm-notice kbm-notice-error" role="alert">
        <p>{text.conflicts}</p>
        <ul>
          {plan.conflicts.map((conflict) => (
            <li key={conflict.code}>{text.conflict(conflict)}</li>
          ))}
        </ul>
        <Button text={text.lookAgain} onClick={actions.lookAgain} />
      </div>
    );
  }
  const onlyWaits = plan.changes.length === 0;
  return (
    <>
      <p>{text.introduction}</p>
      {done && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {text.stillMissing}
        </p>
      )}
      <p class="kbm-preparation-state">{onlyWaits ? text.waits : text.missing}</p>
      {!onlyWaits && <PlanList findings={findings} text={text} />}
      <div class="kbm-buttons">
        <Button main text={onlyWaits ? text.updateButton : text.button} onClick={actions.prepare} />
      </div>
    </>
  );
}

function Done({ text }: { text: PreparationMessages }) {
  const element = useNewPlace<HTMLParagraphElement>();
  return (
    <p class="kbm-notice kbm-notice-success" role="status" tabIndex={-1} ref={element}>
      {text.prepared}
    </p>
  );
}

interface TroubleProps {
  text: PreparationMessages;
  actions: PreparationActions;
  children: ComponentChildren;
}

function Trouble({ text, actions, children }: TroubleProps) {
  const element = useNewPlace<HTMLDivElement>();
  return (
    <div class="kbm-notice kbm-notice-error" role="alert" tabIndex={-1} ref={element}>
      {children}
      <Button text={text.lookAgain} onClick={actions.lookAgain} />
    </div>
  );
}
