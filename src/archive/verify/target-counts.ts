import type { EntryFacts } from "../entry";
import type { TargetFacts } from "../manifest/manifest";
import { NUMBERED_KINDS, type NumberedKind, numberedFiles, numberedPath } from "../records/numbered-files";
import type { Finding } from "./finding";

/** What a volume holds, or all volumes of an archive together. */
export interface Held {
  /** As the manifests list them. */
  entries: readonly EntryFacts[];
  /** Lines of every `.jsonl` by path, as they were read back; `undefined` for one that could not be. */
  lines: ReadonlyMap<string, number | undefined>;
  /** Whether this is the whole archive. A target can be spread over volumes, so only then can anything be missed. */
  isWhole: boolean;
}

/** Compares records, comments, attachments and files of records with what the manifest says was written of each target. */
export function compareCounts(targets: readonly TargetFacts[], { entries, lines, isWhole }: Held): Finding[] {
  const attachments = new Map<string | undefined, number>();
  for (const { kind, target } of entries) {
    if (kind === "attachment") attachments.set(target, (attachments.get(target) ?? 0) + 1);
  }
  const listed = new Map(entries.map((entry) => [entry.path, entry]));
  return targets.flatMap((target) => {
    const { folder } = target;
    const linesOf = (kind: "records" | "comments") => {
      const files = numberedFiles(lines, folder, kind);
      return isWhole || files.length === expectedFiles(target, kind) ? sumOf(files) : undefined;
    };
    const [records, comments] = [numberedPath(folder, "records", 1), numberedPath(folder, "comments", 1)];
    return [
      ...compare("Records", records, target.records.written, linesOf("records")),
      ...compare("Comments", comments, target.comments.written, linesOf("comments")),
      ...(isWhole ? compare("Attachments", folder, target.attachments.written, attachments.get(folder) ?? 0) : []),
      ...(isWhole ? missingFiles(target, listed) : []),
    ];
  });
}

/** The same count as the manifest has, of all files together, can be demanded only where all of them are. */
function expectedFiles({ files }: TargetFacts, kind: NumberedKind): number {
  return files?.[kind] ?? 1;
}

/** Nothing is known of a sum of which a part is unknown. */
function sumOf(lines: ReadonlyArray<number | undefined>): number | undefined {
  return lines.reduce((sum, own) => (sum === undefined || own === undefined ? undefined : sum + own), 0);
}

/** Of CSV, no count of lines would tell that the last file is not there. */
function missingFiles({ folder, files }: TargetFacts, listed: ReadonlyMap<string, EntryFacts>): Finding[] {
  return NUMBERED_KINDS.flatMap((kind): Finding[] => {
    const found = numberedFiles(listed, folder, kind).length;
    if (!files || found >= files[kind]) return [];
    return [{ code: "ENTRY_MISSING", path: numberedPath(folder, kind, found + 1), message: "In no volume" }];
  });
}

function compare(message: string, path: string, expected: number, actual: number | undefined): Finding[] {
  if (actual === undefined || actual === expected) return [];
  return [{ code: "COUNT_MISMATCH", path, expected, actual, message }];
}
