import { useState } from "preact/hooks";
import { useFocus } from "../run/use-focus";
import type { RestoringMessages } from "../text/restoring/language";
import { Button } from "../ui/button";
import { placeOf } from "./app-names";
import { ObstacleSection } from "./obstacle-section";
import type { ArchivedApp, CheckedRestore, OtherApp, RestoreDesk, ToldObstacle } from "./restore-desk";
import type { Decision } from "./restore-draft";

interface CheckedStepProps {
  messages: RestoringMessages;
  app: ArchivedApp;
  into?: OtherApp;
  checked: CheckedRestore;
  /** What was decided before the choices were others. */
  proposed: readonly Decision[];
  desk: Pick<RestoreDesk, "save">;
  /** With what was decided here. */
  onBack: (decisions: readonly Decision[]) => void;
  onCheckAgain: (decisions: readonly Decision[]) => void;
  onRestore: () => void;
}

/** As the command's guides call it. */
const PLAN_FILE = "restore-plan.json";

/** What would be written, and all that stands in the way, each with its ways out. Nothing is written while anything does. */
export function CheckedStep(props: CheckedStepProps) {
  const { messages, checked, proposed, desk, onBack, onCheckAgain, onRestore } = props;
  const { checking, plan } = messages.restoring;
  const { restored } = messages;
  const [settled, setSettled] = useState(() => settledBefore(checked, proposed));
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
          {placeOf(props, messages)}: {restored.planned(checked.numbers)}
        </p>
      </div>
      {checked.obstacles.map((obstacle) => (
        <ObstacleSection
          key={obstacle.sentence}
          {...{ obstacle, messages }}
          decision={settled.get(obstacle)}
          onDecide={(decision) => setSettled(decidedOn(obstacle, decision, settled))}
        />
      ))}
      {checked.asDecided === true && <p>{plan.same}</p>}
      {typeof checked.asDecided === "string" && <p class="kbm-notice kbm-notice-warning">{checked.asDecided}</p>}
      {isFree && <p>{checking.before}</p>}
      <div class="kbm-buttons">
        <Button text={checking.back} onClick={() => onBack([...settled.values()])} />
        <Button text={plan.save} onClick={() => desk.save(PLAN_FILE, new Blob([checked.planText]))} />
        {inTheWay.length > 0 && (
          <Button
            main
            text={checking.again}
            disabled={open.some(({ ways }) => ways.length > 0)}
            onClick={() => onCheckAgain([...settled.values()])}
          />
        )}
        {isFree && <Button main text={checking.restore} onClick={onRestore} />}
      </div>
    </div>
  );
}

type Settled = ReadonlyMap<ToldObstacle, Decision>;

/** A decision holds where the very same is asked again: for other records, or another number, it was not made. */
function settledBefore({ obstacles }: CheckedRestore, proposed: readonly Decision[]): Settled {
  const known = new Map(proposed.map((decision) => [JSON.stringify(decision.way), decision]));
  return new Map(
    obstacles.flatMap((obstacle): Array<[ToldObstacle, Decision]> => {
      const decision = obstacle.ways.map((way) => known.get(JSON.stringify(way))).find(Boolean);
      return decision ? [[obstacle, decision]] : [];
    }),
  );
}

function decidedOn(obstacle: ToldObstacle, decision: Decision | undefined, settled: Settled): Settled {
  const others = [...settled].filter(([each]) => each !== obstacle);
  return new Map(decision ? [...others, [obstacle, decision]] : others);
}
