import { errorOf } from "../../domain/plain-error";
import type { Comparison } from "../../restore/compare/comparison";
import type { ComparisonVerdict } from "../../domain/restore-outcome";
import { useFocus } from "../run/use-focus";
import { describeObstacle, KINDS, reservations } from "../text/restore/comparison-lines";
import { describeFormDifference } from "../text/restore/form-lines";
import type { RestoringMessages } from "../text/restoring/language";
import { Button } from "../ui/button";
import { Part } from "../verify/part";
import { placeOf } from "./app-names";
import { ComparisonRecord } from "./comparison-record";
import { FindingsSection } from "./findings-section";
import { type FindingsView, workIn } from "./findings-view";
import type { Ticking } from "./found-records";
import { SettingsSection } from "./settings/settings-section";
import type { ArchivedApp, ComparedApp, OtherApp, RestoreDesk, UsableArchive } from "./restore-desk";

interface ComparedStepProps {
  messages: RestoringMessages;
  desk: RestoreDesk;
  archive: UsableArchive;
  app: ArchivedApp;
  into?: OtherApp;
  compared: ComparedApp;
  view: FindingsView;
  onLook: (asked: FindingsView["asked"]) => void;
  onTick: (ticking: Ticking) => void;
  onRestore: () => void;
  onOtherApp: () => void;
  onClose: () => void;
}

const LOOK: Record<ComparisonVerdict, "success" | "warning" | "error"> = {
  same: "success",
  differs: "warning",
  unable: "error",
};

/** What differs: the verdict, the form, and the records. */
export function ComparedStep(props: ComparedStepProps) {
  const { messages, desk, archive, app, into, compared, view, onLook, onTick, onRestore, onOtherApp, onClose } = props;
  const { restore, restoring, run } = messages;
  const { verdict, comparison } = compared;
  const hasWork = comparison !== undefined && workIn(comparison.counts) > 0;
  const notice = useFocus<HTMLDivElement>(compared);
  return (
    <div class="kbm-run-panel">
      <h2 class="kbm-run-heading">{restoring.compared.heading(placeOf(props, messages))}</h2>
      <div class={`kbm-notice kbm-notice-${LOOK[verdict]}`} role="status" tabIndex={-1} ref={notice}>
        <p>
          <b>{restore.verdict[verdict]}</b>
        </p>
        <Obstacle compared={compared} messages={messages} />
      </div>
      {comparison && (
        <>
          <Counts comparison={comparison} messages={messages} />
          <Form comparison={comparison} messages={messages} />
          {!into && <ComparisonRecord {...{ messages, desk }} digest={archive.digest} />}
          <FindingsSection
            {...{ messages, desk, view, onLook, onTick }}
            app={(into ?? app).app}
            counts={comparison.counts}
          />
        </>
      )}
      <SettingsSection {...{ messages, desk, app }} {...(into && { into })} />
      {hasWork && !desk.canRestore && <p class="kbm-notice kbm-notice-warning">{restoring.compared.onlyCompares}</p>}
      <div class="kbm-buttons">
        <Button text={run.close} onClick={onClose} />
        <Button text={restoring.compared.again} onClick={onOtherApp} />
        {hasWork && desk.canRestore && (
          <Button main text={restoring.compared.restore} disabled={!view.isCurrent} onClick={onRestore} />
        )}
      </div>
    </div>
  );
}

function Obstacle({ compared, messages }: { compared: ComparedApp; messages: RestoringMessages }) {
  const obstacle = compared.error ? errorOf(compared.error) : compared.obstacle;
  return obstacle ? <p>{describeObstacle(messages, obstacle)}</p> : null;
}

const ALWAYS = ["archived", "present", "equal"] as const;

function Counts({ comparison, messages }: { comparison: Comparison; messages: RestoringMessages }) {
  const { restore, quantities } = messages;
  const { counts } = comparison;
  const shown = [...ALWAYS, ...KINDS.filter((key) => counts[key] > 0)];
  return (
    <>
      <dl class="kbm-run-numbers">
        {shown.map((key) => (
          <div key={key}>
            <dt>{restore.counts[key]}</dt>
            <dd>{quantities.number(counts[key])}</dd>
          </div>
        ))}
      </dl>
      {reservations(restore, comparison, false).map((line) => (
        <p class="kbm-notice kbm-notice-warning" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}

function Form({
  comparison: { form },
  messages: { restore },
}: {
  comparison: Comparison;
  messages: RestoringMessages;
}) {
  if (form.differences.length === 0) return <p>{form.isUnchanged ? restore.form.same : restore.form.alike}</p>;
  return (
    <Part heading={restore.form.heading}>
      {form.differences.map((difference, at) => (
        <li key={at}>{describeFormDifference(restore, difference)}</li>
      ))}
    </Part>
  );
}
