import type { Attachment } from "../../archive/records/attachments-of-record";
import type { RecordCopies, RecordVersion } from "../../domain/record-copies";
import type { StagedEntry } from "../../staging/staging";
import type { TargetLedger } from "../targets/target-ledger";
import type { FetchedAttachment } from "./fetch-attachment";

/**
 * What became of each attachment of a target, until it is certain which records the archive has: a record that changed
 * while it was read may have lost a file, or got another of the same name.
 */
export interface AttachmentShelf {
  /** Those of a record's attachments that nobody has asked for yet. */
  wanted(copies: RecordCopies): Attachment[];
  put(fetched: FetchedAttachment): void;
  /** What became of each. */
  of(attachments: readonly Attachment[]): FetchedAttachment[];
  /** Gives the ledger those that the archive's records have, with everything that is wrong with them; the rest is removed. */
  archive(used: ReadonlySet<FetchedAttachment>): Promise<void>;
}

/** Attachments that were read by an earlier run. */
export interface EarlierAttachments {
  /** Revision that the record had then. */
  revisionOf(id: number): number | undefined;
  /** By its path below `attachments/`. */
  entry(path: string): StagedEntry | undefined;
}

/** Files of a record that has not changed since an earlier run are taken from there. */
export function createAttachmentShelf(ledger: TargetLedger, earlier?: EarlierAttachments): AttachmentShelf {
  const shelf = new Map<string, FetchedAttachment>();

  /** The same revision, path and size: file keys alone may change (not documented). */
  const takeOver = (attachment: Attachment, version: RecordVersion | undefined): boolean => {
    if (!version || earlier?.revisionOf(Number(version.id)) !== Number(version.revision)) return false;
    const entry = earlier.entry(attachment.path);
    if (entry?.size !== Number(attachment.file.size)) return false;
    shelf.set(keyOf(attachment), { attachment, entry });
    return true;
  };

  return {
    wanted: ({ attachments, versions: [version] }) =>
      attachments.filter((attachment) => !shelf.has(keyOf(attachment)) && !takeOver(attachment, version)),
    put(fetched) {
      shelf.set(keyOf(fetched.attachment), fetched);
    },
    of: (attachments) => attachments.flatMap((attachment) => shelf.get(keyOf(attachment)) ?? []),
    async archive(used) {
      for (const fetched of shelf.values()) {
        if (used.has(fetched)) book(fetched, ledger);
        else await fetched.entry?.remove();
      }
      shelf.clear();
    },
  };
}

/** One place in a record can have different files in the course of a run. */
function keyOf({ path, file }: Attachment): string {
  return `${path}/${file.fileKey}`;
}

function book({ attachment, entry, error }: FetchedAttachment, ledger: TargetLedger): void {
  const { recordId: record, field, file, renamed } = attachment;
  const path = `${ledger.folder}/attachments/${attachment.path}`;
  if (entry) {
    ledger.add(entry);
    if (renamed) ledger.renamed({ path, trueName: file.name });
  }
  if (!error) return;
  ledger.problem("attachments", error.with({ record, field, file: file.name }));
  if (!entry) ledger.missing({ code: "FAILED", what: "attachment", text: error.message, record, field, path });
}
