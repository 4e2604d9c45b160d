import { BackupError, toBackupError } from "../../domain/errors";
import type { CopiedRecords, RecordCopies } from "../../domain/record-copies";
import type { Source } from "../../domain/source";
import type { Target } from "../../domain/target";
import { versionOf } from "../../records/record-version";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import type { RecordFiles } from "./record-files";
import { type Asking, recordsById } from "./record-pages";
import { type RecordChanges, findChanges, presentVersions } from "./record-versions";
import type { FoundRecords, RecordDesk, WrittenRecords } from "./write-records";

/** Each round takes less time than the one before, so less can change in it; in an app where people never rest, it ends here. */
const MAX_ROUNDS = 5;

const RECORDS_AT_ONCE = 100;

/** Writes the files of records once more. */
type Rewrite = (records: AsyncIterable<FoundRecords[]>) => Promise<WrittenRecords>;

export interface Settling {
  asking: Asking;
  rewrite: Rewrite;
  /** Whether the files are those of an earlier run. */
  takenOver: boolean;
}

/**
 * Compares what was written with what kintone has now (ids, revisions, and its own count), and writes anew what was added,
 * changed or deleted meanwhile, until nothing is. So each record is in the archive once, as it was when the last comparison
 * began, or later. Resolves to the files that hold.
 *
 * Records that were only changed, yet again, are told in the log; ids that still do not agree are a problem of the ledger.
 */
export async function settleRecords(
  files: RecordFiles,
  settling: Settling,
  desk: RecordDesk,
  ledger: TargetLedger,
  context: RunContext,
): Promise<RecordFiles> {
  const { takenOver, asking } = settling;
  const { unread } = asking;
  const { source, log } = context;
  const { target } = ledger;
  // Records that are added from now on come after all that were read. An empty page in the middle would end the reading
  // as the last page does, so it is compared up to what was there at the beginning, at least.
  let upToId: string | undefined = later(files.counts.lastId, desk.newestId, unread.lastId());
  const expectedAtFirst = ledger.expectedRecords;
  let settled = files;

  for (let round = 1; ; round += 1) {
    const lastId = upToId ?? later(settled.counts.lastId, unread.lastId(), await newestId(target, source));
    const present = presentVersions(settled.versions, lastId, ledger, context);
    const changes = await findChanges(settled.versions, unread.without(present));
    ledger.expectedRecords = await source.countRecords(target, {
      query: target.query,
      ...(upToId !== undefined && { upToId }),
    });
    if (takenOver && round === 1) tellTakenOver(files, changes, ledger, context);
    // Fewer than at the beginning: some were deleted, or no list had those at the end. From now on, all there are count.
    const isShort = upToId !== undefined && ledger.expectedRecords < expectedAtFirst;
    if (isShort) upToId = undefined;
    const [expected, actual] = [ledger.expectedRecords, settled.counts.records];
    const isComplete = expected === actual + unread.count;
    const ids = changes.added.length + changes.deleted.length;
    const unchanged = ids + changes.changed.length === 0;
    if (unchanged && isComplete && !isShort) return settled;
    // Without the file of records there is nothing to mend; that it is missing has been told.
    if (settled.failures.length > 0) return settled;
    if (round > MAX_ROUNDS) {
      if (ids > 0 || !isComplete) bookMismatch(expected, actual, ledger);
      else log.add({ kind: "records-still-changing", target, changed: changes.changed.length });
      return settled;
    }
    // Between the list and the count, something changed; the next list shows what.
    if (unchanged) continue;
    settled = await repair(settled, changes, settling, desk, ledger, context);
    // What changed since the earlier run did not change while this one read.
    if (!takenOver || round > 1) tellRepaired(changes, ledger, context);
  }
}

const countsOf = ({ added, changed, deleted }: RecordChanges) => ({
  added: added.length,
  changed: changed.length,
  deleted: deleted.length,
});

function tellRepaired(changes: RecordChanges, ledger: TargetLedger, { log, progress }: RunContext): void {
  const counts = countsOf(changes);
  ledger.repaired(counts);
  progress.takeBack({ records: counts.changed, attachments: 0 });
  log.add({ kind: "records-repaired", target: ledger.target, ...counts });
}

function tellTakenOver({ counts }: RecordFiles, changes: RecordChanges, { target }: TargetLedger, { log }: RunContext) {
  log.add({ kind: "records-taken-over", target, records: counts.records, ...countsOf(changes) });
}

async function repair(
  files: RecordFiles,
  changes: RecordChanges,
  { asking, rewrite }: Settling,
  desk: RecordDesk,
  ledger: TargetLedger,
  context: RunContext,
): Promise<RecordFiles> {
  const { signal } = context;
  const ids = [...changes.added, ...changes.changed].sort((a, b) => Number(a) - Number(b));
  for (const id of [...ids, ...changes.deleted]) desk.commentFailures.delete(id);
  const { files: rewritten, brokenOff } = await rewrite(
    inGroups(repaired(known(files, desk, signal), changes, heard(recordsById(ids, asking, ledger, context), desk))),
  );
  if (brokenOff) {
    await rewritten.remove();
    throw brokenOff;
  }
  await files.remove();
  return rewritten;
}

/** What was written once, with its comments, unless they are what failed. */
async function* known(
  { commentAges, ...files }: RecordFiles,
  { commentFailures }: RecordDesk,
  signal: AbortSignal,
): AsyncGenerator<FoundRecords, void, undefined> {
  for await (const { copies, comments } of files.read()) {
    // Nothing else stops the copying of a million records: no request is made meanwhile.
    signal.throwIfAborted();
    const id = idOf(copies);
    const failed = commentFailures.has(id);
    const commentAge = commentAges.of(Number(id));
    yield {
      copies,
      known: true,
      ...(!failed && comments && { comments }),
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

/** As they are written: many at a time. */
async function* inGroups(records: AsyncIterable<FoundRecords>): AsyncGenerator<FoundRecords[], void, undefined> {
  let group: FoundRecords[] = [];
  for await (const record of records) {
    group.push(record);
    if (group.length < RECORDS_AT_ONCE) continue;
    yield group;
    group = [];
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

async function newestId(target: Target, source: Source): Promise<string | undefined> {
  const [newest] = await source.readNewestRecords(target, target.query, 1).catch((thrown: unknown) => {
    // It is counted all the same, and missed.
    if (toBackupError(thrown).divisible) return [];
    throw thrown;
  });
  return newest && versionOf(newest).id;
}

/** The larger `$id`; "0", below all, when there is none. */
function later(...ids: Array<string | undefined>): string {
  return String(Math.max(0, ...ids.map((id) => Number(id ?? 0))));
}

function bookMismatch(expected: number, actual: number, ledger: TargetLedger): void {
  const text = `Records came and went to the end: ${actual} were written, kintone counts ${expected}.`;
  ledger.problem("records", new BackupError("COUNT_MISMATCH", text, { facts: { expected, actual } }));
  ledger.missing({ code: "FAILED", what: "records", text });
}
