import { sha256Hex } from "../../archive/bytes/digest";
import type { FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf } from "../../archive/records/understood";
import { comparableCell, comparedFields } from "./record-differences";

/** Two records have the same key when a comparison finds no difference in what a restore writes: then people see the same in both. */
export function createContentKey(present: FormFields, fields: ReadonlySet<string>): (record: KintoneRecord) => string {
  const written = comparedFields(present, fields).filter(({ role }) => role === "written");
  return (record) =>
    sha256Hex(
      JSON.stringify(
        written.map((field) => {
          const cell = cellOf(record, field.code);
          return cell ? comparableCell(field, cell) : null;
        }),
      ),
    );
}
