import type { KintoneRecord } from "../../archive/kintone-app";
import { BackupError } from "../errors";
import type { Exclusion } from "../left-out/excluded-fields";
import type { RunContext } from "../run-context";
import type { RecordVersion, Source } from "../source";
import type { Target } from "../target";
import type { TargetLedger } from "../targets/target-ledger";
import type { StoredFile } from "../workspace";

/** The most ids that one request asks for: a hundred take about a thousand characters of its URL. */
const IDS_AT_ONCE = 100;

/** Reads the page behind an `$id`; an empty one is the end. */
type ReadPage = (afterId: string) => Promise<KintoneRecord[]>;

/**
 * Reads pages of a target, or takes those that an earlier attempt of the run read. Values that are left out are not kept
 * until then.
 */
export function createPageReader(ledger: TargetLedger, exclusion: Exclusion, context: RunContext): ReadPage {
  const { source, memory, staging } = context;
  const { folder, target } = ledger;
  return async (afterId) => {
    const question = `records ${afterId}`;
    const known = await memory.file(folder, question);
    if (known) {
      ledger.keptMeanwhile(known.noted.name);
      return JSON.parse(await textOf(known.stored)) as KintoneRecord[];
    }
    const page = (await source.readRecords(target, { query: target.query, afterId })).map(exclusion.recordWithout);
    if (!memory.keeps) return page;
    // Where there is no room for it, the next thing that is written will say so.
    const file = await staging.keep(new TextEncoder().encode(JSON.stringify(page))).catch(() => undefined);
    if (file) {
      ledger.keptMeanwhile(file.name);
      memory.filed(folder, question, file);
    }
    return page;
  };
}

async function textOf(file: StoredFile): Promise<string> {
  return new TextDecoder().decode(await file.bytes(0, file.size));
}

/**
 * Every record of a target, page by page, in ascending `$id`. The next page is on its way while one is worked on.
 * Paging by `$id` neither skips nor repeats a record when others are added or deleted meanwhile, as offsets would
 * (cybozu.dev, "offset の制限値を考慮した kintone のレコード一括取得").
 */
export async function* allRecords(readPage: ReadPage): AsyncGenerator<KintoneRecord, void, undefined> {
  const read = (afterId: string) => {
    const page = readPage(afterId);
    page.catch(() => undefined); // awaited below, one page later
    return page;
  };
  let page = await read("0");
  while (page.length > 0) {
    const next = read(versionOf(page[page.length - 1] as KintoneRecord).id);
    yield* page;
    page = await next;
  }
}

/** The records of these ids (ascending) that are still there and match, in ascending `$id`. */
export async function* recordsById(
  source: Source,
  target: Target,
  ids: readonly string[],
): AsyncGenerator<KintoneRecord, void, undefined> {
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    yield* await source.readRecordsById(target, target.query, ids.slice(start, start + IDS_AT_ONCE));
  }
}

/** `$id` and `$revision` of a record. Rejects an answer without them: nothing could be paged or restored by such a record. */
export function versionOf(record: KintoneRecord): RecordVersion {
  const [id, revision] = [record.$id?.value, record.$revision?.value];
  if (typeof id === "string" && typeof revision === "string") return { id, revision };
  throw new BackupError("BAD_RESPONSE", "A record came without $id or $revision");
}
