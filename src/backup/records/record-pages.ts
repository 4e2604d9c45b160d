import { linesIn } from "../../archive/records/json-lines";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { type BackupError, toBackupError } from "../../domain/errors";
import { inOrder } from "../../domain/in-order";
import type { CopiedRecords, CopyOrder } from "../../domain/record-copies";
import { createCopier } from "../../records/copier";
import { bounds, type IdRange, type RecordSpread, isOfOne, rangeOf, rangesOf, restOf } from "../../records/id-ranges";
import { inFittingSize } from "../../records/page-size";
import { type Page, readRanges } from "../../records/range-reader";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import type { FoundLoad, RecordLoad } from "./record-load";
import type { UnreadRecords } from "./unread-records";

/** The most ids that one request asks for: a hundred take about a thousand characters of its URL. */
const IDS_AT_ONCE = 100;

/** A page of records, copied. */
export interface CopiedPage extends Page, CopiedRecords {}

const NOTHING: CopiedRecords = { lines: new Uint8Array(), copies: [], gaps: { missing: [], formIsOutdated: false } };

/** How the records of a target are asked for. */
export interface Asking {
  order: CopyOrder;
  load: RecordLoad;
  unread: UnreadRecords;
}

/**
 * Reads pages of a target, or takes those that an earlier attempt of the run read. Values that are left out are not kept
 * until then.
 *
 * Where a page is too much, fewer records are asked for, and where the fewest still are, each by itself: one that is too much alone is
 * named, and the others are read.
 */
function createPageReader({ order, load, unread }: Asking, ledger: TargetLedger, context: RunContext) {
  const { source, memory, staging } = context;
  const { folder, target } = ledger;
  const decoder = new TextDecoder();
  let told = load.size.now;

  async function recalled(range: IdRange, limit: number): Promise<CopiedPage | undefined> {
    const known = await memory.file(folder, questionOf(range, limit));
    if (!known) return undefined;
    ledger.keptMeanwhile(known.noted);
    const lines = await known.stored.bytes(0, known.stored.size);
    const records = linesIn(lines).map((line) => JSON.parse(decoder.decode(line)) as KintoneRecord);
    return pageOf(createCopier(order)(records, lines), range, limit);
  }

  async function kept(copied: CopiedRecords, range: IdRange, limit: number): Promise<CopiedPage> {
    load.saw(copied);
    unread.someCame();
    if (!memory.keeps) return pageOf(copied, range, limit);
    // Where there is no room for it, the next thing that is written will say so.
    const file = await staging.keep(folder, copied.lines).catch(() => undefined);
    if (file) {
      ledger.keptMeanwhile(file);
      await memory.filed(folder, questionOf(range, limit), file);
    }
    return pageOf(copied, range, limit);
  }

  async function page(range: IdRange): Promise<CopiedPage> {
    for (const limit of load.size.left()) {
      const known = await recalled(range, limit);
      if (!known) continue;
      load.size.atMost(limit);
      return known;
    }
    const asked = { query: target.query, ...bounds(range) };
    try {
      const ask = async (limit: number) =>
        kept(await source.copyRecords(target, { ...asked, limit }, order), range, limit);
      return await inFittingSize(load.size, ask, tellSmaller);
    } catch (thrown) {
      if (!toBackupError(thrown).divisible) throw thrown;
      return eachByItself(range);
    }
  }

  function tellSmaller({ code }: BackupError): void {
    context.beat();
    const to = load.size.now;
    const because = code === "BAD_RESPONSE" ? "odd-answer" : "too-much";
    // Pages that were on their way at the same time fared no better.
    if (to < told) context.log.add({ kind: "smaller-pages", target, from: told, to, because });
    told = to;
  }

  /** Nothing of a page yet, but the ranges in which its records lie. */
  async function eachByItself(range: IdRange): Promise<CopiedPage> {
    context.beat();
    const limit = load.size.now;
    const asked = { query: target.query, ...bounds(range), limit };
    const ids = (await source.readVersions(target, asked)).map(({ id }) => Number(id));
    const rest = ids.length < limit ? [] : restOf(range, ids.at(-1) ?? range.upTo, limit);
    return { ...NOTHING, length: 0, rest: [...ids.map(rangeOf), ...rest] };
  }

  async function single(range: IdRange): Promise<CopiedPage> {
    const known = await recalled(range, 1);
    if (known) return known;
    try {
      const asked = { query: target.query, ...bounds(range) };
      return await kept(await source.copyRecords(target, asked, order), range, 1);
    } catch (thrown) {
      context.beat();
      await unread.unlessGone(String(range.upTo), toBackupError(thrown));
      return { ...NOTHING, length: 0, rest: [] };
    }
  }

  return async (range: IdRange): Promise<CopiedPage> => (isOfOne(range) ? single(range) : page(range));
}

function questionOf({ after, upTo }: IdRange, limit: number): string {
  return `records ${after}-${upTo} by ${limit}`;
}

/** @param limit how many were asked for: fewer are all of the range */
function pageOf(copied: CopiedRecords, range: IdRange, limit: number): CopiedPage {
  const { copies } = copied;
  const length = copies.reduce((sum, { versions }) => sum + versions.length, 0);
  const lastId = Number(copies.at(-1)?.versions.at(-1)?.id);
  return { ...copied, length, rest: length < limit ? [] : restOf(range, lastId, limit) };
}

/** What was found out about a target's records before they are read. */
export interface RecordsAhead extends RecordSpread, FoundLoad {
  /** Attachments of all records, as far as the newest tell. */
  attachments: number;
}

/**
 * Every record of a target, page by page, in ascending `$id`; several pages are on their way while one is worked on.
 * Ranges of `$id` neither skip nor repeat a record when others are added or deleted meanwhile, as offsets would
 * (cybozu.dev, "offset の制限値を考慮した kintone のレコード一括取得").
 */
export function allRecords(
  spread: RecordSpread,
  asking: Asking,
  ledger: TargetLedger,
  context: RunContext,
): AsyncGenerator<CopiedPage, void, undefined> {
  const { options, shareOfMemory } = context;
  const { load } = asking;
  return readRanges(rangesOf(spread, load.size.now), {
    read: createPageReader(asking, ledger, context),
    pagesAhead: () => Math.max(2, Math.min(options.requestsAtOnce, load.pagesIn(shareOfMemory()))),
  });
}

/**
 * Copies of the records of these ids (ascending) that are still there and match, each by itself, in ascending `$id`; several answers
 * are waited for at a time. Ids that are too many are divided.
 */
export async function* recordsById(
  ids: readonly string[],
  { order, load, unread }: Asking,
  ledger: TargetLedger,
  { source, options, shareOfMemory, beat }: RunContext,
): AsyncGenerator<CopiedRecords, void, undefined> {
  const { target } = ledger;
  const each: CopyOrder = { ...order, oneByOne: true };

  async function* parts() {
    for (let start = 0; start < ids.length;) {
      const part = ids.slice(start, start + Math.min(IDS_AT_ONCE, load.size.now));
      yield part;
      start += part.length;
    }
  }

  async function copiesOf(part: readonly string[]): Promise<CopiedRecords[]> {
    try {
      const copied = await source.copyRecordsById(target, { query: target.query, ids: part }, each);
      load.saw(copied);
      unread.someCame();
      return [copied];
    } catch (thrown) {
      const error = toBackupError(thrown);
      if (!error.divisible) throw error;
      beat();
      const [id] = part;
      if (part.length > 1) return halves(part);
      if (id !== undefined) await unread.unlessGone(id, error);
      return [];
    }
  }

  async function halves(part: readonly string[]): Promise<CopiedRecords[]> {
    const half = Math.ceil(part.length / 2);
    load.size.shrink(half + 1);
    return [...(await copiesOf(part.slice(0, half))), ...(await copiesOf(part.slice(half)))];
  }

  const atOnce = Math.max(1, Math.min(options.requestsAtOnce, load.pagesIn(shareOfMemory())));
  for await (const copied of inOrder(parts(), atOnce, copiesOf)) yield* copied;
}
