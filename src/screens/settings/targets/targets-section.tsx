import { useEffect, useState } from "preact/hooks";
import { describeProblem } from "../../text/run/problem-sentence";
import type { AdminMessages } from "../../text/settings/language";
import { Button } from "../../ui/button";
import { AddingSection } from "./adding/adding-section";
import { EstimatesSection } from "./estimates/estimates-section";
import { SaveNews } from "./save-news";
import { RuleRowView } from "./rules/rule-row-view";
import { TargetRowView } from "./target-row-view";
import { TargetsOverview } from "./targets-overview";
import { isRule, nameOf } from "./targets-state";
import { type TargetsDesk, useTargets } from "./use-targets";

/** Where the admin decides, per target, what goes into the backup. The rest of the screen does not depend on it. */
export function TargetsSection({ desk, messages }: { desk: TargetsDesk; messages: AdminMessages }) {
  const [state, actions] = useTargets(desk);
  const [budget, setBudget] = useState<number>();
  useEffect(() => {
    void desk.budget.then(setBudget);
  }, [desk]);
  const text = messages.settings.targets;
  const rows = state.kind === "ready" ? state.rows : [];
  const rules = rows.filter(({ stored }) => isRule(stored.target));
  const apps = rows.filter((row) => !rules.includes(row));
  return (
    <section class="kbm-targets" aria-labelledby="kbm-targets-title">
      <h2 id="kbm-targets-title">{text.title}</h2>
      <p>{text.introduction}</p>
      <p class="kbm-quiet">{text.savedApart}</p>
      {state.kind === "reading" && <p role="status">{text.reading}</p>}
      {state.kind === "failed" && (
        <div class="kbm-notice kbm-notice-warning" role="alert">
          <p>{text.unreadable}</p>
          <p>{describeProblem(messages, state)}</p>
          <Button text={text.readAgain} onClick={actions.listAgain} />
        </div>
      )}
      {state.kind === "ready" && <AddingSection desk={desk.adding} messages={messages} onAdded={actions.listMore} />}
      {state.kind === "ready" && state.rows.length === 0 && <p>{text.none}</p>}
      {rules.length > 0 && (
        <>
          <h3>{text.rules.title}</h3>
          <ul class="kbm-target-list">
            {rules.map((row) => (
              <RuleRowView
                key={row.stored.target.recordId}
                {...{ row, messages }}
                onChoose={(choices) => actions.choose(row, choices)}
              />
            ))}
          </ul>
        </>
      )}
      {rows.length > 0 && (
        <EstimatesSection
          desk={desk.estimates}
          messages={messages}
          budget={budget}
          targets={rows.map((row) => ({ ...row.stored.target, ...row.choices, appName: nameOf(row) }))}
        />
      )}
      {apps.length > 0 && (
        <>
          <TargetsOverview rows={apps} messages={messages} onCheckAll={actions.lookAtAll} />
          <ul class="kbm-target-list">
            {apps.map((row) => (
              <TargetRowView
                key={row.stored.target.recordId}
                row={row}
                messages={messages}
                userCode={desk.userCode}
                budget={budget}
                onLook={() => actions.look(row)}
                onChoose={(choices) => actions.choose(row, choices)}
              />
            ))}
          </ul>
        </>
      )}
      {state.kind === "ready" && <SaveNews saving={state.saving} messages={messages} />}
      {state.kind === "ready" && state.rows.length > 0 && (
        <div class="kbm-buttons">
          <Button main text={text.save.button} onClick={actions.save} />
        </div>
      )}
    </section>
  );
}
