import { linesIn } from "../../archive/records/json-lines";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { inOrder } from "../../domain/in-order";
import type { CopiedRecords, CopyOrder } from "../../domain/record-copies";
import type { Target } from "../../domain/target";
import { createCopier } from "../../records/copier";
import { type IdRange, type RecordSpread, rangesOf } from "../../records/id-ranges";
import { type Page, readRanges } from "../../records/range-reader";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";

/** The most ids that one request asks for: a hundred take about a thousand characters of its URL. */
const IDS_AT_ONCE = 100;

/** A page of records, copied. */
export interface CopiedPage extends Page, CopiedRecords {}

/**
 * Reads pages of a target, or takes those that an earlier attempt of the run read. Values that are left out are not kept
 * until then.
 */
function createPageReader(order: CopyOrder, ledger: TargetLedger, context: RunContext) {
  const { source, memory, staging } = context;
  const { folder, target } = ledger;
  const decoder = new TextDecoder();
  return async (range: IdRange): Promise<CopiedPage> => {
    const question = `records ${range.after}-${range.upTo}`;
    const known = await memory.file(folder, question);
    if (known) {
      ledger.keptMeanwhile(known.noted);
      const lines = await known.stored.bytes(0, known.stored.size);
      const records = linesIn(lines).map((line) => JSON.parse(decoder.decode(line)) as KintoneRecord);
      return pageOf(createCopier(order)(records, lines));
    }
    const copied = await source.copyRecords(target, { query: target.query, ...bounds(range) }, order);
    if (!memory.keeps) return pageOf(copied);
    // Where there is no room for it, the next thing that is written will say so.
    const file = await staging.keep(folder, copied.lines).catch(() => undefined);
    if (file) {
      ledger.keptMeanwhile(file);
      memory.filed(folder, question, file);
    }
    return pageOf(copied);
  };
}

function pageOf(copied: CopiedRecords): CopiedPage {
  const { copies } = copied;
  const length = copies.reduce((sum, { versions }) => sum + versions.length, 0);
  return { ...copied, length, lastId: Number(copies.at(-1)?.versions.at(-1)?.id) };
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
  order: CopyOrder,
  ledger: TargetLedger,
  context: RunContext,
): AsyncGenerator<CopiedPage, void, undefined> {
  const { source, options, shareOfMemory } = context;
  const fitting = () => Math.floor((CHARACTERS_AHEAD * shareOfMemory()) / Math.max(1, pageCharacters));
  return readRanges(rangesOf(spread, source.recordsPerPage), {
    read: createPageReader(order, ledger, context),
    pageSize: source.recordsPerPage,
    pagesAhead: () => Math.max(2, Math.min(options.requestsAtOnce, fitting())),
  });
}

/**
 * Copies of the records of these ids (ascending) that are still there and match, each by itself, in ascending `$id`; several answers
 * are waited for at a time.
 */
export async function* recordsById(
  ids: readonly string[],
  order: CopyOrder,
  target: Target,
  { source, options }: RunContext,
): AsyncGenerator<CopiedRecords, void, undefined> {
  async function* parts() {
    for (let start = 0; start < ids.length; start += IDS_AT_ONCE) yield ids.slice(start, start + IDS_AT_ONCE);
  }
  const { query } = target;
  const each: CopyOrder = { ...order, oneByOne: true };
  yield* inOrder(parts(), options.requestsAtOnce, (part) => source.copyRecordsById(target, { query, ids: part }, each));
}
