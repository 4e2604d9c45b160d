import type { Cell, KintoneRecord, TableRow } from "../archive/records/kintone-app";
import type { CompiledComparison } from "./compile-comparison";
import { QueryError } from "./query-error";
import { isDenial } from "./values/comparing";

export type RecordTest = (record: KintoneRecord) => boolean;

/** Looks at the cell of a field outside tables. */
export function cellTest({ comparison, field, test }: CompiledComparison): RecordTest {
  return (record) => test(cellOf(record, field.code, comparison.position, record).value);
}

/**
 * Looks at the rows of a table (measured, SonicGarden/kintone-emulator doc/kintone-query-behavior.md and records-query.test.ts): some row is all that is
 * asked for with `and`; what is denied is denied by every row; a table without rows meets no condition at all.
 */
export function tableTests(table: string, comparisons: readonly CompiledComparison[]): RecordTest[] {
  const asked = comparisons.filter(({ comparison }) => !isDenial(comparison.operator));
  const denied = comparisons.filter(({ comparison }) => isDenial(comparison.operator));
  const isMet = (one: CompiledComparison, row: TableRow, record: KintoneRecord) =>
    one.test(cellOf(row.value, one.field.code, one.comparison.position, record).value);
  const someRow: RecordTest = (record) =>
    rowsOf(record, table, comparisons).some((row) => asked.every((one) => isMet(one, row, record)));
  const everyRow = denied.map((one): RecordTest => (record) => {
    const rows = rowsOf(record, table, comparisons);
    return rows.length > 0 && rows.every((row) => isMet(one, row, record));
  });
  return asked.length > 0 ? [someRow, ...everyRow] : everyRow;
}

function rowsOf(record: KintoneRecord, table: string, [first]: readonly CompiledComparison[]): TableRow[] {
  return cellOf(record, table, first?.comparison.position ?? 0, record).value as TableRow[];
}

/** Of a missing cell nobody can tell what it was. */
function cellOf(cells: Record<string, Cell>, code: string, position: number, record: KintoneRecord): Cell {
  const cell = Object.hasOwn(cells, code) ? cells[code] : undefined;
  if (cell) return cell;
  throw new QueryError("VALUE_MISSING", position, { field: code, record: String(record.$id?.value ?? "") });
}
