import { harmlessLine } from "../text/harmless";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import type { PlannedRebuild } from "./rebuild-desk";
import type { RebuildDraft } from "./rebuild-draft";

type Decided = Pick<RebuildDraft, "instead" | "leaveOutPeople">;

interface GonePeopleProps {
  messages: RebuildPageMessages;
  draft: Decided;
  planned: Pick<PlannedRebuild, "gone" | "strangers">;
  onChange: (news: Partial<Decided>) => void;
}

/** Who is named and is gone: for each, who stands in their place, or nobody. */
export function GonePeople({ messages, draft, planned: { gone, strangers }, onChange }: GonePeopleProps) {
  const { planned: words } = messages.next;
  const { instead, leaveOutPeople } = draft;
  if (gone.length === 0) return null;
  return (
    <fieldset class="kbm-choices">
      <legend>{words.gone}</legend>
      <p class="kbm-quiet">{words.goneNote}</p>
      {strangers.length > 0 && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {words.strangers(strangers.map(({ told }) => harmlessLine(told)))}
        </p>
      )}
      {gone.map(({ people, code, told }) => (
        <label key={told} class="kbm-reason">
          {words.instead(harmlessLine(told))}
          <input
            type="text"
            autocomplete="off"
            value={instead[people][code] ?? ""}
            onInput={({ currentTarget }) =>
              onChange({ instead: { ...instead, [people]: { ...instead[people], [code]: currentTarget.value } } })
            }
          />
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={leaveOutPeople}
          onChange={({ currentTarget }) => onChange({ leaveOutPeople: currentTarget.checked })}
        />
        <span>{words.leaveOut}</span>
      </label>
    </fieldset>
  );
}
