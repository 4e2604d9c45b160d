import type { Form } from "../record/form-definition";
import type { KintoneRecord } from "../record/record-values";
import type { Page } from "../page";
import { RecordRow } from "./record-row";

interface RecordTableProps {
  page: Page;
  form: Form;
  fields: string[];
  records: KintoneRecord[];
  orderBy: string;
  onSort(orderBy: string): void;
  /** A record was deleted: the list must be read again. */
  onChanged(): void;
}

/** Types whose column can order the list; tables and fields of many values cannot. */
const sortable =
  /^(RECORD_NUMBER|CREATED_TIME|UPDATED_TIME|SINGLE_LINE_TEXT|NUMBER|CALC|DATE|TIME|DATETIME|DROP_DOWN|RADIO_BUTTON|LINK|STATUS)$/;

/** A LIST view. */
export function RecordTable({ page, form, fields, records, orderBy, onSort, onChanged }: RecordTableProps) {
  const { text } = page;
  if (records.length === 0) return <p class="lk-empty">{text.noRecords}</p>;
  const [orderField, direction = "asc"] = orderBy.split(",")[0]?.trim().split(/\s+/) ?? [];
  return (
    <div class="lk-table-frame">
      <table class="lk-record-table">
        <thead>
          <tr>
            <th class="lk-icon-cell" />
            {fields.map((code) => {
              const property = form.properties[code];
              const arrow = direction === "asc" ? " ▲" : " ▼";
              const mark = code === orderField ? arrow : "";
              const next = code === orderField && direction === "asc" ? "desc" : "asc";
              return (
                <th>
                  {property && sortable.test(property.type) ? (
                    <button type="button" class="lk-sort" onClick={() => onSort(`${code} ${next}`)}>
                      {property.label}
                      {mark}
                    </button>
                  ) : (
                    (property?.label ?? code)
                  )}
                </th>
              );
            })}
            <th class="lk-icon-cell" />
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <RecordRow
              key={record.$id?.value}
              page={page}
              form={form}
              fields={fields}
              record={record}
              onRemoved={onChanged}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
