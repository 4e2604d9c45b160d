import type { KintoneRecord } from "../../archive/records/kintone-app";
import type { RecordValues } from "../../domain/record-store";
import { versionOf } from "../../records/record-version";
import { createAddedOnce } from "./added-once";
import { lookSeveralTimes } from "./lost-answer";
import { type MissingFiles, missingByRecord, missingOf } from "./missing-files";
import type { RecordResult } from "./record-result";
import type { WritingDesk } from "./writing-desk";
import type { ReadyRecord, Settled, WritingWay } from "./write-batch";

/** A record that is ready to be added. */
export interface NewRecord extends ReadyRecord {
  values: RecordValues;
  wanted: KintoneRecord;
  withoutFiles: MissingFiles;
}

/** Twice what a batch may hold: more records that came meanwhile make no difference to the answer. */
const LOOKED_AT = 500;

/**
 * Adds records that kintone does not have any more. After a lost answer they are looked for among the records with a greater `$id` than the app had before:
 * ids ascend in the order of the request (cybozu.dev add-records), and a batch is there as a whole or not at all.
 *
 * @param watermark the greatest `$id` of the app
 */
export function createAdding(desk: WritingDesk, watermark: string): WritingWay<NewRecord> {
  const { app, sink, source, differences } = desk;
  const addedOnce = createAddedOnce(desk, inTheirOrder);
  let greatest = watermark;

  async function look(records: readonly NewRecord[], after: string): Promise<Settled> {
    const found = await source.readRecords(app, { query: "", afterId: after, limit: LOOKED_AT });
    const versions = inTheirOrder(records, found).map(versionOf);
    if (versions.length === records.length) {
      // Sent twice by a browser, perhaps: whose the second ones are, nobody can tell.
      const [last] = versions.slice(-1);
      const behind = found.slice(found.findIndex((record) => versionOf(record).id === last?.id) + 1);
      const isThereAgain = inTheirOrder(records, behind).length === records.length;
      return isThereAgain ? { state: "undecided" } : { state: "done", versions };
    }
    // All or none: there is no room for them among so few, unless somebody deleted one of them since. Among more, kintone may have written them in another way than they were sent.
    const isOneThere = found.some((record) => records.some((each) => isWanted(each, record)));
    return { state: found.length < records.length && !isOneThere ? "not-done" : "undecided" };
  }

  /** Those of the app that are as they were sent, one behind the other. */
  function inTheirOrder(records: readonly NewRecord[], found: readonly KintoneRecord[]): KintoneRecord[] {
    const alike: KintoneRecord[] = [];
    for (const record of found) {
      const next = records[alike.length];
      if (next && isWanted(next, record)) alike.push(record);
    }
    return alike;
  }

  function isWanted({ wanted, withoutFiles }: NewRecord, record: KintoneRecord): boolean {
    return differences(wanted, record).every(({ role, field }) => role !== "written" || field in withoutFiles);
  }

  return {
    send: (records) =>
      sink.add(
        app,
        records.map(({ values }) => values),
      ),
    sending: (records) => ({
      ...({ kind: "sending", what: "add", ids: records.map(({ id }) => id), watermark: greatest } as const),
      ...missingByRecord(records),
    }),
    unplanned: async () => new Map(),
    once: (records, versions) => addedOnce(records, versions, greatest),
    async doneBefore(records, refused) {
      // Values that must not repeat, and files that were used up, are refused the second time.
      if (refused !== "records-refused" && refused !== "batch-refused") return undefined;
      const settled = await look(records, greatest);
      return settled.state === "done" ? settled.versions : undefined;
    },
    settle: (records, { watermark: after = greatest }) => lookSeveralTimes(records, () => look(records, after), desk),
    done({ id, withoutFiles }, { id: newId, revision }): RecordResult {
      if (BigInt(newId) > BigInt(greatest)) greatest = newId;
      return { id, outcome: "added", newId, revision, ...missingOf({ withoutFiles }) };
    },
  };
}
