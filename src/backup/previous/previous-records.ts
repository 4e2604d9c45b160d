import { sha256Hex } from "../../archive/bytes/digest";
import { archivedRecords, recordIn } from "../../archive/reading/archived-records";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { jsonLine } from "../../archive/records/json-lines";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { numberedFiles } from "../../archive/records/numbered-files";
import { type WrittenVersions, createWrittenVersions } from "../records/record-versions";

/** The records of a target in the previous archive, as far as they must be known to tell what has changed. */
export interface PreviousRecords {
  versions: WrittenVersions;
  /** Digests of the last records, by id (`contentDigest`): their lines together would weigh as much as they do. */
  newestDigests: ReadonlyMap<string, string>;
}

/**
 * Reads ids and revisions from `records.jsonl` and the files behind it, with the digests of the last `count` records. `undefined` when they are not
 * there, or are not what an archive of ours has.
 */
export async function readPreviousRecords(
  { facts, entries }: ArchivedTarget,
  count: number,
): Promise<PreviousRecords | undefined> {
  if (numberedFiles(entries, facts.folder, "records").length === 0) return undefined;
  const versions = createWrittenVersions();
  const newestDigests = new Map<string, string>();
  try {
    for await (const records of archivedRecords({ facts, entries })) {
      for (const { id, revision, line } of records) {
        versions.add({ id, revision });
        if (versions.length > facts.records.written - count) newestDigests.set(id, contentDigest(recordIn(line)));
      }
    }
  } catch {
    return undefined;
  }
  if (versions.length !== facts.records.written) return undefined;
  return { versions, newestDigests };
}

/** The same for records that are the same, whatever escapes kintone wrote them with. */
export const contentDigest = (record: KintoneRecord): string => sha256Hex(jsonLine(record));
