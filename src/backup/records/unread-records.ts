import type { BackupError } from "../../domain/errors";
import type { RecordVersion } from "../../domain/record-copies";
import type { Source } from "../../domain/source";
import type { Target } from "../../domain/target";
import { bounds, rangeOf } from "../../records/id-ranges";

/** After so many records in a row that kintone would not give, the trouble is not with them. */
const FAILURES_IN_A_ROW = 5;

/** Records that are too much even when each is asked for by itself. */
export interface UnreadRecords {
  /**
   * Books a record that did not come, unless it is not there any more. Rejects with the error when it is no matter of this record:
   * when kintone does not tell of it either, or gave none of the last ones.
   */
  unlessGone(id: string, error: BackupError): Promise<void>;
  /** Others came. */
  someCame(): void;
  /**
   * The versions without those that were booked, for as long as they stay as they are: they would only be asked for in vain again. Those
   * that are not among them are gone, and nothing is missing.
   */
  without(present: AsyncIterable<RecordVersion>): AsyncGenerator<RecordVersion, void, undefined>;
  readonly count: number;
  /** The largest, if there are any. */
  lastId(): string | undefined;
  all(): Iterable<[id: string, error: BackupError]>;
}

export function createUnreadRecords(target: Target, source: Source): UnreadRecords {
  const booked = new Map<string, { revision: string; error: BackupError }>();
  let inARow = 0;

  return {
    async unlessGone(id, error) {
      if (!error.divisible) throw error;
      inARow += 1;
      if (inARow >= FAILURES_IN_A_ROW) throw error;
      const asked = { query: target.query, ...bounds(rangeOf(Number(id))) };
      const [version] = await source.readVersions(target, asked).catch(() => Promise.reject(error));
      if (version) booked.set(id, { revision: version.revision, error: error.with({ record: id }) });
    },
    someCame() {
      inARow = 0;
    },
    async *without(present) {
      const stillThere = new Set<string>();
      for await (const version of present) {
        const isSame = booked.get(version.id)?.revision === version.revision;
        if (isSame) stillThere.add(version.id);
        else yield version;
      }
      for (const id of booked.keys()) if (!stillThere.has(id)) booked.delete(id);
    },
    get count() {
      return booked.size;
    },
    lastId() {
      return booked.size === 0 ? undefined : String(Math.max(...[...booked.keys()].map(Number)));
    },
    *all() {
      for (const [id, { error }] of booked) yield [id, error];
    },
  };
}
