import type { BackupError } from "../../domain/errors";
import { useFocus } from "../run/use-focus";
import type { RestoringMessages } from "../text/restoring/language";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import { placeOf } from "./app-names";
import { FieldsChoice } from "./fields-choice";
import type { FindingsView } from "./findings-view";
import type { Ticking } from "./found-records";
import type { ArchivedApp, ComparedApp, OtherApp, RestoreDesk, RestoreNumbers } from "./restore-desk";
import { ModeChoice } from "./mode-choice";
import { RecordsChoice } from "./records-choice";
import type { RestoreDraft } from "./restore-draft";
import { ScopeChoice } from "./scope-choice";
import { useNumbers } from "./use-numbers";

interface ChoicesStepProps {
  messages: RestoringMessages;
  desk: RestoreDesk;
  app: ArchivedApp;
  into?: OtherApp;
  compared: ComparedApp;
  view: FindingsView;
  draft: RestoreDraft;
  /** Why a check came to no end. */
  failed?: BackupError;
  onTick: (ticking: Ticking) => void;
  onChange: (draft: RestoreDraft) => void;
  onBack: () => void;
  onCheck: () => void;
}

const NONE: RestoreNumbers = { add: 0, putBack: 0, surplus: 0, newer: 0, fields: [], problems: [] };

/** What is to be done with which records, how much each would be, and why it is done. */
export function ChoicesStep(props: ChoicesStepProps) {
  const { messages, desk, compared, view, draft, failed, onTick, onChange, onBack, onCheck } = props;
  const { choices } = messages.restoring;
  const { scope, attachmentsOnly, addMissing, putBack, remove, newer, reason } = draft;
  const { attachmentFields = [], bytes = false } = compared;
  const counted = useNumbers(draft, compared, desk);
  const { numbers = NONE, isCounting, problem } = counted;
  const panel = useFocus<HTMLHeadingElement>();
  const change = (news: Partial<RestoreDraft>) => onChange({ ...draft, ...news });
  const amount = (records: number) =>
    counted.numbers ? choices.amount(records, Math.ceil(records / RECORDS_A_REQUEST)) : UNKNOWN;
  const { add, surplus } = numbers;
  const removed = surplus + (newer ? numbers.newer : 0);
  const written = (addMissing ? add : 0) + (putBack ? numbers.putBack : 0) + (remove ? removed : 0);
  const isExplained = reason.trim() !== "";
  // By their names alone, files may seem to be the same.
  const mayDiffer = attachmentsOnly && putBack && !bytes;
  const isKnown = counted.numbers !== undefined && !isCounting && numbers.problems.length === 0;
  const isReady = (written > 0 || mayDiffer) && isExplained && isKnown;
  return (
    <div class="kbm-run-panel">
      <h2 class="kbm-run-heading" ref={panel} tabIndex={-1}>
        {choices.heading}
      </h2>
      <p class="kbm-run-target">{placeOf(props, messages)}</p>
      {[failed, problem].map(
        (error, at) =>
          error && (
            <p key={at} class="kbm-notice kbm-notice-error" role="alert">
              {describeProblem(messages, { error })}
            </p>
          ),
      )}
      <ScopeChoice {...{ messages, compared, view, onTick, scope }} onChoose={(chosen) => change({ scope: chosen })} />
      <RecordsChoice
        {...{ draft, messages }}
        hasAttachments={attachmentFields.length > 0}
        {...numbers}
        onChange={change}
      />
      <fieldset class="kbm-choices" aria-busy={isCounting}>
        <legend>{choices.modes}</legend>
        <ModeChoice
          isOn={addMissing}
          onChange={(is) => change({ addMissing: is })}
          text={choices.add(amount(add))}
          note={choices.addNote}
        />
        <ModeChoice
          isOn={putBack}
          onChange={(is) => change({ putBack: is })}
          text={choices.putBack(amount(numbers.putBack))}
          note={choices.putBackNote}
        />
        {putBack && !attachmentsOnly && (
          <FieldsChoice numbers={numbers} draft={draft} messages={messages} onChange={change} />
        )}
        {compared.notExact ? (
          <p class="kbm-quiet">{choices.notExact[compared.notExact.reason]}</p>
        ) : (
          <ModeChoice
            isOn={remove}
            onChange={(is) => change({ remove: is })}
            text={choices.remove(amount(surplus))}
            note={choices.removeNote}
          />
        )}
        {remove && numbers.newer > 0 && (
          <ModeChoice
            isOn={newer}
            onChange={(is) => change({ newer: is })}
            text={choices.newer(amount(numbers.newer))}
            note={choices.newerNote}
          />
        )}
      </fieldset>
      <label class="kbm-reason">
        {choices.reason}
        <input
          type="text"
          required
          value={reason}
          maxLength={200}
          onInput={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
      </label>
      <p role="status" class="kbm-run-note">
        {!scope ? choices.noRecords : written === 0 && !mayDiffer && isKnown && choices.nothingChosen}
        {(written > 0 || mayDiffer) && !isExplained && choices.reasonMissing}
      </p>
      <div class="kbm-buttons">
        <Button text={choices.back} onClick={onBack} />
        <Button main text={choices.check} disabled={!isReady} onClick={onCheck} />
      </div>
    </div>
  );
}

/** kintone takes a hundred records a request; files, and looking before and after it, come on top. */
const RECORDS_A_REQUEST = 100;
/** What is not counted yet. */
const UNKNOWN = "…";
