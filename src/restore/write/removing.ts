import type { RecordVersion } from "../../domain/record-copies";
import { versionOf } from "../../records/record-version";
import { lookSeveralTimes } from "./lost-answer";
import type { WritingDesk } from "./writing-desk";
import type { ReadyRecord, WritingWay } from "./write-batch";

/** A record that is ready to be deleted. */
export interface DoomedRecord extends ReadyRecord {
  version: RecordVersion;
}

/** Deletes records that the archive does not have, each at the revision that was compared. */
export function createRemoving(desk: WritingDesk): WritingWay<DoomedRecord> {
  const { app, sink, source } = desk;

  async function presentOf(records: readonly DoomedRecord[]): Promise<Map<string, RecordVersion>> {
    const found = await source.readRecordsById(app, { query: "", ids: records.map(({ id }) => id) });
    return new Map(found.map((record) => [versionOf(record).id, versionOf(record)]));
  }

  return {
    send: (records) =>
      sink.remove(
        app,
        records.map(({ version }) => version),
      ),
    sending: (records) => ({ kind: "sending", what: "remove", ids: records.map(({ id }) => id) }),
    async unplanned(records) {
      const present = await presentOf(records);
      return new Map(
        records.flatMap(({ id, version }): Array<[string, "changed-meanwhile" | "gone"]> => {
          const now = present.get(id);
          if (!now) return [[id, "gone"]];
          return now.revision === version.revision ? [] : [[id, "changed-meanwhile"]];
        }),
      );
    },
    async doneBefore(records, refused) {
      const isDone = refused === "gone" && (await presentOf(records)).size === 0;
      return isDone ? records.map(({ version }) => version) : undefined;
    },
    // All or none: as long as one of them is there, nothing was done, and who deleted the others was somebody else.
    settle: (records) =>
      lookSeveralTimes(
        records,
        async () => {
          const present = await presentOf(records);
          return present.size === 0
            ? { state: "done", versions: records.map(({ version }) => version) }
            : { state: "not-done" };
        },
        desk,
      ),
    done: ({ id }) => ({ id, outcome: "removed" }),
  };
}
