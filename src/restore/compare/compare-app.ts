import { archivedRecords } from "../../archive/reading/archived-records";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { type Attachment, attachmentsOfRecord } from "../../archive/records/attachments-of-record";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { inOrder } from "../../domain/in-order";
import type { RequestsLeft } from "../../domain/requests";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { createBatchComparison, type Expectations } from "./batch-comparison";
import { type Batch, batchesOf } from "./batches";
import { createByteComparison, hasFiles } from "./compared-bytes";
import type { Comparison, RecordFinding } from "./comparison";
import type { ComparedForms } from "./compared-forms";
import { hiddenReason } from "./hidden-records";
import { expectRequestsLeft } from "./requests-of-comparing";
import { createPresentRecords } from "./present-records";
import { pairedRecords } from "./paired-records";

/** While one is compared, the next ones are asked for: so many, as long as what they hold of the archive is not too much for memory. */
const BATCHES_AT_ONCE = { alone: 12, withFiles: 4 };
const BYTES_AT_ONCE = 32 * 1024 ** 2;

/** So that the keys of files are fresh when their turn comes: a file can have a gigabyte. */
const RECORDS_WITH_FILES_AT_ONCE = 20;

/** What a comparison needs of the world. */
export interface ComparisonParts {
  source: Source;
  signal: AbortSignal;
  /** How many requests may be under way. */
  requestsAllowed: () => number;
  /** What is left of an app's requests today: where that does not suffice, nothing is compared. Absent where it does not matter, or nobody knows. */
  requestsLeft?: (appId: string) => Promise<RequestsLeft | undefined>;
  /** Told of each record that is not equal, in the order of the archive's ids. The next waits until it resolves. */
  found: (finding: RecordFinding) => Promise<void> | void;
  report: (progress: { done: number; total: number }) => void;
}

export interface ComparisonOrder extends Partial<Expectations> {
  archived: ArchivedTarget;
  app: AppRef;
  forms: ComparedForms;
  /** Records that were put back before: the archive's id, and the one that kintone gave. */
  putBack?: ReadonlyMap<string, string>;
  /** The files of such a record, where it has other codes than in the archive. */
  attachmentsOf?: (wanted: KintoneRecord) => Attachment[];
  /** Compares files by their bytes, too, which costs a request each: a name and a size can stay while a file is replaced. */
  bytes?: boolean;
}

/**
 * Compares the records of an archive with those of an app, and writes nothing. In the app that they came from, it costs the ids and revisions of all records,
 * 500 a request; whole records are read where a revision, or the form, is another. Where they are known by a key, all that are there are read, and memory holds the keys
 * of the app's records; else no more than a few batches of records, whatever the app has. Rejects with the signal's reason, or with a `BackupError` when the app cannot be read, or would be asked too often.
 */
export async function compareApp(
  {
    archived,
    app,
    forms,
    putBack = new Map<string, string>(),
    wanted = (record) => record,
    asArchived,
    attachmentsOf = (record) => attachmentsOfRecord(record),
    bytes: wished = false,
  }: ComparisonOrder,
  { source, signal, requestsAllowed, requestsLeft, found, report }: ComparisonParts,
): Promise<Comparison> {
  const { facts } = archived;
  const hasAttachments = facts.options.include.includes("attachments");
  const bytes = wished && hasAttachments;
  await expectRequestsLeft({ archived, app, bytes }, source, await requestsLeft?.(app.appId));
  // Nothing waits for it but the end.
  const hidden = hiddenReason(source, app);
  hidden.catch(() => undefined);
  const counts: Comparison["counts"] = {
    ...{ archived: 0, present: 0, equal: 0 },
    ...{ missing: 0, differs: 0, explained: 0, newer: 0, surplus: 0, unread: 0 },
  };
  const compareBytes = bytes
    ? createByteComparison(archived, { app, fields: forms.fields, source, attachmentsOf })
    : undefined;
  const compareBatch = createBatchComparison(
    { ...forms, wanted, asArchived },
    createPresentRecords(source, app),
    compareBytes,
  );
  const paired = await pairedRecords(
    { archived: archivedRecords(archived), app, matching: forms.matching, putBack, wanted },
    { source, pagesAhead: requestsAllowed },
  );
  counts.present = paired.uncounted;
  const batches = batchesOf(paired.pairs, {
    isUnchanged: forms.isUnchanged && forms.matching.by === "id",
    ...{ isReadAnyway: (line) => bytes && hasFiles(line), putBack: paired.putBack },
    recordsAtOnce: bytes ? RECORDS_WITH_FILES_AT_ONCE : source.recordsPerPage,
    lastId: Number(facts.lastId ?? 0),
  });
  const least = BYTES_AT_ONCE / BATCHES_AT_ONCE[bytes ? "withFiles" : "alone"];
  const weightOf = (batch: Batch) => Math.max(least, batch.bytes);
  for await (const { equal, findings, held } of inOrder(batches, BYTES_AT_ONCE, compareBatch, weightOf)) {
    signal.throwIfAborted();
    counts.archived += held.archived;
    counts.present += held.present;
    counts.equal += equal;
    for (const finding of findings) {
      counts[finding.kind] += 1;
      await found(finding);
    }
    report({ done: counts.archived, total: facts.records.written });
  }
  const mayBeHidden = await hidden;
  const { differences, isUnchanged } = forms;
  return {
    form: { differences, isUnchanged, excluded: facts.options.excludedFields },
    counts,
    ...(mayBeHidden && { mayBeHidden }),
    ...{ condition: facts.options.query, hasAttachments },
  };
}
