import { nameOf } from "../restore/app-names";
import type { UsableArchive } from "../restore/restore-desk";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import type { ArchivedForm } from "./rebuild-desk";
import type { RebuildDraft } from "./rebuild-draft";

interface AppsChoiceProps {
  messages: RebuildPageMessages;
  archive: UsableArchive;
  forms: readonly ArchivedForm[];
  draft: RebuildDraft;
  onChange: (news: Pick<RebuildDraft, "folders">) => void;
}

/** One, several or all apps of the archive. What the chosen ones need of the others is said, and can be chosen with them. */
export function AppsChoice({ messages, archive: { apps }, forms, draft: { folders }, onChange }: AppsChoiceProps) {
  const { choices } = messages.next;
  const formOf = (folder: string) => forms.find((form) => form.folder === folder);
  const canBe = apps.filter(({ folder }) => formOf(folder)?.hasForm);
  const needed = new Set(folders.flatMap((folder) => formOf(folder)?.needs ?? []));
  const more = canBe.filter(({ folder, app }) => needed.has(app.appId) && !folders.includes(folder));
  const choose = (folder: string, isOn: boolean) =>
    onChange({ folders: isOn ? [...folders, folder] : folders.filter((each) => each !== folder) });
  return (
    <fieldset class="kbm-choices">
      <legend>{choices.apps}</legend>
      {apps.map((app) => {
        const hasForm = canBe.includes(app);
        return (
          <label key={app.folder}>
            <input
              type="checkbox"
              checked={folders.includes(app.folder)}
              disabled={!hasForm}
              onChange={({ currentTarget }) => choose(app.folder, currentTarget.checked)}
            />
            <span>
              {nameOf(app, messages)}
              <span class="kbm-quiet">{hasForm ? choices.app(app.records, app.attachments) : choices.noForm}</span>
            </span>
          </label>
        );
      })}
      {canBe.length > 1 && (
        <p class="kbm-ticked">
          <button
            type="button"
            class="kbm-button-small"
            onClick={() => onChange({ folders: canBe.map(({ folder }) => folder) })}
          >
            {choices.all}
          </button>
          <button type="button" class="kbm-button-small" onClick={() => onChange({ folders: [] })}>
            {choices.none}
          </button>
        </p>
      )}
      <div role="status">
        {more.length > 0 && (
          <div class="kbm-notice kbm-notice-warning">
            <p>{choices.needs(more.map((app) => nameOf(app, messages)))}</p>
            <p>
              <button
                type="button"
                class="kbm-button-small"
                onClick={() => onChange({ folders: [...folders, ...more.map(({ folder }) => folder)] })}
              >
                {choices.chooseThem}
              </button>
            </p>
          </div>
        )}
      </div>
    </fieldset>
  );
}
