import { sha256Hex } from "../../archive/bytes/digest";
import { jsonLine, lineBytesOf } from "../../archive/records/json-lines";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { inTurn, numberedFiles } from "../../archive/records/numbered-files";
import type { RecordVersion } from "../../domain/record-copies";
import { versionOf } from "../../records/record-version";
import { type WrittenVersions, createWrittenVersions } from "../records/record-versions";
import type { ArchivedTarget } from "../../archive/reading/open-archive";

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
  const files = numberedFiles(entries, facts.folder, "records");
  if (files.length === 0) return undefined;
  const versions = createWrittenVersions();
  const newestDigests = new Map<string, string>();
  let last = 0;
  try {
    for await (const lines of inTurn(files, lineBytesOf)) {
      for (const line of lines) {
        const version = versionIn(line);
        if (Number(version.id) <= last) return undefined;
        last = Number(version.id);
        versions.add(version);
        if (versions.length > facts.records.written - count)
          newestDigests.set(version.id, contentDigest(recordIn(line)));
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

const recordIn = (line: Uint8Array) => JSON.parse(new TextDecoder().decode(line)) as KintoneRecord;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** As kintone writes them, behind the `$`; a text in a record cannot hold this, as its quotation marks are escaped. */
const ID = bytesOf('id":{"type":"__ID__","value":"');
const REVISION = bytesOf('revision":{"type":"__REVISION__","value":"');
const [DOLLAR, QUOTE] = [0x24, 0x22];

/** Looks at few of the bytes; what is written in another way is parsed. */
function versionIn(line: Uint8Array): RecordVersion {
  let [id, revision]: Array<string | undefined> = [];
  for (let at = line.indexOf(DOLLAR); at !== -1; at = line.indexOf(DOLLAR, at + 1)) {
    id ??= digitsBehind(ID, line, at + 1);
    revision ??= digitsBehind(REVISION, line, at + 1);
  }
  if (id !== undefined && revision !== undefined) return { id, revision };
  return versionOf(recordIn(line));
}

function digitsBehind(name: Uint8Array, line: Uint8Array, start: number): string | undefined {
  if (!name.every((byte, at) => line[start + at] === byte)) return undefined;
  const from = start + name.length;
  return String.fromCharCode(...line.subarray(from, line.indexOf(QUOTE, from)));
}
