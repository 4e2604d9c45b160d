import { nameOf } from "../restore/app-names";
import type { UsableArchive } from "../restore/restore-desk";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import type { PlannedRebuild } from "./rebuild-desk";
import type { RebuildDraft } from "./rebuild-draft";

type Decided = Pick<RebuildDraft, "others">;

interface StandInsProps {
  messages: RebuildPageMessages;
  archive: UsableArchive;
  draft: Decided;
  planned: Pick<PlannedRebuild, "nowhere">;
  onChange: (news: Decided) => void;
}

/** Apps that are named and that nothing stands for; and those that people gave one for. */
export function StandIns({ messages, archive, draft: { others }, planned, onChange }: StandInsProps) {
  const { planned: words } = messages.next;
  const ids = [...new Set([...planned.nowhere, ...Object.keys(others)])];
  if (ids.length === 0) return null;
  return (
    <fieldset class="kbm-choices">
      <legend>{words.nowhere}</legend>
      <p class="kbm-quiet">{words.nowhereNote}</p>
      {ids.map((id) => {
        const archived = archive.apps.find(({ app }) => app.appId === id);
        return (
          <label key={id} class="kbm-reason">
            {words.standIn(archived ? nameOf(archived, messages) : messages.run.appId(id, undefined))}
            <input
              type="text"
              inputMode="numeric"
              autocomplete="off"
              value={others[id] ?? ""}
              onInput={({ currentTarget }) => onChange({ others: { ...others, [id]: currentTarget.value } })}
            />
          </label>
        );
      })}
    </fieldset>
  );
}
