import type { RecordVersion } from "../../domain/record-copies";
import { rangesAround } from "../../records/id-ranges";
import { pagesOfRanges } from "../../records/pages-of-ranges";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";

/** What changed between two lists of versions. Ids ascend. */
export interface RecordChanges {
  /** In the later one only: added, or matching the query now. */
  added: string[];
  /** With another revision. */
  changed: string[];
  /** In the earlier one only: deleted, or no longer matching the query. */
  deleted: string[];
}

/** Ids and revisions of the records that are in the archive: as numbers, 16 bytes for each, however many there are. */
export interface WrittenVersions extends Iterable<[id: number, revision: number]> {
  /** Ids must ascend. */
  add(version: RecordVersion): void;
  readonly length: number;
  /** Counted from 0; `undefined` behind the last one. */
  idAt(position: number): number | undefined;
  /** `undefined` for an id that is not there. */
  revisionOf(id: number): number | undefined;
}

export function createWrittenVersions(): WrittenVersions {
  let numbers = new Float64Array(2048);
  let length = 0;
  return {
    add({ id, revision }) {
      if (2 * length === numbers.length) {
        const larger = new Float64Array(2 * numbers.length);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[2 * length] = Number(id);
      numbers[2 * length + 1] = Number(revision);
      length += 1;
    },
    get length() {
      return length;
    },
    idAt: (position) => (position < length ? numbers[2 * position] : undefined),
    revisionOf(id) {
      let [low, high] = [0, length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const found = numbers[2 * middle] as number;
        if (found === id) return numbers[2 * middle + 1];
        if (found < id) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
    *[Symbol.iterator]() {
      for (let at = 0; at < 2 * length; at += 2) yield [numbers[at] as number, numbers[at + 1] as number];
    },
  };
}

/**
 * The versions that kintone has now, up to an `$id`, ascending; in ranges that each hold a page of what was written. The
 * history hears that it goes on.
 */
export async function* presentVersions(
  written: WrittenVersions,
  upToId: string,
  { target }: TargetLedger,
  { source, options, beat }: RunContext,
): AsyncGenerator<RecordVersion, void, undefined> {
  const { recordsPerPage } = source;
  const pages = pagesOfRanges(rangesAround(idsOf(written), Number(upToId), recordsPerPage), {
    read: (range) => source.readVersions(target, range),
    ...{ recordsPerPage, query: target.query },
    pagesAhead: () => options.requestsAtOnce,
    again: beat,
  });
  for await (const versions of pages) {
    beat();
    yield* versions;
  }
}

function* idsOf(written: WrittenVersions): Generator<number, void, undefined> {
  for (const [id] of written) yield id;
}

/** Compares what was written with what there is now; both ascend by id. */
export async function findChanges(
  written: Iterable<[id: number, revision: number]>,
  present: AsyncIterable<RecordVersion>,
): Promise<RecordChanges> {
  const changes: RecordChanges = { added: [], changed: [], deleted: [] };
  const earlier = written[Symbol.iterator]();
  let one = earlier.next();
  for await (const { id, revision } of present) {
    for (; !one.done && one.value[0] < Number(id); one = earlier.next()) changes.deleted.push(String(one.value[0]));
    if (one.done || one.value[0] > Number(id)) {
      changes.added.push(id);
      continue;
    }
    if (one.value[1] !== Number(revision)) changes.changed.push(id);
    one = earlier.next();
  }
  for (; !one.done; one = earlier.next()) changes.deleted.push(String(one.value[0]));
  return changes;
}
