import { useEffect, useState } from "preact/hooks";
import type { Page } from "../page";
import { readForm } from "./form-definition";
import type { FieldProperty, Form, ReferenceTable } from "./form-definition";
import type { KintoneRecord } from "./record-values";
import { OptionalValue } from "./value";

interface ReferenceRecordsProps {
  page: Page;
  property: FieldProperty;
  record: KintoneRecord;
}

/** Records of another app that belong to this one, read with the user's own rights. */
export function ReferenceRecords({ page, property, record }: ReferenceRecordsProps) {
  const [found, setFound] = useState<{ form: Form; records: KintoneRecord[] }>();
  const [problem, setProblem] = useState("");
  const table = property.referenceTable;
  useEffect(() => {
    if (!table) return;
    readRelated(page, table, record).then(setFound, (error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  if (problem) return <div class="lk-field-error">{problem}</div>;
  if (!table || !found) return <div class="lk-field-value" />;
  const { properties } = found.form;
  return (
    <table class="lk-subtable">
      <thead>
        <tr>
          {table.displayFields.map((code) => (
            <th>{properties[code]?.label ?? code}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.records.map((related) => (
          <tr>
            {table.displayFields.map((code) => (
              <td>
                <OptionalValue record={related} code={code} property={properties[code]} page={page} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function readRelated(page: Page, table: ReferenceTable, record: KintoneRecord) {
  const { relatedApp, condition, filterCond, sort, size } = table;
  const form = await readForm(page.rest, relatedApp.app);
  const value = String(record[condition.field]?.value ?? "");
  if (value === "") return { form, records: [] };
  const key = `${condition.relatedField} = "${value.replace(/[\\"]/g, "\\$&")}"`;
  const query = `${key}${filterCond === "" ? "" : ` and (${filterCond})`}${sort === "" ? "" : ` order by ${sort}`} limit ${size}`;
  const { records } = await page.rest.call<{ records: KintoneRecord[] }>("/k/v1/records", "GET", {
    app: relatedApp.app,
    query,
  });
  return { form, records };
}
