import type { OddCell } from "../../domain/record-copies";

/** The odd cells of the records that are in the files, and the records of which CSV has no rows at all. */
export interface OddCells {
  add(cells: readonly OddCell[]): void;
  /** CSV has nothing of the record. */
  addWithoutRows(record: string): void;
  hasRows(record: string): boolean;
  of(record: string): OddCell[];
  /** The records, by what lacks which field; without a field, all rows. In the order in which they were added. */
  all(): Array<{ lackedBy: OddCell["lackedBy"]; field?: string; records: ReadonlySet<string> }>;
}

export function createOddCells(): OddCells {
  const found = new Map<string, { lackedBy: OddCell["lackedBy"]; field?: string; records: Set<string> }>();
  const withoutRows = { lackedBy: "csv" as const, records: new Set<string>() };

  return {
    add(cells) {
      for (const { record, field, lackedBy } of cells) {
        const key = `${lackedBy} ${field}`;
        const ofField = found.get(key) ?? { lackedBy, field, records: new Set() };
        found.set(key, ofField);
        ofField.records.add(record);
      }
    },
    addWithoutRows(record) {
      withoutRows.records.add(record);
    },
    hasRows: (record) => !withoutRows.records.has(record),
    of: (record) =>
      [...found.values()].flatMap(({ lackedBy, field, records }) =>
        field !== undefined && records.has(record) ? [{ record, field, lackedBy }] : [],
      ),
    all: () => [...found.values(), withoutRows].filter(({ records }) => records.size > 0),
  };
}
