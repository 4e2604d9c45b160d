import { useRef } from "preact/hooks";
import { harmlessLine } from "../text/harmless";
import { describeWay } from "../text/restore/preflight/obstacle-sentence";
import type { RestoringMessages } from "../text/restoring/language";
import type { ToldObstacle } from "./restore-desk";
import type { Decision } from "./restore-draft";
import { WayControl } from "./way-control";

interface ObstacleSectionProps {
  obstacle: ToldObstacle;
  /** What was decided about it. */
  decision: Decision | undefined;
  messages: RestoringMessages;
  /** Nothing, to decide otherwise. */
  onDecide: (decision: Decision | undefined) => void;
}

const LOOK = { stops: "error", asks: "warning", told: "info" } as const;

/** Something that stands in the way, or that should be known, with its ways out, or the one that was taken. */
export function ObstacleSection({ obstacle, decision, messages, onDecide }: ObstacleSectionProps) {
  const { checking } = messages.restoring;
  const { weight, sentence, ways } = obstacle;
  const section = useRef<HTMLElement>(null);
  const decide = (made: Decision | undefined) => {
    onDecide(made);
    // What was pressed is gone.
    section.current?.focus();
  };
  return (
    <section ref={section} tabIndex={-1} class={`kbm-obstacle kbm-obstacle-${LOOK[weight]}`}>
      <h3>{messages.preflight.weight[weight]}</h3>
      <p>{sentence}</p>
      {decision ? (
        <p class="kbm-ticked">
          <span role="status">{checking.settled(describeDecision(messages, decision))}</span>
          <button type="button" class="kbm-button-small" onClick={() => decide(undefined)}>
            {checking.otherwise}
          </button>
        </p>
      ) : (
        ways.map((way, index) => (
          <WayControl
            key={index}
            way={way}
            messages={messages}
            onDecide={(chosen) => decide({ way, ...(chosen !== undefined && { chosen }) })}
          />
        ))
      )}
    </section>
  );
}

function describeDecision(messages: RestoringMessages, { way, chosen }: Decision): string {
  const { ways } = messages.restoring;
  const text = describeWay(messages, way);
  if (way.way === "confirm-removals") return ways.confirmRemovals;
  if (chosen === null)
    return way.way === "replace-person" ? ways.leaveOutPerson(way.name) : `${text} ${ways.leaveEmpty}`;
  return harmlessLine([text, ...(chosen === undefined ? [] : [chosen])].flat().join(" "));
}
