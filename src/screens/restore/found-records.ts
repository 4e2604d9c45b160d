import type { RecordFinding } from "../../restore/compare/comparison";
import type { ArchivedValue } from "../../restore/compare/telling-values";
import { harmlessLine } from "../text/harmless";
import type { RestorerMessages } from "../text/restore/language";
import { type ShownDifference, shownDifference, shownValue } from "../text/restore/shown-value";
import { describeProblem } from "../text/run/problem-sentence";

export type FindingKind = RecordFinding["kind"];

/** What was found of a record, as a screen shows it: texts, and no value that could be long. */
export interface FoundRecord {
  kind: FindingKind;
  /** The archive's; of a record that the archive does not have, kintone's. */
  id: string;
  /** Its id in the app; absent for one that is missing there. */
  presentId?: string;
  /** Who changed it last, and when. */
  changed?: string;
  /** Those that are another, and how. */
  fields: ShownDifference[];
  /** Fields that are not shown. */
  more: number;
  /** What it is about, or why it was not compared. */
  note?: string;
}

export interface FindingsAsked {
  /** Words that are looked for in everything that is shown; empty for all. */
  search: string;
  /** All kinds when absent. */
  kind?: FindingKind | undefined;
  /** From this one on, beginning with 0, so many. */
  from: number;
  most: number;
}

export interface FindingsPage {
  records: FoundRecord[];
  /** How many the filter leaves. */
  total: number;
}

/** Nobody looks at more of one record in a table. */
const MOST_FIELDS = 20;
const LONGEST = { text: 120, list: 200 };

/** Turns what a comparison found of a record into what a screen shows. A hundred thousand of them are to fit into memory, so long values are cut. */
export function foundRecord(messages: RestorerMessages, finding: RecordFinding): FoundRecord {
  const { restore, quantities } = messages;
  const { kind, id } = finding;
  switch (finding.kind) {
    // What it was about, is in the archive alone (`tellOfMissing`).
    case "missing":
      return { kind, id, fields: [], more: 0 };
    case "newer":
    case "surplus":
      return { kind, id, presentId: id, fields: [], more: 0 };
    case "unread":
      return { kind, id, fields: [], more: 0, note: describeProblem(messages, { error: finding.error }) };
    case "differs":
    case "explained": {
      const { present, changed, fields } = finding;
      const by = harmlessLine(restore.changed(changed.by, changed.at));
      return {
        ...{ kind, id, presentId: present.id, ...(by && { changed: by }) },
        fields: fields.slice(0, MOST_FIELDS).map((field) => shownDifference(restore, quantities, field, LONGEST)),
        more: Math.max(0, fields.length - MOST_FIELDS),
      };
    }
  }
}

/** Says of a record that is missing what it was: the archive's values, with nothing beside them. */
export function tellOfMissing(
  { restore, quantities }: RestorerMessages,
  found: FoundRecord,
  values: readonly ArchivedValue[],
): void {
  found.fields = values.map(({ field, value }) => ({
    field: harmlessLine(field),
    values: [shownValue(restore, quantities, value, LONGEST), ""],
  }));
}

/** Those of a filter, a page of them. */
export function pageOfFindings(found: readonly FoundRecord[], asked: FindingsAsked): FindingsPage {
  const matching = createFilter(asked);
  const left = found.filter(matching);
  return { records: left.slice(asked.from, asked.from + asked.most), total: left.length };
}

function createFilter({ search, kind }: Pick<FindingsAsked, "search" | "kind">): (record: FoundRecord) => boolean {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return (record) =>
    (kind === undefined || record.kind === kind) &&
    (words.length === 0 || words.every((word) => textsOf(record).some((text) => text.toLowerCase().includes(word))));
}

function textsOf({ id, presentId = "", changed = "", note = "", fields }: FoundRecord): string[] {
  return [id, presentId, changed, note, ...fields.flatMap(({ field, values = [] }) => [field, ...values])];
}
