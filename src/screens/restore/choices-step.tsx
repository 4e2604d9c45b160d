import { useEffect, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../domain/errors";
import { useFocus } from "../run/use-focus";
import type { RestoringMessages } from "../text/restoring/language";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import { FieldsChoice } from "./fields-choice";
import type { FindingsView } from "./findings-view";
import type { Ticking } from "./found-records";
import type { ComparedApp, RestoreDesk, RestoreNumbers } from "./restore-desk";
import { RecordsChoice } from "./records-choice";
import { chosenOf, type RestoreDraft } from "./restore-draft";
import { ScopeChoice } from "./scope-choice";

interface ChoicesStepProps {
  messages: RestoringMessages;
  desk: RestoreDesk;
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
  const { scope, meeting, fields, attachmentsOnly, addMissing, putBack, remove, newer, reason } = draft;
  const { attachmentFields = [], bytes = false } = compared;
  const [numbers, setNumbers] = useState(NONE);
  const [isCounting, setCounting] = useState(true);
  const [problem, setProblem] = useState(failed);
  const panel = useFocus<HTMLHeadingElement>();
  useEffect(() => {
    let isWanted = true;
    const asked = chosenOf({ meeting, attachmentsOnly, ...(fields && { fields }) }, compared);
    setCounting(true);
    if (!scope) return setNumbers(NONE);
    desk.numbers({ ...asked, onlyTicked: scope === "ticked" }).then(
      (found) => {
        if (!isWanted) return;
        setNumbers(found);
        setCounting(false);
      },
      (thrown: unknown) => isWanted && setProblem(toBackupError(thrown)),
    );
    return () => {
      isWanted = false;
    };
  }, [scope, meeting, attachmentsOnly, fields, compared, desk]);
  const change = (news: Partial<RestoreDraft>) => onChange({ ...draft, ...news });
  const { add, surplus } = numbers;
  const removed = surplus + (newer ? numbers.newer : 0);
  const written = (addMissing ? add : 0) + (putBack ? numbers.putBack : 0) + (remove ? removed : 0);
  const isExplained = reason.trim() !== "";
  // By their names alone, files may seem to be the same.
  const mayDiffer = attachmentsOnly && putBack && !bytes;
  const isReady = (written > 0 || mayDiffer) && isExplained && !isCounting && numbers.problems.length === 0;
  return (
    <div class="kbm-run-panel">
      <h2 class="kbm-run-heading" ref={panel} tabIndex={-1}>
        {choices.heading}
      </h2>
      {problem && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {describeProblem(messages, { error: problem })}
        </p>
      )}
      <ScopeChoice {...{ messages, compared, view, onTick, scope }} onChoose={(chosen) => change({ scope: chosen })} />
      <RecordsChoice
        {...{ draft, messages }}
        hasAttachments={attachmentFields.length > 0}
        {...numbers}
        onChange={change}
      />
      <fieldset class="kbm-choices">
        <legend>{choices.modes}</legend>
        <Mode
          isOn={addMissing}
          onChange={(is) => change({ addMissing: is })}
          text={choices.add(add, requests(add))}
          note={choices.addNote}
        />
        <Mode
          isOn={putBack}
          onChange={(is) => change({ putBack: is })}
          text={choices.putBack(numbers.putBack, requests(numbers.putBack))}
          note={choices.putBackNote}
        />
        {putBack && !attachmentsOnly && (
          <FieldsChoice numbers={numbers} draft={draft} messages={messages} onChange={change} />
        )}
        {compared.notExact ? (
          <p class="kbm-quiet">{choices.notExact[compared.notExact.reason]}</p>
        ) : (
          <Mode
            isOn={remove}
            onChange={(is) => change({ remove: is })}
            text={choices.remove(surplus, requests(surplus))}
            note={choices.removeNote}
          />
        )}
        {remove && numbers.newer > 0 && (
          <Mode
            isOn={newer}
            onChange={(is) => change({ newer: is })}
            text={choices.newer(numbers.newer, requests(numbers.newer))}
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
        {!scope ? choices.noRecords : written === 0 && !mayDiffer && !isCounting && choices.nothingChosen}
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
const requests = (records: number) => Math.ceil(records / RECORDS_A_REQUEST);

interface ModeProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  text: string;
  note: string;
}

function Mode({ isOn, onChange, text, note }: ModeProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>
        {text}
        <span class="kbm-quiet">{note}</span>
      </span>
    </label>
  );
}
