import { NUMBERED_KINDS } from "../../archive/records/numbered-files";
import type { StagedEntry } from "../../staging/staging";

/**
 * The order in which a target goes into the archive, which depends on its paths alone: the same app gives the same archive. Files with
 * numbers come in the order of these, attachments in that of their records. That is about how they were fetched, so that those which lie together in the
 * workspace are packed together, and their room comes back with each volume.
 */
export function inArchiveOrder(entries: readonly StagedEntry[]): StagedEntry[] {
  return entries
    .map((entry) => ({
      ...{ entry, place: placeOf(entry) },
      record: entry.kind === "attachment" ? recordOf(entry.path) : undefined,
    }))
    .sort((a, b) => {
      const byRecord = a.record !== undefined && b.record !== undefined ? a.record - b.record : 0;
      return byRecord || (a.place < b.place ? -1 : 1);
    })
    .map(({ entry }) => entry);
}

/** `12/attachments/photo-7/a.png` → 7; in a table, the row comes behind it. */
function recordOf(path: string): number {
  return Number(/-(\d+)(?:-\d+)?\/[^/]*$/.exec(path)?.[1] ?? 0);
}

/** `12/records.csv`, then `12/records-2.csv`, and `12/records-10.csv` behind both. */
function placeOf({ kind, path }: StagedEntry): string {
  if (!NUMBERED_KINDS.some((numbered) => numbered === kind)) return path;
  return path.replace(
    /(?:-(\d+))?(\.\w+)$/,
    (_, number: string | undefined, extension: string) => `${extension}${(number ?? "1").padStart(8, "0")}`,
  );
}
