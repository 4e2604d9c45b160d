import { DataTable } from "../history/overview/data-table";
import type { ShownDifference } from "../text/restore/shown-value";
import type { RestoringMessages } from "../text/restoring/language";
import { type FindingsPage, isTickable, type Ticking } from "./found-records";

interface FindingsTableProps {
  records: FindingsPage["records"];
  messages: RestoringMessages;
  urlOf: (id: string) => string;
  onTick: (ticking: Ticking) => void;
}

type Found = FindingsPage["records"][number];

/** Of each record a row for each field that is another, with the two values beside one another. */
export function FindingsTable({ records, ...rest }: FindingsTableProps) {
  const { compared } = rest.messages.restoring;
  const { record, kind, field, archived, present } = compared.column;
  return (
    <DataTable label={compared.records} heads={[[record], [kind], [field], [archived], [present]]}>
      {records.map((found) => (
        <Rows key={`${found.kind}-${found.id}`} found={found} {...rest} />
      ))}
    </DataTable>
  );
}

function Rows({ found, ...rest }: { found: Found } & Omit<FindingsTableProps, "records">) {
  const { messages } = rest;
  const { restore, restoring } = messages;
  const { kinds, gone } = restoring.compared;
  const { kind, changed, fields, more } = found;
  const rows = Math.max(1, fields.length + (more > 0 ? 1 : 0));
  const isMissing = kind === "missing";
  const [first, ...others] = fields;
  return (
    <>
      <tr class="kbm-found">
        <th scope="row" rowSpan={rows}>
          <Named found={found} {...rest} />
          {changed !== undefined && <span class="kbm-quiet">{changed}</span>}
        </th>
        <td rowSpan={rows}>{kinds[kind]}</td>
        {first ? (
          <Values field={first} isMissing={isMissing} />
        ) : (
          <td colSpan={isMissing ? 2 : 3}>{wholeOf(found, messages)}</td>
        )}
        {isMissing && <td rowSpan={rows}>{gone}</td>}
      </tr>
      {others.map((field, at) => (
        <tr key={at}>
          <Values field={field} isMissing={isMissing} />
        </tr>
      ))}
      {more > 0 && (
        <tr>
          <td colSpan={3}>{restore.more(more)}</td>
        </tr>
      )}
    </>
  );
}

/** What it is called, to look at where it is there, and to tick where something can be done about it. */
function Named({
  found,
  messages: { restore, restoring },
  urlOf,
  onTick,
}: { found: Found } & Omit<FindingsTableProps, "records">) {
  const { id, presentId, isTicked } = found;
  const name = restore.record(id, presentId ?? id);
  return (
    <span class="kbm-named">
      {isTickable(found) && (
        <input
          type="checkbox"
          aria-label={restoring.compared.tick(name)}
          checked={isTicked}
          onChange={({ currentTarget }) => onTick({ which: [id], isOn: currentTarget.checked })}
        />
      )}
      {presentId === undefined ? (
        name
      ) : (
        <a class="kbm-link" href={urlOf(presentId)} target="_blank" rel="noreferrer">
          {name}
        </a>
      )}
    </span>
  );
}

/** Of a record that is missing, there is nothing in the app to show beside it. */
function Values({ field: { field, values }, isMissing }: { field: ShownDifference; isMissing: boolean }) {
  if (!values) return <td colSpan={3}>{field}</td>;
  const [archived, present] = values;
  return (
    <>
      <td>{field}</td>
      <td>{archived}</td>
      {!isMissing && <td>{present}</td>}
    </>
  );
}

/** A record of which no field is told. */
function wholeOf({ kind, note }: Found, { restoring }: RestoringMessages): string {
  if (note !== undefined) return note;
  return kind === "missing" ? "" : restoring.compared.notArchived;
}
