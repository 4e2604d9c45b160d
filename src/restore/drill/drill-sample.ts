import { archivedRecords, recordIn } from "../../archive/reading/archived-records";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { sha256Hex } from "../../archive/bytes/digest";
import { attachmentsOfRecord } from "../../archive/records/attachments-of-record";
import type { FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, rowsOf } from "../../archive/records/understood";
import type { DrillScope } from "../../domain/drill-outcome";

/** The records that a drill restores. */
export interface DrillSample {
  /** The archive's ids; absent when all are meant. */
  ids?: ReadonlySet<string>;
  /** How many records the archive has. */
  archived: number;
  /** How many files the chosen records have. */
  files: number;
  /** When the record was changed that was changed last. */
  newest?: Date;
  /** How they were chosen, a line each, so that anybody can choose them again. Empty where all are meant. */
  how: string[];
}

/** Records that are more likely than others to make trouble belong to each sample. */
const EXTREMES = ["newest", "largest", "most-rows", "most-files"] as const;
type Extreme = (typeof EXTREMES)[number];

/**
 * Chooses by chance, and always the same: those whose SHA-256 over the seed, a line feed and their id are the smallest. Reads the archive once, and
 * holds no record. Rejects as `archivedRecords` does.
 */
export async function drillSample(
  archived: ArchivedTarget,
  { properties }: Pick<FormFields, "properties">,
  scope: DrillScope,
): Promise<DrillSample> {
  const updated = Object.values(properties).find(({ type }) => type === "UPDATED_TIME")?.code;
  const tables = Object.values(properties).flatMap(({ code, type }) => (type === "SUBTABLE" ? [code] : []));
  const extremes = new Map<Extreme, { id: string; amount: number }>();
  const drawn: Array<{ id: string; lot: string }> = [];
  const filesOf = new Map<string, number>();
  let count = 0;

  const compete = (what: Extreme, id: string, amount: number) => {
    const before = extremes.get(what);
    if (amount > 0 && (before === undefined || amount >= before.amount)) extremes.set(what, { id, amount });
  };
  for await (const records of archivedRecords(archived)) {
    for (const { id, line } of records) {
      count += 1;
      const record = understood(line);
      const files = record ? attachmentsOfRecord(record).length : 0;
      if (files > 0) filesOf.set(id, files);
      compete("newest", id, record && updated !== undefined ? timeIn(record, updated) : 0);
      compete("largest", id, line.length);
      compete("most-rows", id, record ? rowsIn(record, tables) : 0);
      compete("most-files", id, files);
      if (scope.of === "sample") drawn.push({ id, lot: sha256Hex(`${scope.seed}\n${id}`) });
    }
  }
  const newest = extremes.get("newest");
  const told = { archived: count, ...(newest && { newest: new Date(newest.amount) }) };
  if (scope.of === "all") return { ...told, files: sum([...filesOf.values()]), how: [] };
  const chosen = drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, scope.random);
  const always = EXTREMES.flatMap((what) => {
    const extreme = extremes.get(what);
    return extreme ? [{ what, ...extreme }] : [];
  });
  const ids = new Set([...chosen, ...always].map(({ id }) => id));
  return {
    ...told,
    ids,
    files: sum([...ids].map((id) => filesOf.get(id) ?? 0)),
    how: [
      `random ${chosen.length} of ${count}, seed ${JSON.stringify(scope.seed)}`,
      ...always.map(({ what, id, amount }) => `${what} ${id}${what === "newest" ? "" : ` (${amount})`}`),
    ],
  };
}

/** What cannot be read is told when it is restored. */
function understood(line: Uint8Array): KintoneRecord | undefined {
  try {
    return recordIn(line);
  } catch {
    return undefined;
  }
}

function timeIn(record: KintoneRecord, code: string): number {
  const time = Date.parse(String(cellOf(record, code)?.value));
  return Number.isNaN(time) ? 0 : time;
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

const rowsIn = (record: KintoneRecord, tables: readonly string[]) =>
  sum(tables.map((code) => rowsOf(cellOf(record, code)).length));
