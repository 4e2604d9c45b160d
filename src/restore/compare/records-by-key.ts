import { type ArchivedRecord, recordIn } from "../../archive/reading/archived-records";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf } from "../../archive/records/understood";
import { BackupError } from "../../domain/errors";
import type { AppRef } from "../../domain/target";
import { comparableValue } from "./comparable-value";
import { type PresentReading, presentPages } from "./present-records";
import type { Pair } from "./records-side-by-side";

/** Ids by keys. Held in memory: a key has at most 64 characters, so that a record costs a few hundred bytes at most. */
export type PresentKeys = Map<string, string>;

/** The keys of all records of an app; none for those of which it is empty. */
export async function presentKeys(
  source: PresentReading,
  app: AppRef,
  { field, pagesAhead }: { field: string; pagesAhead: () => number },
): Promise<{ keys: PresentKeys; count: number }> {
  const keys: PresentKeys = new Map();
  let count = 0;
  const pages = presentPages(source, app, pagesAhead, async (range) =>
    (await source.readRecords(app, range, [field])).map((record) => ({
      id: String(record.$id?.value),
      key: keyIn(record, field),
    })),
  );
  for await (const page of pages) {
    count += page.length;
    for (const { id, key } of page) {
      if (key === undefined)
        throw new BackupError("FIELD_NOT_READABLE", `Records without ${field}`, { facts: { field } });
      if (key !== "") keys.set(key, id);
    }
  }
  return { keys, count };
}

/**
 * The records of an archive, each with the id of the one in kintone that has its key; else, of the one that an earlier restore made of it. No
 * two get the same: keys that were found are taken out.
 */
export async function* matchedByKey(
  archived: AsyncIterable<readonly ArchivedRecord[]>,
  keys: PresentKeys,
  {
    field,
    putBack,
    wanted,
  }: { field: string; putBack: ReadonlyMap<string, string>; wanted: (archived: KintoneRecord) => KintoneRecord },
): AsyncGenerator<Pair, void, undefined> {
  const newIds = new Set(putBack.values());
  const free = new Set(newIds);
  const take = (id: string | undefined) => id !== undefined && (!newIds.has(id) || free.delete(id));
  for await (const records of archived) {
    for (const record of records) {
      const key = keyIn(wanted(recordIn(record.line)), field) ?? "";
      const presentId = [keys.get(key), putBack.get(record.id)].find(take);
      keys.delete(key);
      yield { id: record.id, archived: record, ...(presentId !== undefined && { presentId }) };
    }
  }
}

/** `undefined` where who reads may not see the field. */
function keyIn(record: KintoneRecord, field: string): string | undefined {
  const cell = cellOf(record, field);
  return cell && comparableValue(cell);
}
