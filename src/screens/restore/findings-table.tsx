import { DataTable } from "../history/overview/data-table";
import type { ShownDifference } from "../text/restore/shown-value";
import type { RestoringMessages } from "../text/restoring/language";
import type { FoundRecord } from "./found-records";

interface FindingsTableProps {
  records: readonly FoundRecord[];
  messages: RestoringMessages;
  urlOf: (id: string) => string;
}

/** Of each record a row for each field that is another, with the two values beside one another. */
export function FindingsTable({ records, messages, urlOf }: FindingsTableProps) {
  const { compared } = messages.restoring;
  const { record, kind, field, archived, present } = compared.column;
  return (
    <DataTable label={compared.records} heads={[[record], [kind], [field], [archived], [present]]}>
      {records.map((found) => (
        <Rows key={`${found.kind}-${found.id}`} found={found} messages={messages} urlOf={urlOf} />
      ))}
    </DataTable>
  );
}

function Rows({ found, messages, urlOf }: { found: FoundRecord } & Pick<FindingsTableProps, "messages" | "urlOf">) {
  const { restore, restoring } = messages;
  const { kinds, gone } = restoring.compared;
  const { id, presentId, kind, changed, fields, more } = found;
  const rows = Math.max(1, fields.length + (more > 0 ? 1 : 0));
  const isMissing = kind === "missing";
  const [first, ...others] = fields;
  return (
    <>
      <tr class="kbm-found">
        <th scope="row" rowSpan={rows}>
          {presentId === undefined ? (
            restore.record(id, id)
          ) : (
            <a class="kbm-link" href={urlOf(presentId)} target="_blank" rel="noreferrer">
              {restore.record(id, presentId)}
            </a>
          )}
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
function wholeOf({ kind, note }: FoundRecord, { restoring }: RestoringMessages): string {
  if (note !== undefined) return note;
  return kind === "missing" ? "" : restoring.compared.notArchived;
}
