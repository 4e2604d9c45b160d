import { jsonLinesOf } from "../../archive/json-lines";
import type { KintoneRecord } from "../../archive/kintone-app";
import { versionOf } from "../records/record-version";
import { type WrittenVersions, createWrittenVersions } from "../records/record-versions";
import type { PreviousTarget } from "./previous-archive";

/** The records of a target in the previous archive, as far as they must be known to tell what has changed. */
export interface PreviousRecords {
  versions: WrittenVersions;
  /** The lines of the last records, by id. */
  newestLines: ReadonlyMap<string, string>;
}

/** As kintone writes them; a text in a record cannot hold this, as its quotation marks are escaped. */
const VERSION = /"\$revision":\{"type":"__REVISION__","value":"(\d+)"\}/;
const ID = /"\$id":\{"type":"__ID__","value":"(\d+)"\}/;

/**
 * Reads ids and revisions from `records.jsonl`, with the last `count` lines. `undefined` when the file is not there, or is not what
 * an archive of ours has.
 */
export async function readPreviousRecords(
  { facts, entries }: PreviousTarget,
  count: number,
): Promise<PreviousRecords | undefined> {
  const entry = entries.get(`${facts.folder}/records.jsonl`);
  if (!entry) return undefined;
  const versions = createWrittenVersions();
  const newest: Array<[string, string]> = [];
  try {
    let last = 0;
    for await (const line of jsonLinesOf(await entry.open())) {
      const [id, revision] = [ID.exec(line)?.[1], VERSION.exec(line)?.[1]];
      const version = id && revision ? { id, revision } : versionOf(JSON.parse(line) as KintoneRecord);
      if (Number(version.id) <= last) return undefined;
      last = Number(version.id);
      versions.add(version);
      newest.push([version.id, line]);
      if (newest.length > 2 * count) newest.splice(0, newest.length - count);
    }
  } catch {
    return undefined;
  }
  return versions.length === facts.records.written ? { versions, newestLines: new Map(newest) } : undefined;
}
