import { recordIn } from "../../archive/reading/archived-records";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, isObject } from "../../archive/records/understood";
import { BackupError } from "../../domain/errors";
import { versionOf } from "../../records/record-version";
import type { Batch, Candidate } from "./batches";
import type { CompareBytes } from "./compared-bytes";
import type { RecordFinding } from "./comparison";
import type { ComparedForms } from "./compared-forms";
import type { PresentRecords } from "./present-records";
import { createRecordComparer, type FieldDifference } from "./record-differences";

interface ComparedBatch extends Pick<Batch, "held" | "equal"> {
  /** In ascending ids of the archive. */
  findings: RecordFinding[];
}

/** What archived records are held against. */
export interface Expectations {
  /** What an archived record should be in kintone, where people decided that it should be another. */
  wanted: (archived: KintoneRecord) => KintoneRecord;
  /**
   * The same without anything in the place of something else: a field that is still so is no difference, as nothing happened to it. Absent when nothing else than what is
   * wanted will do.
   */
  asArchived?: ((archived: KintoneRecord) => KintoneRecord) | undefined;
}

/** Reads what must be read of a batch, and compares it; files by their bytes, too, where `compareBytes` is given. */
export function createBatchComparison(
  { present: form, fields, wanted, asArchived }: Pick<ComparedForms, "present" | "fields"> & Expectations,
  present: { of(ids: readonly string[], recordBytes: number): Promise<PresentRecords> },
  compareBytes?: CompareBytes,
): (batch: Batch) => Promise<ComparedBatch> {
  const { differences } = createRecordComparer(form, fields);
  const changeOf = lastChange(form);

  async function compare(
    { archived, presentId }: Candidate,
    { records, unread }: PresentRecords,
  ): Promise<RecordFinding[]> {
    const { id } = archived;
    const error = unread.get(presentId);
    if (error) return [{ kind: "unread", id, error }];
    const now = records.get(presentId);
    // It was deleted since its revision was read; or put back, and deleted again.
    if (!now) return [{ kind: "missing", id }];
    const before = understood(archived);
    if (before instanceof BackupError) return [{ kind: "unread", id, error: before }];
    const expected = wanted(before);
    const inCells = differing(before, expected, now);
    const ofBytes = await compareBytes?.(expected, now, inCells);
    const unreadFile: RecordFinding[] = ofBytes?.unread ? [{ kind: "unread", id, error: ofBytes.unread }] : [];
    const found = [...inCells, ...(ofBytes?.differences ?? [])];
    if (found.length === 0) return unreadFile;
    const kind = found.some(({ role }) => role === "written") ? "differs" : "explained";
    return [{ kind, id, present: versionOf(now), changed: changeOf(now), fields: found }, ...unreadFile];
  }

  function differing(before: KintoneRecord, expected: KintoneRecord, now: KintoneRecord): FieldDifference[] {
    const place = ({ field, inner }: FieldDifference) => JSON.stringify([field, inner]);
    const own = asArchived?.(before);
    const changed = own && own !== expected ? new Set(differences(own, now).map(place)) : undefined;
    return differences(expected, now).filter((difference) => changed?.has(place(difference)) ?? true);
  }

  return async ({ held, equal, decided, candidates, bytes }) => {
    const ids = candidates.map(({ presentId }) => presentId);
    const read = await present.of(ids, bytes / Math.max(1, ids.length));
    const compared: RecordFinding[][] = [];
    // One after the other: batches are many at the same time, and each file is a request.
    for (const candidate of candidates) compared.push(await compare(candidate, read));
    return {
      ...{ held, equal: equal + compared.filter((findings) => findings.length === 0).length },
      findings: [...decided, ...compared.flat()].sort((a, b) => Number(a.id) - Number(b.id)),
    };
  };
}

function understood({ id, line }: Candidate["archived"]): KintoneRecord | BackupError {
  try {
    return recordIn(line);
  } catch (cause) {
    return new BackupError("ARCHIVE_DAMAGED", "A line that is no JSON", { facts: { record: id }, cause });
  }
}

/** Who changed a record last, and when: by the fields of the form, whose codes people choose. */
function lastChange({ properties }: ComparedForms["present"]): (record: KintoneRecord) => { by?: string; at?: string } {
  const codeOf = (type: string) => Object.values(properties).find((field) => field.type === type)?.code;
  const [modifier, updated] = [codeOf("MODIFIER"), codeOf("UPDATED_TIME")];
  const valueIn = (record: KintoneRecord, code: string | undefined) =>
    code === undefined ? undefined : cellOf(record, code)?.value;
  return (record) => {
    const [who, at] = [valueIn(record, modifier), valueIn(record, updated)];
    const by: unknown = isObject(who) ? Reflect.get(who, "code") : undefined;
    return { ...(typeof by === "string" && { by }), ...(typeof at === "string" && { at }) };
  };
}
