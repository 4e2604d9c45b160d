import type { RecordSelection } from "../../restore/plan/restore-choices";
import type { RestoringMessages } from "../text/restoring/language";
import { localMoment, momentOf } from "./local-moment";
import type { RestoreDraft } from "./restore-draft";

interface RecordsChoiceProps {
  draft: RestoreDraft;
  /** Whether there are fields with files. */
  hasAttachments: boolean;
  /** How many records are meant, where not all are, and why a condition cannot be answered. */
  chosen?: number;
  problems: readonly string[];
  messages: RestoringMessages;
  onChange: (news: Partial<RestoreDraft>) => void;
}

/** Which records, by what the archive knows of them, and whether only their files. What is typed counts as soon as it is left. */
export function RecordsChoice({ draft, hasAttachments, chosen, problems, messages, onChange }: RecordsChoiceProps) {
  const { which } = messages.restoring;
  const { meeting, attachmentsOnly } = draft;
  const { condition = "", changed = {}, onlyDeleted = false } = meeting;
  const meet = (news: Meeting) => onChange({ meeting: said({ ...meeting, ...news }) });
  const isAsked = condition !== "" || meeting.changed !== undefined;
  const between = (news: Meeting["changed"]) => meet({ changed: { ...changed, ...news } });
  return (
    <details class="kbm-fields">
      <summary>{which.heading}</summary>
      <label class="kbm-reason">
        {which.condition}
        <input
          type="text"
          value={condition}
          aria-invalid={problems.length > 0}
          onChange={({ currentTarget }) => meet({ condition: currentTarget.value.trim() })}
        />
        <span class="kbm-quiet">{which.conditionNote}</span>
      </label>
      {problems.length > 0 && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {problems.join(" ")}
        </p>
      )}
      <p role="status" class="kbm-quiet">
        {isAsked && chosen !== undefined && problems.length === 0 && which.chosen(chosen)}
      </p>
      {(["from", "to"] as const).map((end) => (
        <label key={end} class="kbm-reason">
          {which[end]}
          <input
            type="datetime-local"
            value={localMoment(changed[end])}
            onChange={({ currentTarget }) => between({ [end]: momentOf(currentTarget.value) })}
          />
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={onlyDeleted}
          onChange={({ currentTarget }) => meet({ onlyDeleted: currentTarget.checked })}
        />
        <span>{which.onlyDeleted}</span>
      </label>
      {hasAttachments && (
        <label>
          <input
            type="checkbox"
            checked={attachmentsOnly}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ attachmentsOnly: checked, ...(checked && { putBack: true }) })
            }
          />
          <span>
            {which.attachmentsOnly}
            <span class="kbm-quiet">{which.attachmentsNote}</span>
          </span>
        </label>
      )}
    </details>
  );
}

interface Meeting {
  condition?: string;
  changed?: { from?: string | undefined; to?: string | undefined };
  onlyDeleted?: boolean;
}

/** Without what is left open. */
function said({ condition, changed: { from, to } = {}, onlyDeleted }: Meeting): Omit<RecordSelection, "ids"> {
  const isBetween = from !== undefined || to !== undefined;
  return {
    ...(condition && { condition }),
    ...(isBetween && { changed: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } }),
    ...(onlyDeleted && { onlyDeleted: true }),
  };
}
