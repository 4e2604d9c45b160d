import type { ArchivedRecord } from "../../archive/reading/archived-records";
import type { RecordFinding } from "./comparison";
import type { Pair } from "./records-side-by-side";

/** A record that must be read in kintone to be compared. */
export interface Candidate {
  archived: ArchivedRecord;
  /** Its id in kintone. */
  presentId: string;
}

/** Records next to each other, as far as ids and revisions tell of them. */
export interface Batch {
  /** How many records the archive and the app have of them. */
  held: { archived: number; present: number };
  /** How many are the same by their revisions. */
  equal: number;
  decided: RecordFinding[];
  candidates: Candidate[];
  /** What the archive has of them. */
  bytes: number;
}

interface BatchOptions {
  /** Equal revisions are equal records. */
  isUnchanged: boolean;
  /** Whether a record is read all the same. */
  isReadAnyway: (line: Uint8Array) => boolean;
  /** `$id` of the archive's last record. */
  lastId: number;
  /** Ids of the archive, and those of the same records in kintone since they were put back. */
  putBack: ReadonlyMap<string, string>;
  /** The most that are read at a time. */
  recordsAtOnce: number;
}

/** What waits to be compared is held in memory. */
const BATCH_BYTES = 8 * 1024 ** 2;
const BATCH_PAIRS = 5000;

/** Cuts what stands side by side into batches that can be compared each by itself. */
export async function* batchesOf(
  pairs: AsyncIterable<Pair>,
  { isUnchanged, isReadAnyway, lastId, putBack, recordsAtOnce }: BatchOptions,
): AsyncGenerator<Batch, void, undefined> {
  /** Only of records that this archive has: another one may have been made before a restore gave them new ids, and know nothing of them. */
  const newIds = new Set<string>();
  let batch = emptyBatch();
  let pairsHeld = 0;
  for await (const pair of pairs) {
    add(pair);
    pairsHeld += 1;
    if (pairsHeld < BATCH_PAIRS && batch.bytes < BATCH_BYTES && batch.candidates.length < recordsAtOnce) continue;
    yield batch;
    batch = emptyBatch();
    pairsHeld = 0;
  }
  yield batch;

  function add({ id, archived, present, presentId: known }: Pair): void {
    if (present) batch.held.present += 1;
    if (archived) {
      batch.held.archived += 1;
      // A new id is greater than the one that it stands for, and comes later.
      const newId = putBack.get(id);
      if (newId !== undefined) newIds.add(newId);
    }
    const isEqual = archived && isUnchanged && archived.revision === present?.revision;
    if (isEqual && !isReadAnyway(archived.line)) {
      batch.equal += 1;
    } else if (archived) {
      const presentId = known ?? present?.id ?? putBack.get(id);
      if (presentId === undefined) batch.decided.push({ kind: "missing", id });
      else take({ archived, presentId });
    } else if (present && !newIds.has(id)) {
      batch.decided.push({ kind: Number(id) > lastId ? "newer" : "surplus", id, revision: present.revision });
    }
  }

  /** Its line is a view into a whole piece of the file, which would stay in memory with it, of few records that differ as of many. */
  function take({ archived, presentId }: Candidate): void {
    const line = archived.line.slice();
    batch.candidates.push({ archived: { ...archived, line }, presentId });
    batch.bytes += line.length;
  }
}

const emptyBatch = (): Batch => ({
  held: { archived: 0, present: 0 },
  equal: 0,
  decided: [],
  candidates: [],
  bytes: 0,
});
