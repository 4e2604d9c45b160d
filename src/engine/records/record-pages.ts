import { jsonLine, linesIn } from "../../archive/json-lines";
import type { KintoneRecord } from "../../archive/kintone-app";
import { BackupError } from "../errors";
import type { Exclusion } from "../left-out/excluded-fields";
import { inOrder } from "../in-order";
import { type IdRange, type RecordSpread, rangesOf } from "./id-ranges";
import { readRanges } from "./range-reader";
import type { RunContext } from "../run-context";
import type { RecordVersion } from "../source";
import type { Target } from "../target";
import type { TargetLedger } from "../targets/target-ledger";

/** The most ids that one request asks for: a hundred take about a thousand characters of its URL. */
const IDS_AT_ONCE = 100;

/** A record, and its line in `records.jsonl`, in UTF-8: made once, for the archive and for a later attempt of the run. */
export interface FoundRecord {
  record: KintoneRecord;
  line: Uint8Array;
}

/** Reads the first page of a range. */
type ReadPage = (range: IdRange) => Promise<FoundRecord[]>;

/**
 * Reads pages of a target, or takes those that an earlier attempt of the run read. Values that are left out are not kept
 * until then.
 */
function createPageReader(ledger: TargetLedger, exclusion: Exclusion, context: RunContext): ReadPage {
  const { source, memory, staging } = context;
  const { folder, target } = ledger;
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  return async (range) => {
    const question = `records ${range.after}-${range.upTo}`;
    const known = await memory.file(folder, question);
    if (known) {
      ledger.keptMeanwhile(known.noted.name);
      const lines = linesIn(await known.stored.bytes(0, known.stored.size));
      return lines.map((line) => ({ record: JSON.parse(decoder.decode(line)) as KintoneRecord, line }));
    }
    const page = await source.readRecords(target, { query: target.query, ...bounds(range) });
    const records = page.map(exclusion.recordWithout);
    const bytes = encoder.encode(records.map(jsonLine).join(""));
    const lines = linesIn(bytes);
    const found = records.map((record, index) => ({ record, line: lines[index] as Uint8Array }));
    if (!memory.keeps) return found;
    // Where there is no room for it, the next thing that is written will say so.
    const file = await staging.keep(bytes).catch(() => undefined);
    if (file) {
      ledger.keptMeanwhile(file.name);
      memory.filed(folder, question, file);
    }
    return found;
  };
}

/** A range as the source takes it. */
export function bounds({ after, upTo }: IdRange): { afterId: string; upToId?: string } {
  return { afterId: String(after), ...(upTo !== Infinity && { upToId: String(upTo) }) };
}

/** Of the JSON of records that wait for those before them: about 20 pages of records with 20 fields, or a few of large ones. */
const CHARACTERS_AHEAD = 24 * 1024 ** 2;

/** What was found out about a target's records before they are read. */
export interface RecordsAhead extends RecordSpread {
  /** Of the JSON of a page, as the newest one has it. */
  pageCharacters: number;
}

/**
 * Every record of a target, page by page, in ascending `$id`; several pages are on their way while one is worked on.
 * Ranges of `$id` neither skip nor repeat a record when others are added or deleted meanwhile, as offsets would
 * (cybozu.dev, "offset の制限値を考慮した kintone のレコード一括取得").
 */
export function allRecords(
  { pageCharacters, ...spread }: RecordsAhead,
  ledger: TargetLedger,
  exclusion: Exclusion,
  context: RunContext,
): AsyncGenerator<FoundRecord[], void, undefined> {
  const { source, options, shareOfMemory } = context;
  const fitting = () => Math.floor((CHARACTERS_AHEAD * shareOfMemory()) / Math.max(1, pageCharacters));
  return readRanges(rangesOf(spread, source.recordsPerPage), {
    read: createPageReader(ledger, exclusion, context),
    idOf: ({ record }) => Number(versionOf(record).id),
    pageSize: source.recordsPerPage,
    pagesAhead: () => Math.max(2, Math.min(options.requestsAtOnce, fitting())),
  });
}

/** The records of these ids (ascending) that are still there and match, in ascending `$id`; several answers are waited for at a time. */
export async function* recordsById(
  target: Target,
  ids: readonly string[],
  { source, options }: RunContext,
): AsyncGenerator<KintoneRecord, void, undefined> {
  async function* parts() {
    for (let start = 0; start < ids.length; start += IDS_AT_ONCE) yield ids.slice(start, start + IDS_AT_ONCE);
  }
  const read = (part: string[]) => source.readRecordsById(target, target.query, part);
  for await (const records of inOrder(parts(), options.requestsAtOnce, read)) yield* records;
}

/** `$id` and `$revision` of a record. Rejects an answer without them: nothing could be paged or restored by such a record. */
export function versionOf(record: KintoneRecord): RecordVersion {
  const [id, revision] = [record.$id?.value, record.$revision?.value];
  if (typeof id === "string" && typeof revision === "string") return { id, revision };
  throw new BackupError("BAD_RESPONSE", "A record came without $id or $revision");
}
