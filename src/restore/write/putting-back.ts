import type { KintoneRecord } from "../../archive/records/kintone-app";
import type { RecordVersion } from "../../domain/record-copies";
import type { RecordValues } from "../../domain/record-store";
import { versionOf } from "../../records/record-version";
import type { PlannedChange } from "../plan/restore-plan";
import { lookSeveralTimes } from "./lost-answer";
import { type MissingFiles, missingByRecord, missingOf } from "./missing-files";
import type { WritingDesk } from "./writing-desk";
import type { ReadyRecord, Settled, WritingWay } from "./write-batch";

/** A record that is ready to get the archive's values. */
export interface ChangedRecord extends ReadyRecord {
  values: RecordValues;
  planned: PlannedChange;
  wanted: KintoneRecord;
  withoutFiles: MissingFiles;
}

/** What a record was when it had been put back, before anybody else wrote. */
const asPutBack = ({ presentId, revision }: PlannedChange): RecordVersion => ({
  id: presentId,
  revision: String(BigInt(revision) + 1n),
});

/** Puts values back into records that are there, each at the revision that was compared. */
export function createPuttingBack(desk: WritingDesk): WritingWay<ChangedRecord> {
  const { app, sink, source, differences } = desk;

  async function presentOf(records: readonly ChangedRecord[]): Promise<Map<string, KintoneRecord>> {
    const found = await source.readRecordsById(app, {
      query: "",
      ids: records.map(({ planned }) => planned.presentId),
    });
    return new Map(found.map((record) => [versionOf(record).id, record]));
  }

  async function look(records: readonly ChangedRecord[]): Promise<Settled> {
    const present = await presentOf(records);
    // All or none: what somebody wrote over or deleted since tells nothing, and any other record tells of all.
    const told = records.map((record) => {
      const now = present.get(record.planned.presentId);
      if (now && versionOf(now).revision === record.planned.revision) return "not-done";
      return now && isPutBack(record, now) ? versionOf(now) : undefined;
    });
    const isDone = told.some((each) => typeof each === "object");
    const isNotDone = told.includes("not-done");
    if (isDone === isNotDone) return { state: "undecided" };
    if (isNotDone) return { state: "not-done" };
    const versions = records.map(({ planned }, at) => {
      const version = told[at];
      return typeof version === "object" ? version : asPutBack(planned);
    });
    return { state: "done", versions };
  }

  function isPutBack({ wanted, planned, withoutFiles }: ChangedRecord, now: KintoneRecord): boolean {
    return differences(wanted, now).every(
      ({ role, field }) => role !== "written" || field in withoutFiles || !planned.fields.includes(field),
    );
  }

  return {
    send: (records) =>
      sink.update(
        app,
        records.map(({ planned, values }) => ({ id: planned.presentId, revision: planned.revision, record: values })),
      ),
    sending: (records) => ({
      ...({ kind: "sending", what: "put-back", ids: records.map(({ id }) => id) } as const),
      ...missingByRecord(records),
    }),
    async unplanned(records) {
      const present = await presentOf(records);
      return new Map(
        records.flatMap(({ id, planned }): Array<[string, "changed-meanwhile" | "gone"]> => {
          const now = present.get(planned.presentId);
          if (!now) return [[id, "gone"]];
          return versionOf(now).revision === planned.revision ? [] : [[id, "changed-meanwhile"]];
        }),
      );
    },
    async doneBefore(records, refused) {
      if (refused !== "changed-meanwhile") return undefined;
      const present = await presentOf(records);
      const isDone = (record: ChangedRecord) => {
        const now = present.get(record.planned.presentId);
        return now && versionOf(now).revision === asPutBack(record.planned).revision && isPutBack(record, now);
      };
      return records.every(isDone) ? records.map(({ planned }) => asPutBack(planned)) : undefined;
    },
    settle: (records) => lookSeveralTimes(records, () => look(records), desk),
    done: ({ id, withoutFiles }, { id: presentId, revision }) => ({
      ...{ id, outcome: "put-back", presentId, revision },
      ...missingOf({ withoutFiles }),
    }),
  };
}
