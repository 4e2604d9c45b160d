import type { EntryFacts } from "../entry";
import type { TargetFacts } from "../manifest/manifest";
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

/** Compares records, comments and attachments with what the manifest says was written of each target. */
export function compareCounts(targets: readonly TargetFacts[], { entries, lines, isWhole }: Held): Finding[] {
  const attachments = new Map<string | undefined, number>();
  for (const { kind, target } of entries) {
    if (kind === "attachment") attachments.set(target, (attachments.get(target) ?? 0) + 1);
  }
  const linesOf = (path: string) => (lines.has(path) || !isWhole ? lines.get(path) : 0);
  return targets.flatMap(({ folder, ...written }) => {
    const [records, comments] = [`${folder}/records.jsonl`, `${folder}/comments.jsonl`];
    return [
      ...compare("Records", records, written.records.written, linesOf(records)),
      ...compare("Comments", comments, written.comments.written, linesOf(comments)),
      ...(isWhole ? compare("Attachments", folder, written.attachments.written, attachments.get(folder) ?? 0) : []),
    ];
  });
}

function compare(message: string, path: string, expected: number, actual: number | undefined): Finding[] {
  if (actual === undefined || actual === expected) return [];
  return [{ code: "COUNT_MISMATCH", path, expected, actual, message }];
}
