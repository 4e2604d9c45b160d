import { type CommentsToTakeOver, findEarlierComments, withEarlierComments } from "../comments/earlier-comments";
import type { Form } from "../app-settings/read-settings";
import { takeOverRecordFiles } from "../previous/take-over";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { archiveRecords } from "./archive-records";
import { type Wanted, allowanceFor, createDesk } from "./record-desk";
import type { RecordFiles } from "./record-files";
import type { FoundRecords } from "./record-items";
import { createRecordLoad } from "./record-load";
import { type Asking, type CopiedPage, allRecords } from "./record-pages";
import { settleRecords } from "./settle-records";
import { createUnreadRecords } from "./unread-records";
import { type RecordDesk, writeRecords } from "./write-records";

/**
 * Archives every record of a target as JSON lines and as CSV, with its attachments and comments; and once more what
 * changed meanwhile.
 *
 * What fails for one file, or for one record that is too much by itself, is a problem of the ledger. Rejects when the records cannot be read to their end; what was
 * read until then is in the ledger.
 */
export async function readRecords(
  form: Form,
  wanted: Wanted,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  const earlier = await earlierComments(wanted, ledger, context);
  const desk = createDesk(form, wanted, earlier?.plan, ledger, context);
  const { source } = context;
  const asking: Asking = {
    order: {
      ...form,
      excludedFields: wanted.exclusion.codes,
      attachments: ledger.target.include.attachments,
      oneByOne: wanted.comments,
    },
    load: createRecordLoad(wanted.ahead, source.recordsPerPage),
    unread: createUnreadRecords(ledger.target, source),
  };
  const write = (records: AsyncIterable<FoundRecords[]>) => writeRecords(records, desk, ledger, context);

  const taken = takeOver(wanted, desk, ledger);
  if (taken)
    context.progress.recalled({ records: taken.counts.records, attachments: taken.counts.attachments.written });
  const all = () => found(allRecords(wanted.ahead, asking, ledger, context), desk);
  const first = taken
    ? { files: taken }
    : await write(earlier ? withEarlierComments(all(), earlier) : all()).finally(() => earlier?.comments.end());
  let files = first.files;
  try {
    if ("brokenOff" in first && first.brokenOff) throw first.brokenOff;
    ledger.recordsComplete();
    files = await settleRecords(
      files,
      { asking, rewrite: write, takenOver: taken !== undefined },
      desk,
      ledger,
      context,
    );
  } finally {
    if (!context.signal.aborted) await archiveRecords(files, asking.unread, desk, ledger, context);
  }
}

async function earlierComments(
  wanted: Wanted,
  ledger: TargetLedger,
  context: RunContext,
): Promise<CommentsToTakeOver | undefined> {
  const { earlier, comments, ahead } = wanted;
  if (!earlier || !comments) return undefined;
  const room = () => allowanceFor(wanted, 0, ledger, context).room();
  return findEarlierComments(earlier, ahead, room, ledger, context);
}

/** Comments do not raise a record's revision: where they are wanted, each record is read afresh. */
function takeOver(
  { earlier, comments, exclusion }: Wanted,
  desk: RecordDesk,
  ledger: TargetLedger,
): RecordFiles | undefined {
  if (!earlier || comments) return undefined;
  const { revision } = ledger;
  return takeOverRecordFiles({ ...earlier, exclusion, revision, options: ledger.options() }, desk);
}

async function* found(
  pages: AsyncIterable<CopiedPage>,
  { gaps }: RecordDesk,
): AsyncGenerator<FoundRecords[], void, undefined> {
  for await (const page of pages) {
    gaps.add(page.gaps);
    yield page.copies.map((copies) => ({ copies }));
  }
}
