import type { CopiedRecords, RecordCopies } from "../../domain/record-copies";
import type { FiledComments } from "../comments/comment-lines";
import type { RecordFiles } from "./record-files";
import type { RecordChanges } from "./record-versions";
import { type FoundRecords, bytesOf } from "./record-items";
import type { RecordDesk } from "./write-records";

/** What was written, and its comments, which are read when they are written anew. */
export interface Written {
  files: RecordFiles;
  comments: FiledComments | undefined;
}

/** As they are written: many at a time, unless they are heavy. */
const [RECORDS_AT_ONCE, BYTES_AT_ONCE] = [100, 4 * 1024 ** 2];

/**
 * The records as they were written, without those that were changed or deleted meanwhile, and with the fresh copies of those that were
 * changed or added, by ascending id.
 */
export function repairedRecords(
  written: Written,
  changes: RecordChanges,
  fresh: AsyncIterable<CopiedRecords>,
  desk: RecordDesk,
  signal: AbortSignal,
): AsyncGenerator<FoundRecords[], void, undefined> {
  return inGroups(repaired(known(written, desk, signal), changes, heard(fresh, desk)));
}

/** What was written once, with its comments, unless they are what failed. */
async function* known(
  { files, comments }: Written,
  { commentFailures }: RecordDesk,
  signal: AbortSignal,
): AsyncGenerator<FoundRecords, void, undefined> {
  for await (const copies of files.read()) {
    // Nothing else stops the copying of a million records: no request is made meanwhile.
    signal.throwIfAborted();
    const id = idOf(copies);
    const failed = commentFailures.has(id);
    const commentAge = files.commentAges.of(Number(id));
    yield {
      copies: { ...copies, odd: files.odd.of(id) },
      known: true,
      ...(!failed && comments && { comments: comments.of(Number(id)) }),
      ...(commentAge !== undefined && { commentAge }),
    };
  }
}

/**
 * The earlier records without those that were changed or deleted, and the fresh ones at their places. A record of which
 * no fresh one comes was deleted just now.
 */
async function* repaired(
  earlier: AsyncIterable<FoundRecords>,
  { changed, deleted }: RecordChanges,
  fresh: AsyncGenerator<RecordCopies, void, undefined>,
): AsyncGenerator<FoundRecords, void, undefined> {
  const gone = new Set([...changed, ...deleted]);
  let next = await fresh.next();
  for await (const item of earlier) {
    const id = idOf(item.copies);
    for (; !next.done && isBefore(next.value, id); next = await fresh.next()) {
      const isSame = idOf(next.value) === id;
      // Its comments may have to do once more.
      yield isSame ? { ...item, copies: next.value, known: false } : { copies: next.value };
    }
    if (!gone.has(id)) yield item;
  }
  for (; !next.done; next = await fresh.next()) yield { copies: next.value };
}

async function* heard(
  answers: AsyncIterable<CopiedRecords>,
  { gaps }: RecordDesk,
): AsyncGenerator<RecordCopies, void, undefined> {
  for await (const answer of answers) {
    gaps.add(answer.gaps);
    yield* answer.copies;
  }
}

async function* inGroups(records: AsyncIterable<FoundRecords>): AsyncGenerator<FoundRecords[], void, undefined> {
  let group: FoundRecords[] = [];
  let bytes = 0;
  for await (const record of records) {
    group.push(record);
    bytes += bytesOf(record.copies);
    if (group.length < RECORDS_AT_ONCE && bytes < BYTES_AT_ONCE) continue;
    yield group;
    [group, bytes] = [[], 0];
  }
  if (group.length > 0) yield group;
}

/** A fresh record takes the place of the earlier one with the same id. */
function isBefore(record: RecordCopies, id: string): boolean {
  return Number(idOf(record)) <= Number(id);
}

/** Of a record by itself. */
function idOf({ versions: [version] }: RecordCopies): string {
  return version?.id ?? "";
}
