import { BackupError, toBackupError } from "../../domain/errors";
import type { Source } from "../../domain/source";
import type { Target } from "../../domain/target";
import { versionOf } from "../../records/record-version";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import type { RecordFiles } from "./record-files";
import { type Asking, recordsById } from "./record-pages";
import { repairedRecords } from "./repaired-records";
import { type RecordChanges, findChanges, presentVersions } from "./record-versions";
import type { FoundRecords } from "./record-items";
import type { RecordDesk, WrittenRecords } from "./write-records";

/** Each round takes less time than the one before, so less can change in it; in an app where people never rest, it ends here. */
const MAX_ROUNDS = 5;

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
    // Without the file of records, or with comments that are not in theirs, there is nothing to mend; that it is missing has been told.
    if (settled.failures.some(({ kind }) => kind !== "csv")) return settled;
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
  const ids = [...changes.added, ...changes.changed].sort((a, b) => Number(a) - Number(b));
  for (const id of [...ids, ...changes.deleted]) desk.commentFailures.delete(id);
  const fresh = recordsById(ids, asking, ledger, context);
  const comments = files.readComments?.();
  const repaired = repairedRecords({ files, comments }, changes, fresh, desk, context.signal);
  const { files: rewritten, brokenOff } = await rewrite(repaired).finally(() => comments?.end());
  if (brokenOff) {
    await rewritten.remove();
    throw brokenOff;
  }
  await files.remove();
  return rewritten;
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
