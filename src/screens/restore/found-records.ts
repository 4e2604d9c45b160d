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

/** Words that are looked for in everything that is shown, empty for all; and one kind, or all when absent. */
export interface FindingsFilter {
  search: string;
  kind?: FindingKind | undefined;
}

export interface FindingsAsked extends FindingsFilter {
  /** From this one on, beginning with 0, so many. */
  from: number;
  most: number;
}

export interface FindingsPage {
  records: Array<FoundRecord & { isTicked: boolean }>;
  /** How many the filter leaves; how many of them can be ticked, and how many of those are. */
  total: number;
  tickable: number;
  tickedHere: number;
  /** How many are ticked in all, whatever the filter leaves. */
  ticked: number;
}

/** Single records, by their ids, or all that a filter leaves. */
export interface Ticking {
  which: readonly string[] | FindingsFilter;
  isOn: boolean;
}

/** What a restore can write. */
const TICKABLE: ReadonlySet<FindingKind> = new Set(["missing", "differs", "surplus", "newer"]);

export const isTickable = ({ kind }: Pick<FoundRecord, "kind">) => TICKABLE.has(kind);

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
