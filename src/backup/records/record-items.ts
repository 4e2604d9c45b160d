import type { Attachment } from "../../archive/records/attachments-of-record";
import type { RecordCopies } from "../../domain/record-copies";
import type { AttachmentShelf } from "../attachments/attachment-shelf";
import type { CommentAllowance, Share } from "../comments/comment-allowance";
import type { RunContext } from "../run-context";
import type { RecordsToWrite } from "./record-files";

/** Of a record's lines and rows: heavier ones count for several, so that what waits is no more than 24 MB, or one page. */
const BYTES_OF_AN_ITEM = 48 * 1024;

/** Records to write; without comments they are read, as are those of their attachments that are not on the shelf. */
export type FoundRecords = RecordsToWrite & {
  known?: boolean;
  /** What reading its comments takes, or that they are not read, as there are some that do. */
  share?: Share | "none";
};

/** What is to be fetched for records, and the records themselves. */
export type Item = ToFetch | { records: FoundRecords[] };
export type ToFetch = { attachment: Attachment } | CommentsOf;
export type CommentsOf = { commentsOf: string; share: Share };

/** Of what is not known. */
const ONE: Share = { turn: "first", requests: 1 };

/** How many of the usual size it is worth. */
export const weightOf = (item: Item): number =>
  "records" in item ? Math.max(lengthOf(item.records), bytesOfAll(item.records) / BYTES_OF_AN_ITEM) : 1;

/** Of what is held of them. */
export const bytesOf = ({ lines, rows }: RecordCopies): number => lines.length + (rows?.length ?? 0);

const bytesOfAll = (records: readonly FoundRecords[]): number =>
  records.reduce((sum, { copies }) => sum + bytesOf(copies), 0);

export const lengthOf = (records: readonly FoundRecords[]): number =>
  records.reduce((sum, { copies }) => sum + copies.versions.length, 0);

/**
 * Everything that belongs to a record, then the record itself: by then it is known what of it is in the archive. Records to which
 * nothing belongs that is to be fetched stay together.
 */
export async function* itemsOf(
  groups: AsyncIterable<FoundRecords[]>,
  { shelf, allowance }: { shelf: AttachmentShelf; allowance?: CommentAllowance },
  { progress }: Pick<RunContext, "progress">,
): AsyncGenerator<Item, void, undefined> {
  for await (const group of groups) {
    let together: FoundRecords[] = [];
    for (const item of group) {
      const attachments = shelf.wanted(item.copies);
      const { share = ONE } = item;
      const asks = allowance && !item.known && share !== "none" ? { share } : undefined;
      if (attachments.length === 0 && !asks) {
        together.push(item);
        continue;
      }
      if (together.length > 0) yield { records: together };
      together = [];
      for (const attachment of attachments) {
        progress.attachmentFound();
        yield { attachment };
      }
      const [version] = item.copies.versions;
      if (asks && version) yield { commentsOf: version.id, ...asks };
      yield { records: [item] };
    }
    if (together.length > 0) yield { records: together };
  }
}
