import { ModeChoice } from "../restore/mode-choice";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import type { RebuildDraft } from "./rebuild-draft";

type OfRecords = Pick<RebuildDraft, "withRecords" | "status" | "comments" | "reason">;

interface RecordsChoiceProps {
  messages: RebuildPageMessages;
  draft: OfRecords;
  onChange: (news: Partial<OfRecords>) => void;
}

/** With their records or without, and what else of these. */
export function RecordsChoice({ messages, draft, onChange }: RecordsChoiceProps) {
  const { choices } = messages.next;
  const { withRecords, status, comments, reason } = draft;
  return (
    <>
      <fieldset class="kbm-choices">
        <legend>{choices.records}</legend>
        {[true, false].map((is) => (
          <label key={String(is)}>
            <input
              type="radio"
              name="kbm-rebuild-records"
              checked={withRecords === is}
              onChange={() => onChange({ withRecords: is })}
            />
            <span>{is ? choices.withRecords : choices.onlyApps}</span>
          </label>
        ))}
        {withRecords && (
          <>
            <ModeChoice
              isOn={status}
              onChange={(is) => onChange({ status: is })}
              text={choices.status}
              note={choices.statusNote}
            />
            <ModeChoice
              isOn={comments}
              onChange={(is) => onChange({ comments: is })}
              text={choices.comments}
              note={choices.commentsNote}
            />
          </>
        )}
      </fieldset>
      {withRecords && (
        <label class="kbm-reason">
          {choices.reason}
          <input
            type="text"
            required
            maxLength={200}
            value={reason}
            onInput={({ currentTarget }) => onChange({ reason: currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}
