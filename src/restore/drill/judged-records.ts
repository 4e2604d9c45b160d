import type { KintoneRecord } from "../../archive/records/kintone-app";
import type { DrillCounts } from "../../domain/drill-outcome";
import type { ComparedForms } from "../compare/compared-forms";
import type { Differing, RecordFinding } from "../compare/comparison";
import { toldError } from "../compare/difference-lines";
import { createRecordComparer, type FieldDifference } from "../compare/record-differences";
import type { RestoreChoices } from "../plan/restore-choices";
import { createWantedRecords } from "../plan/wanted-record";
import type { RestoreReportLine } from "../report/report-line";
import type { Difference, DrillLine, Explanation } from "./drill-line";

interface JudgingOrder {
  forms: ComparedForms;
  choices: RestoreChoices;
  /** The records that were to be restored. */
  expected: readonly string[];
}

/**
 * Works out what became of each record, from what the restore tells and from what is found when it is compared with the archive as it is. Whatever is another counts
 * against the drill, unless it is known why: it makes no odds who changed it.
 */
export function createDrillJudging({ forms, choices, expected }: JudgingOrder) {
  const { compared } = createWantedRecords(choices, forms.present);
  const { differences } = createRecordComparer(forms.present, forms.fields);
  const isExpected = new Set(expected);
  const refusals = new Map<string, Difference>();
  const lackingFiles = new Map<string, ReadonlySet<string>>();
  const explained = new Map<string, Record<string, Explanation>>();
  const different = new Map<string, Difference>();
  let restored = 0;

  function explanationOf(id: string, difference: FieldDifference): Explanation | undefined {
    if (difference.role !== "written") return "by-kintone";
    if (lackingFiles.get(id)?.has(difference.field)) return "not-archived";
    return isWithoutThem(difference) ? "gone-people" : undefined;
  }

  /** Whether it is what the archive has, but for those who are gone. */
  function isWithoutThem({ field, archived, present, ofBytes }: FieldDifference): boolean {
    const type = forms.present.properties[field]?.type;
    if (type === undefined || ofBytes) return false;
    const cell = (value: unknown): KintoneRecord => ({ [field]: { type, value } }) as KintoneRecord;
    return differences(compared(cell(archived)), cell(present)).every(({ role }) => role !== "written");
  }

  function differing({ id, fields }: Differing): void {
    const reasons = fields.map((difference) => ({ difference, why: explanationOf(id, difference) }));
    const others = reasons.filter(({ why }) => why === undefined);
    if (others.length > 0) {
      different.set(id, { why: "values", fields: others.map(({ difference }) => placeOf(difference)) });
      return;
    }
    const known = reasons.map(({ difference, why }) => [placeOf(difference), why as Explanation]);
    explained.set(id, Object.fromEntries(known) as Record<string, Explanation>);
  }

  return {
    /** A line of the restore's own report. */
    told(line: RestoreReportLine): void {
      if (line.kind !== "record") return;
      if (line.outcome === "added") restored += 1;
      if ("withoutFiles" in line && line.withoutFiles) {
        lackingFiles.set(line.id, new Set(Object.keys(line.withoutFiles)));
      }
      if (!("error" in line)) return;
      const fields = "refused" in line && line.refused ? { fields: Object.keys(line.refused) } : {};
      refusals.set(line.id, { why: line.outcome, ...fields, error: line.error });
    },

    /** Of the comparison with the archive. Records that were not to be restored are of no interest. */
    found(finding: RecordFinding): void {
      const { id } = finding;
      if (!isExpected.has(id)) return;
      if (finding.kind === "missing") different.set(id, refusals.get(id) ?? { why: "missing" });
      if (finding.kind === "unread") different.set(id, { why: "unread", error: toldError(finding.error) });
      if (finding.kind === "differs" || finding.kind === "explained") differing(finding);
    },

    /** Once everything was compared. */
    lines: (): DrillLine[] =>
      expected.map((id): DrillLine => {
        const [wrong, fields] = [different.get(id), explained.get(id)];
        if (wrong) return { kind: "record", id, outcome: "different", ...wrong };
        return fields
          ? { kind: "record", id, outcome: "explained", fields }
          : { kind: "record", id, outcome: "identical" };
      }),

    counts(): Pick<DrillCounts, "restored" | "identical" | "explained" | "different"> {
      const onlyExplained = [...explained.keys()].filter((id) => !different.has(id)).length;
      return {
        ...{ restored, explained: onlyExplained, different: different.size },
        identical: expected.length - onlyExplained - different.size,
      };
    },

    /** How many records kintone took so far, also when nothing could be judged. */
    restored: () => restored,
  };
}

const placeOf = ({ field, inner }: FieldDifference) => (inner === undefined ? field : `${field}.${inner}`);
