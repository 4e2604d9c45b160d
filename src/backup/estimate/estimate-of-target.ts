import type { KintoneRecord } from "../../archive/records/kintone-app";
import { BackupError } from "../../domain/errors";
import { lackingApp } from "../../domain/lacking-app";
import type { PastResult } from "../../domain/past-result";
import { generalOf } from "../../domain/settings/known-settings";
import type { Source } from "../../domain/source";
import type { Target } from "../../domain/target";
import { newestRecords, sampleSize } from "../records/newest-records";
import { inFittingSize } from "../../records/page-size";
import { type Estimate, estimateTarget } from "./estimate";
import { sampleOf } from "./sample";

interface Estimating {
  past: PastResult | undefined;
  requestsAtOnce: number;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
}

/**
 * Asks for the count, for whether there are comments, and, when no earlier run tells of the target, for up to three pages of
 * records: the newest, the oldest and some in the middle, as what people attach changes over the years. Rejects with a
 * `BackupError`.
 */
export async function estimateOfTarget(source: Source, target: Target, how: Estimating): Promise<Estimate> {
  const { include, query } = target;
  const lacking = lackingApp(target);
  if (lacking) throw lacking;
  const clock = createStopwatch(how.now);
  const past = tellsOf(target, how.past) ? how.past : undefined;
  const [records, general, newest] = await Promise.all([
    include.records ? clock.of(source.countRecords(target, { query })) : 0,
    // Also of a target without records: whether the app can be read at all is to be told.
    include.comments || !include.records
      ? clock.of(source.readSetting(target, "app/settings")).catch(unlessForbidden)
      : undefined,
    include.records && !past ? clock.of(newestRecords(source, target, query)) : [],
  ]);
  const seen = [...newest, ...(newest.length < records && !past ? await olderOnes(source, target, newest, clock) : [])];
  const { recordsPerPage, settings } = source;
  const found = {
    records,
    commentsEnabled: generalOf(general ?? {}).commentsEnabled,
    past,
    sample: past ? undefined : sampleOf(seen, target.excludedFields),
    secondsPerRequest: clock.quickest(),
  };
  return estimateTarget(target, found, { recordsPerPage, settings, requestsAtOnce: how.requestsAtOnce });
}

/** What a run included is not in the history: one with attachments says nothing of a backup without them, and vice versa. */
function tellsOf({ include }: Target, past: PastResult | undefined): past is PastResult {
  return past !== undefined && include.records && past.records > 0 && past.attachments > 0 === include.attachments;
}

async function olderOnes(
  source: Source,
  target: Target,
  newest: readonly KintoneRecord[],
  clock: Stopwatch,
): Promise<KintoneRecord[]> {
  const { query } = target;
  const size = sampleSize(source);
  const page = (range: { afterId: string; upToId: string }) =>
    clock.of(inFittingSize(size, (limit) => source.readRecords(target, { query, ...range, limit })));
  const lowest = Number(newest.at(-1)?.$id?.value ?? 0);
  const oldest = await page({ afterId: "0", upToId: String(lowest - 1) });
  const highest = Number(oldest.at(-1)?.$id?.value ?? 0);
  if (highest + 1 >= lowest) return oldest;
  // Around the middle; ids have gaps, so that it may be anywhere between both.
  const afterId = String(Math.max(highest, Math.floor((highest + lowest - source.recordsPerPage) / 2)));
  const middle = await page({ afterId, upToId: String(lowest - 1) });
  return [...oldest, ...middle];
}

interface Stopwatch {
  of<Answer>(request: Promise<Answer>): Promise<Answer>;
  /** Seconds. Most requests of a run are for little, a record's comments or a file, and a page of records says nothing of them. */
  quickest(): number;
}

function createStopwatch(now: () => number): Stopwatch {
  const took: number[] = [];
  return {
    async of(request) {
      const began = now();
      const answer = await request;
      took.push((now() - began) / 1000);
      return answer;
    },
    quickest: () => (took.length === 0 ? 0 : Math.min(...took)),
  };
}

function unlessForbidden(error: unknown): undefined {
  if (!(error instanceof BackupError) || error.code !== "NO_PERMISSION") throw error;
}
