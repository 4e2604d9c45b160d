import { useState } from "preact/hooks";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import { useFocus } from "../run/use-focus";
import type { RestoringMessages } from "../text/restoring/language";
import { Button } from "../ui/button";
import { nameOf } from "./apps-step";
import type { ArchivedApp, CheckedRestore, RestoreDesk, ToldObstacle } from "./restore-desk";
import { WayControl } from "./way-control";

interface CheckedStepProps {
  messages: RestoringMessages;
  app: ArchivedApp;
  choices: RestoreChoices;
  checked: CheckedRestore;
  desk: Pick<RestoreDesk, "decided" | "save">;
  onBack: () => void;
  /** With what was decided. */
  onCheckAgain: (choices: RestoreChoices) => void;
  onRestore: () => void;
}

/** As the command's guides call it. */
const PLAN_FILE = "restore-plan.json";

const LOOK = { stops: "error", asks: "warning", told: "info" } as const;

/** What would be written, and all that stands in the way, each with its ways out. Nothing is written while anything does. */
export function CheckedStep(props: CheckedStepProps) {
  const { messages, app, checked, desk, onBack, onCheckAgain, onRestore } = props;
  const { checking, plan } = messages.restoring;
  const { restored } = messages;
  const [choices, setChoices] = useState(props.choices);
  const [settled, setSettled] = useState<ReadonlySet<ToldObstacle>>(new Set());
  const heading = useFocus<HTMLDivElement>(checked);
  const inTheWay = checked.obstacles.filter(({ weight }) => weight !== "told");
  const open = inTheWay.filter((obstacle) => !settled.has(obstacle));
  const { add, putBack, remove } = checked.numbers;
  const isFree = inTheWay.length === 0 && add + putBack + remove > 0;
  return (
    <div class="kbm-run-panel">
      <div class={`kbm-notice kbm-notice-${isFree ? "success" : "warning"}`} role="status" tabIndex={-1} ref={heading}>
        <p>
          <b>{isFree ? checking.free : checking.inTheWay}</b>
        </p>
        <p>
          {nameOf(app, messages)}: {restored.planned(checked.numbers)}
        </p>
      </div>
      {checked.obstacles.map((obstacle, at) => (
        <section class={`kbm-obstacle kbm-obstacle-${LOOK[obstacle.weight]}`} key={at}>
          <h3>{messages.preflight.weight[obstacle.weight]}</h3>
          <p>{obstacle.sentence}</p>
          {settled.has(obstacle) ? (
            <p role="status">{checking.settled}</p>
          ) : (
            obstacle.ways.map((way, index) => (
              <WayControl
                key={index}
                way={way}
                messages={messages}
                onDecide={(chosen) => {
                  setChoices(desk.decided(choices, way, chosen));
                  setSettled(new Set([...settled, obstacle]));
                }}
              />
            ))
          )}
        </section>
      ))}
      {checked.asDecided === true && <p>{plan.same}</p>}
      {typeof checked.asDecided === "string" && <p class="kbm-notice kbm-notice-warning">{checked.asDecided}</p>}
      {isFree && <p>{checking.before}</p>}
      <div class="kbm-buttons">
        <Button text={checking.back} onClick={onBack} />
        <Button text={plan.save} onClick={() => desk.save(PLAN_FILE, new Blob([checked.planText]))} />
        {inTheWay.length > 0 && (
          <Button
            main
            text={checking.again}
            disabled={open.some(({ ways }) => ways.length > 0)}
            onClick={() => onCheckAgain(choices)}
          />
        )}
        {isFree && <Button main text={checking.restore} onClick={onRestore} />}
      </div>
    </div>
  );
}
