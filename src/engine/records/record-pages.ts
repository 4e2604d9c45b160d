import type { KintoneRecord } from "../../archive/kintone-app";
import { BackupError } from "../errors";
import type { RecordVersion, Source } from "../source";
import type { Target } from "../target";

/** The most ids that one request asks for: a hundred take about a thousand characters of its URL. */
const IDS_AT_ONCE = 100;

/**
 * Every record of a target, page by page, in ascending `$id`. The next page is on its way while one is worked on.
 * Paging by `$id` neither skips nor repeats a record when others are added or deleted meanwhile, as offsets would
 * (cybozu.dev, "offset の制限値を考慮した kintone のレコード一括取得").
 */
export async function* allRecords(source: Source, target: Target): AsyncGenerator<KintoneRecord, void, undefined> {
  const read = (afterId: string) => {
    const page = source.readRecords(target, { query: target.query, afterId });
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
