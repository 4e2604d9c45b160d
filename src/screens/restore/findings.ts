import {
  type FindingsAsked,
  type FindingsFilter,
  type FindingsPage,
  type FoundRecord,
  isTickable,
  type Ticking,
} from "./found-records";

/** All that a comparison found, where a hundred thousand are no burden: off the page, which sees a screenful of them at a time. */
export interface Findings {
  page(asked: FindingsAsked): FindingsPage;
  tick(asked: Ticking): void;
}

/** @param ticked ids of records; kept up to date */
export function createFindings(shown: readonly FoundRecord[], ticked: Set<string>): Findings {
  return {
    page({ from, most, ...filter }) {
      const left = shown.filter(createFilter(filter));
      const tickable = left.filter(isTickable);
      return {
        records: left.slice(from, from + most).map((record) => ({ ...record, isTicked: ticked.has(record.id) })),
        ...{ total: left.length, tickable: tickable.length, ticked: ticked.size },
        tickedHere: tickable.filter(({ id }) => ticked.has(id)).length,
      };
    },
    tick({ which, isOn }) {
      const ids = "search" in which ? idsOf(shown.filter(createFilter(which))) : which;
      for (const id of ids) {
        if (isOn) ticked.add(id);
        else ticked.delete(id);
      }
    },
  };
}

const idsOf = (records: readonly FoundRecord[]) => records.filter(isTickable).map(({ id }) => id);

function createFilter({ search, kind }: FindingsFilter): (record: FoundRecord) => boolean {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return (record) =>
    (kind === undefined || record.kind === kind) &&
    (words.length === 0 || words.every((word) => textsOf(record).some((text) => text.toLowerCase().includes(word))));
}

function textsOf({ id, presentId = "", changed = "", note = "", fields }: FoundRecord): string[] {
  return [id, presentId, changed, note, ...fields.flatMap(({ field, values = [] }) => [field, ...values])];
}
