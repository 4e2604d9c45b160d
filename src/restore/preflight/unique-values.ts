import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { cellOf } from "../../archive/records/understood";
import { versionOf } from "../../records/record-version";
import { comparableValue } from "../compare/comparable-value";
import type { ComparedForms } from "../compare/compared-forms";
import { type Gathered, gatherRecords, under } from "./concerned";
import { namedField, type PlacedProperty, writtenProperties } from "./form-fields";
import { type Clash, MOST_EXAMPLES, type Obstacle } from "./obstacle";
import type { RecordCheck } from "./planned-records";
import { quoted } from "./quoted";

interface Value {
  id: string;
  /** The record that it is written into, where there is one. */
  presentId?: string;
  value: string;
  text: string;
}

/**
 * Values that may be there only once, and would be there twice: in two records of the archive, or in one and another record that the app has now.
 * Holds the values of such fields, and costs a request for each hundred. That another record gets a new value by the same plan makes no difference: which of the
 * two is written first, nobody can tell, and whether kintone takes values that are swapped within a request is UNCONFIRMED(swapped-unique-values).
 */
export function checkUnique(
  { present, fields }: ComparedForms,
  app: AppRef,
  source: Pick<Source, "readRecords">,
): RecordCheck<Obstacle[]> {
  const unique = writtenProperties(present, fields)
    .filter(({ property, table }) => table === undefined && Reflect.get(property, "unique") === true)
    .map((placed) => ({ placed, ...createUniqueField(placed, app, source) }));
  return {
    see({ id, wanted, change, isWritten }) {
      for (const { placed, meet } of unique) {
        const cell = cellOf(wanted, placed.property.code);
        const value = cell?.value;
        if (!cell || typeof value !== "string" || value === "" || !isWritten(placed.property.code)) continue;
        meet({ id, value, text: comparableValue(cell), ...(change && { presentId: change.presentId }) });
      }
    },
    async ask() {
      for (const field of unique) await field.ask();
    },
    found: () => unique.flatMap((field) => field.found()),
  };
}

function createUniqueField(placed: PlacedProperty, app: AppRef, source: Pick<Source, "readRecords">) {
  const { code } = placed.property;
  const first = new Map<string, string>();
  const clashes: Clash[] = [];
  const records: Gathered = gatherRecords();
  let waiting: Value[] = [];

  function book({ id, value }: Value, other: Clash["other"]): void {
    records.add(id);
    if (clashes.length < MOST_EXAMPLES) clashes.push({ id, value, other });
  }

  return {
    meet(value: Value): void {
      const id = under(first, value.text, () => value.id);
      if (id === value.id) waiting.push(value);
      else book(value, { of: "archive", id });
    },
    async ask(): Promise<void> {
      if (waiting.length === 0) return;
      const query = waiting.map(({ value }) => `${code} = ${quoted(value)}`).join(" or ");
      const found = new Map<string, string>();
      for (const record of await source.readRecords(app, { query, afterId: "0" })) {
        const cell = cellOf(record, code);
        if (cell) found.set(comparableValue(cell), versionOf(record).id);
      }
      for (const value of waiting) {
        const id = found.get(value.text);
        if (id !== undefined && id !== value.presentId) book(value, { of: "app", id });
      }
      waiting = [];
    },
    found: (): Obstacle[] =>
      records.ids.length === 0
        ? []
        : [
            {
              ...{ code: "UNIQUE", weight: "asks", ...namedField(placed), clashes, records: records.concerned() },
              ways: [records.leaveOut(), { way: "leave-out-field", field: code }],
            },
          ],
  };
}
