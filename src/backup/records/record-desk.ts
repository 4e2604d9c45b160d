import type { FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { createCsvFormat } from "../../archive/records/records-csv";
import type { Exclusion } from "../../records/excluded-fields";
import { createGapList } from "../../records/missing-fields";
import type { Form } from "../app-settings/read-settings";
import { type EarlierAttachments, createAttachmentShelf } from "../attachments/attachment-shelf";
import { type CommentAllowance, createCommentAllowance } from "../comments/comment-allowance";
import type { CommentPlan } from "../comments/comment-plan";
import { foreseenBesideComments } from "../estimate/foreseen-requests";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { PreviousRecords } from "../previous/previous-records";
import { asStaged } from "../previous/take-over";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import type { RecordsAhead } from "./record-pages";
import type { RecordDesk } from "./write-records";

/** What of each record a target wants. */
export interface Wanted {
  exclusion: Exclusion;
  /** Whether the app has comments, and they are wanted. */
  comments: boolean;
  /** What was found out before any record was read. */
  ahead: RecordsAhead;
  /** What an earlier run read; the sample is the newest records as they are now. */
  earlier?: { previous: ArchivedTarget; records: PreviousRecords; sample: readonly KintoneRecord[] };
}

export function createDesk(
  form: Form,
  wanted: Wanted,
  plan: CommentPlan | undefined,
  ledger: TargetLedger,
  context: RunContext,
): RecordDesk {
  const { exclusion, earlier, comments, ahead } = wanted;
  const fields = exclusion.formWithout(form.fields);
  return {
    csv: createCsvFormat(fields, form.layout),
    shelf: createAttachmentShelf(ledger, earlier && earlierAttachments(earlier, ledger)),
    holdsFiles: ledger.target.include.attachments && hasFileField(fields),
    gaps: createGapList(),
    commentFailures: new Map(),
    ...(comments && { allowance: allowanceFor(wanted, plan?.first ?? 0, ledger, context) }),
    newestId: String(ahead.newestId),
  };
}

export function allowanceFor(
  { earlier, ahead }: Wanted,
  first: number,
  { target, requestsBefore }: TargetLedger,
  context: RunContext,
): CommentAllowance {
  // Those of the previous archive are mostly not downloaded again.
  const share = Math.max(0, 1 - (earlier?.records.versions.length ?? 0) / Math.max(1, ahead.count));
  const source = { settings: context.source.settings, recordsPerPage: ahead.pageSize };
  const held = { records: ahead.count, attachments: Math.ceil(ahead.attachments * share) };
  const foreseen = foreseenBesideComments(target, held, source);
  // To know which comments are to be read, all revisions are looked at once more.
  const requests = foreseen.requests + (earlier ? Math.ceil(ahead.count / ahead.pageSize) : 0);
  return createCommentAllowance(target.appId, { ...foreseen, requests }, { before: requestsBefore, first }, context);
}

function hasFileField({ properties }: FormFields): boolean {
  return Object.values(properties).some(
    ({ type, fields = {} }) => type === "FILE" || Object.values(fields).some((inner) => inner.type === "FILE"),
  );
}

function earlierAttachments(
  { previous: { entries }, records }: NonNullable<Wanted["earlier"]>,
  { folder }: TargetLedger,
): EarlierAttachments {
  return {
    revisionOf: (id) => records.versions.revisionOf(id),
    entry(path) {
      const entry = entries.get(`${folder}/attachments/${path}`);
      return entry && asStaged(entry);
    },
  };
}
