import { ArchiveError } from "../archive-error";
import { lineBytesOf } from "../records/json-lines";
import type { KintoneRecord } from "../records/kintone-app";
import { inTurn, numberedFiles } from "../records/numbered-files";
import type { ArchivedTarget } from "./open-archive";

/** A record in `records.jsonl`, or in a file behind it. */
export interface ArchivedRecord {
  id: string;
  revision: string;
  /** As it lies there: JSON in UTF-8, with its line feed. */
  line: Uint8Array;
}

/**
 * The records of a target in ascending ids, without parsing them: those of a piece of a file together. Rejects with an `ArchiveError`
 * `DAMAGED` for lines that no archive of ours has, and as the entries' streams do.
 */
export async function* archivedRecords({
  facts,
  entries,
}: Pick<ArchivedTarget, "facts" | "entries">): AsyncGenerator<ArchivedRecord[], void, undefined> {
  let last = 0;
  for await (const lines of inTurn(numberedFiles(entries, facts.folder, "records"), lineBytesOf)) {
    const records = lines.map((line) => ({ ...versionIn(line), line }));
    for (const { id } of records) {
      if (Number(id) <= last) throw damaged(`Record ${id} is behind ${last}`);
      last = Number(id);
    }
    yield records;
  }
}

/** A record of the archive, parsed. */
export function recordIn(line: Uint8Array): KintoneRecord {
  return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line)) as KintoneRecord;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** As kintone writes them, behind the `$`; a text in a record cannot hold this, as its quotation marks are escaped. */
const ID = bytesOf('id":{"type":"__ID__","value":"');
const REVISION = bytesOf('revision":{"type":"__REVISION__","value":"');
const [DOLLAR, QUOTE] = [0x24, 0x22];

/** Looks at few of the bytes; what is written in another way is parsed. */
function versionIn(line: Uint8Array): Omit<ArchivedRecord, "line"> {
  let [id, revision]: Array<string | undefined> = [];
  for (let at = line.indexOf(DOLLAR); at !== -1; at = line.indexOf(DOLLAR, at + 1)) {
    id ??= digitsBehind(ID, line, at + 1);
    revision ??= digitsBehind(REVISION, line, at + 1);
  }
  if (id !== undefined && revision !== undefined) return { id, revision };
  const record = recordIn(line) as Partial<KintoneRecord> | null;
  const [parsedId, parsedRevision] = [record?.$id?.value, record?.$revision?.value];
  if (!isDigits(parsedId) || !isDigits(parsedRevision)) throw damaged("A record without id and revision");
  return { id: parsedId, revision: parsedRevision };
}

function digitsBehind(name: Uint8Array, line: Uint8Array, start: number): string | undefined {
  if (!name.every((byte, at) => line[start + at] === byte)) return undefined;
  const from = start + name.length;
  return String.fromCharCode(...line.subarray(from, line.indexOf(QUOTE, from)));
}

const isDigits = (value: unknown): value is string => typeof value === "string" && /^\d+$/.test(value);

const damaged = (message: string) => new ArchiveError("DAMAGED", message);
