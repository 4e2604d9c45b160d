import type { ComponentChildren } from "preact";
import { type DrillVerdict, PROVEN } from "../../domain/drill-outcome";
import { nameOf } from "../restore/app-names";
import { useFocus } from "../run/use-focus";
import type { DrillingMessages } from "../text/drilling/language";
import { harmlessLine } from "../text/harmless";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import { CorrectiveAction } from "./corrective-action";
import type { DrillDesk, ToldDrill } from "./drill-desk";
import type { DrilledApp } from "./drill-state";

interface DrilledStepProps {
  messages: DrillingMessages;
  desk: Pick<DrillDesk, "urlOf" | "appUrl" | "management" | "save" | "saveAction">;
  drilled: readonly DrilledApp[];
  onClose: () => void;
}

const LOOK: Record<DrillVerdict, "success" | "warning" | "error"> = {
  ...{ passed: "success", explained: "warning", failed: "error", stopped: "error" },
};

/** What came of each: the verdict, the numbers, how old and how long, where it is remembered, and what is to be done. */
export function DrilledStep({ messages, desk, drilled, onClose }: DrilledStepProps) {
  const { drilling, run } = messages;
  const panel = useFocus<HTMLDivElement>(drilled);
  return (
    <div class="kbm-run-panel" ref={panel} tabIndex={-1}>
      {drilled.map(({ app, told, error }) => {
        const name = nameOf(app, messages);
        if (told) return <OneDrill key={app.folder} {...{ messages, desk, name, told }} />;
        return (
          <Notice
            key={app.folder}
            look={error ? "error" : "warning"}
            heading={error ? name : drilling.notReached(name)}
          >
            {error && (
              <>
                <p>{drilling.failed}</p>
                <p>{describeProblem(messages, { error: error.with({ restores: true }) })}</p>
              </>
            )}
          </Notice>
        );
      })}
      <div class="kbm-buttons">
        <Button main text={run.close} onClick={onClose} />
      </div>
    </div>
  );
}

interface NoticeProps {
  look: "success" | "warning" | "error";
  heading: string;
  children?: ComponentChildren;
}

function Notice({ look, heading, children }: NoticeProps) {
  return (
    <div class={`kbm-notice kbm-notice-${look}`} role="status">
      <p>
        <b>{heading}</b>
      </p>
      {children}
    </div>
  );
}

const NUMBERS = ["expected", "identical", "explained", "different", "files"] as const;

interface OneDrillProps extends Pick<DrilledStepProps, "messages" | "desk"> {
  name: string;
  told: ToldDrill;
}

function OneDrill({ messages, desk, name, told }: OneDrillProps) {
  const { drill, drills, drilling, restoring, quantities } = messages;
  const { verdict, counts, described, scratch, stopped, historyRecordId, unrecorded } = told;
  const lines = [described.scope, ...described.ages, ...described.records, ...described.besides];
  return (
    <section>
      <Notice look={LOOK[verdict]} heading={harmlessLine(drill.verdict[verdict](name))}>
        {stopped !== undefined && <p>{stopped}</p>}
      </Notice>
      {stopped === undefined && (
        <dl class="kbm-run-numbers">
          {NUMBERS.map((key) => (
            <div key={key}>
              <dt>{drills.column[key]}</dt>
              <dd>{quantities.number(counts[key])}</dd>
            </div>
          ))}
        </dl>
      )}
      <ul class="kbm-problems">
        {[...lines, ...(scratch ? [drill.fate[scratch.fate]] : [])].map((line, at) => (
          <li key={at}>{harmlessLine(line)}</li>
        ))}
      </ul>
      {unrecorded !== undefined && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          <p>{drill.unrecorded}</p>
          <p>{unrecorded}</p>
        </div>
      )}
      {!PROVEN.has(verdict) && historyRecordId !== undefined && (
        <CorrectiveAction {...{ messages, desk }} recordId={historyRecordId} />
      )}
      <p class="kbm-links">
        {scratch && (
          <a class="kbm-link" href={desk.appUrl(scratch)} target="_blank" rel="noreferrer">
            {drilling.openScratch}
          </a>
        )}
        {historyRecordId !== undefined && (
          <a class="kbm-link" href={desk.urlOf(desk.management, historyRecordId)} target="_blank" rel="noreferrer">
            {drilling.openRecord}
          </a>
        )}
        <button
          type="button"
          class="kbm-button-small"
          onClick={() => desk.save(`${told.drillId}.drill.jsonl`, told.report)}
        >
          {restoring.outcome.report}
        </button>
      </p>
    </section>
  );
}
