import type { KintoneAnswer } from "../../domain/errors";
import type { RefusedRecord } from "../../domain/sink";

/** `records[3].…`, of which the rest is what is wrong with that record. */
const OF_RECORD = /^records\[(\d+)\](.*)$/;

/**
 * What kintone says of single records (CB_VA01), by the paths of its `errors`: `records[3].field.value`, in tables
 * `records[3].table.value[1].value.field.value` (SonicGarden/kintone-emulator, captured). That changes may have `records[3].record.field.value`,
 * and that codes may stand in brackets, is UNCONFIRMED(paths-of-refused-fields) and understood.
 *
 * @returns nothing for what is about none of so many records
 */
export function refusedRecords({ errors = {} }: KintoneAnswer, count: number): RefusedRecord[] {
  const found = new Map<number, RefusedRecord["fields"]>();
  for (const [path, messages] of Object.entries(errors)) {
    const [, index = "", rest = ""] = OF_RECORD.exec(path) ?? [];
    if (index === "" || Number(index) >= count) continue;
    const fields = found.get(Number(index)) ?? {};
    found.set(Number(index), fields);
    const field = fieldIn(rest);
    if (field !== undefined) fields[field] = [...(fields[field] ?? []), ...messages];
  }
  return [...found].sort(([a], [b]) => a - b).map(([index, fields]) => ({ index, fields }));
}

/** `.field.value`, `.field.values[0].value`, `.table.value[1].value.field.value`. An `.id` alone is of no field. */
function fieldIn(path: string): string | undefined {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  const isWrapped = steps[0] === "record" && !isValue(steps[1]);
  const [code, cell, row, ofRow, inner] = isWrapped ? steps.slice(1) : steps;
  if (code === undefined || !isValue(cell)) return undefined;
  const isInTable = cell === "value" && /^\d+$/.test(row ?? "") && ofRow === "value" && inner !== undefined;
  return isInTable ? `${code}.${inner}` : code;
}

function isValue(step: string | undefined): boolean {
  return step === "value" || step === "values";
}
