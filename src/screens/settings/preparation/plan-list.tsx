import type { Findings } from "../../../history/preparation/preparation";
import type { PreparationMessages } from "../../text/settings/preparation/messages";
import { planGroups } from "../../text/settings/preparation/plan-sentences";

/** So many names are read at a glance. */
const SHOWN_AT_ONCE = 5;

/** What will be done, and what else should be known before. */
export function PlanList({ findings, text }: { findings: Findings; text: PreparationMessages }) {
  const { plan } = findings;
  return (
    <>
      <ul class="kbm-plan">
        {planGroups(plan, text).map(({ sentence, names }) => (
          <li key={sentence}>
            {sentence}
            {names.length > SHOWN_AT_ONCE ? (
              <details>
                <summary>{text.names(names.length)}</summary>
                <Names names={names} />
              </details>
            ) : (
              <Names names={names} />
            )}
          </li>
        ))}
      </ul>
      {plan.notes.map((note) => (
        <p key={note} class="kbm-notice kbm-notice-warning">
          {text.note[note]}
        </p>
      ))}
      <p class="kbm-quiet">{text.promise}</p>
    </>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul class="kbm-quiet">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
