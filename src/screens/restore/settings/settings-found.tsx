import { useState } from "preact/hooks";
import type { SettingDifference } from "../../../restore/settings/settings-comparison";
import { DataTable } from "../../history/overview/data-table";
import {
  equalSettings,
  shownSettingDifference,
  type ShownSettingDifference,
} from "../../text/compared-settings/setting-lines";
import type { RestoringMessages } from "../../text/restoring/language";
import type { ToldSettings } from "../restore-desk";

/** More nobody reads without searching. */
const MOST_ROWS = 200;

interface SettingsFoundProps extends Pick<ToldSettings, "compared" | "notCompared"> {
  messages: RestoringMessages;
  /** Takes the code of a field that the app has not any more; absent where none can be put back. */
  onPutBack: ((field: string) => void) | undefined;
}

interface Row extends ShownSettingDifference {
  /** Where it is a field that is gone: its code. */
  gone?: string;
  setting: string;
  kind: SettingDifference["change"];
}

/** Every setting that is another, by its name, with what it was and what it is. */
export function SettingsFound({ messages, compared, notCompared, onPutBack }: SettingsFoundProps) {
  const { comparedSettings: texts, addedField, restoring } = messages;
  const [search, setSearch] = useState("");
  const rows = compared.flatMap(({ setting, differences }) =>
    differences.map((difference): Row => ({
      ...{ setting: texts.setting(setting), kind: difference.change },
      ...goneField(setting, difference),
      ...shownSettingDifference(texts, difference),
    })),
  );
  const { none } = texts.value;
  const found = rows.filter((row) => isMeant(row, search));
  const equal = equalSettings(texts, compared);
  const { column, archived, present } = { ...restoring.compared.column, column: texts.screen.column };
  return (
    <>
      {rows.length > 0 && (
        <>
          <div class="kbm-filter">
            <label class="kbm-search">
              {texts.screen.search}
              <input type="search" value={search} onInput={({ currentTarget }) => setSearch(currentTarget.value)} />
            </label>
          </div>
          {found.length === 0 ? (
            <p role="status">{restoring.compared.nothing}</p>
          ) : (
            <DataTable label={texts.screen.heading} heads={[[column.setting], [column.what], [archived], [present]]}>
              {found.slice(0, MOST_ROWS).map((row, at) => (
                <tr key={at}>
                  <th scope="row">{row.setting}</th>
                  <td>
                    {row.what}
                    {row.gone !== undefined && onPutBack && (
                      <button type="button" class="kbm-button-small" onClick={() => onPutBack(row.gone ?? "")}>
                        {addedField.screen.offer(row.gone)}
                      </button>
                    )}
                  </td>
                  <Values row={row} none={none} />
                </tr>
              ))}
            </DataTable>
          )}
          {found.length > MOST_ROWS && <p>{messages.restore.more(found.length - MOST_ROWS)}</p>}
        </>
      )}
      {equal.length > 0 && <p class="kbm-quiet">{texts.heading.same(equal)}</p>}
      {notCompared.length > 0 && (
        <details class="kbm-fields">
          <summary>{texts.heading.notCompared}</summary>
          <ul class="kbm-problems">
            {notCompared.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Of the form itself: what went with a table comes back with it. */
function goneField(setting: string, { change, where }: SettingDifference): Pick<Row, "gone"> {
  const [, field, ...inner] = where;
  const isField = setting === "app/form/fields" && change === "removed" && inner.length === 0;
  return isField && field && "thing" in field ? { gone: field.name } : {};
}

/** What only one side has has no value there beside it. */
function Values({ row: { values, kind, change }, none }: { row: Row; none: string }) {
  if (!values && kind === "hidden") return <td colSpan={2}>{change}</td>;
  const [archived, present] = values ?? [kind === "added" ? none : "", change];
  return (
    <>
      <td>{archived}</td>
      <td>{present}</td>
    </>
  );
}

function isMeant({ setting, what, values, change }: Row, search: string): boolean {
  const text = [setting, what, ...(values ?? []), change].join("\n").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
