import { canonicalJson } from "../../archive/canonical-json";
import type { TargetOptions } from "../../archive/manifest/manifest";
import { type NumberedKind, numberedFiles } from "../../archive/records/numbered-files";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import type { Exclusion } from "../../records/excluded-fields";
import { versionOf } from "../../records/record-version";
import type { StagedEntry } from "../../staging/staging";
import type { FetchedAttachment } from "../attachments/fetch-attachment";
import { createFiledComments } from "../comments/comment-lines";
import { archivedCopies } from "../records/archived-copies";
import { createOddCells } from "../records/odd-cells";
import type { RecordFiles } from "../records/record-files";
import type { RecordDesk } from "../records/write-records";
import type { ArchivedEntry, ArchivedTarget } from "../../archive/reading/open-archive";
import { contentDigest, type PreviousRecords } from "./previous-records";

/** What decides whether the files of records can be taken over. */
export interface TakeOver {
  previous: ArchivedTarget;
  records: PreviousRecords;
  /** Of the app's settings: with another one, fields, permissions or calculations may be others. */
  revision: string;
  options: TargetOptions;
  /** The newest records, as kintone gives them now. */
  sample: readonly KintoneRecord[];
  exclusion: Exclusion;
}

/**
 * The files of records of the previous archive, as if they had been written just now: what changed since is found and read by the
 * comparison that ends each target. `undefined` when they may differ from what would be written now in something else than the
 * records' revisions tell: other settings of the app, other options, gaps, or a record of the sample that is not the same although its
 * revision is (a user was renamed, or may read more or less than before).
 */
export function takeOverRecordFiles(takeOver: TakeOver, desk: RecordDesk): RecordFiles | undefined {
  const { previous, records } = takeOver;
  const { facts } = previous;
  const isWhole =
    // Of which records cells are not in CSV, the manifest does not tell of all.
    facts.missing.every(({ code, what }) => code !== "FAILED" && what !== "cell" && what !== "rows") &&
    facts.attachments.written === facts.attachments.expected;
  const isSame =
    // Nothing is known of settings without a revision.
    takeOver.revision !== "" &&
    facts.revision === takeOver.revision &&
    canonicalJson(facts.options) === canonicalJson(takeOver.options);
  if (!isWhole || !isSame || !fits(takeOver)) return undefined;
  const files = filesOf(previous);
  if (!files) return undefined;
  const { comments } = files;

  const attachments = new Set(attachmentsOf(previous));
  for (const fetched of attachments) desk.shelf.put(fetched);
  if (attachments.size !== facts.attachments.written) return undefined;
  const unreadable = facts.missing.flatMap(({ code, what, field }) =>
    code === "NOT_READABLE" && what === "field" && field !== undefined ? [field] : [],
  );
  desk.gaps.add({ missing: unreadable, formIsOutdated: false });
  return {
    entries: [...files.records, ...files.csv, ...(files.comments ?? [])].map(asStaged),
    failures: [],
    odd: createOddCells(),
    counts: {
      records: facts.records.written,
      attachments: { ...facts.attachments },
      comments: facts.comments,
      ...(facts.firstId !== undefined && { firstId: facts.firstId }),
      ...(facts.lastId !== undefined && { lastId: facts.lastId }),
    },
    versions: records.versions,
    // Where comments are wanted, no file of records is taken over.
    commentAges: { of: () => undefined },
    attachments,
    read() {
      const rows = { files: files.csv, hasTables: desk.csv.hasTables, odd: createOddCells() };
      const { versions } = records;
      return archivedCopies({ records: files.records, csv: rows, versions, holdsFiles: desk.holdsFiles });
    },
    ...(comments && { readComments: () => createFiledComments(comments) }),
    remove: async () => undefined,
  };
}

/** `undefined` unless all are there: without its last file, CSV would look whole. */
function filesOf({ facts, entries }: ArchivedTarget) {
  const hasComments = facts.options.include.includes("comments");
  const expected = facts.files ?? { records: 1, csv: 1, comments: hasComments ? 1 : 0 };
  const of = (kind: NumberedKind) => numberedFiles(entries, facts.folder, kind);
  const [records, csv, comments] = [of("records"), of("csv"), of("comments")];
  const areAll =
    records.length === expected.records && csv.length === expected.csv && comments.length === expected.comments;
  if (!areAll || records.length === 0 || csv.length === 0 || hasComments !== comments.length > 0) return undefined;
  return { records, csv, ...(hasComments && { comments }) };
}

/** Whether each record of the sample with the revision that it had is what it was, to the last letter. */
function fits({ records: { versions, newestDigests }, sample, exclusion }: TakeOver): boolean {
  return sample.every((record) => {
    const { id, revision } = versionOf(record);
    if (versions.revisionOf(Number(id)) !== Number(revision)) return true;
    const digest = newestDigests.get(id);
    const [understood] = exclusion.understoodWithout([record]);
    return digest === undefined || (understood !== undefined && contentDigest(understood) === digest);
  });
}

/** Of whose record they are matters for what goes wrong with one, and nothing did. */
function* attachmentsOf({ facts, entries }: ArchivedTarget): Generator<FetchedAttachment, void, undefined> {
  const folder = `${facts.folder}/attachments/`;
  const trueNames = new Map(facts.renamed.map(({ path, trueName }) => [path, trueName]));
  for (const [path, entry] of entries) {
    if (entry.kind !== "attachment") continue;
    const trueName = trueNames.get(path);
    const name = trueName ?? path.slice(path.lastIndexOf("/") + 1);
    yield {
      attachment: {
        ...{ recordId: "", field: "", path: path.slice(folder.length), renamed: trueName !== undefined },
        file: { name, fileKey: "", size: String(entry.size), contentType: "" },
      },
      entry: asStaged(entry),
    };
  }
}

/** It stays where it is until it is copied into a volume. */
export function asStaged(entry: ArchivedEntry): StagedEntry {
  return { ...entry, remove: async () => undefined };
}
