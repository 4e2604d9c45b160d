import type { KintoneRecord } from "../../archive/records/kintone-app";
import { toBackupError } from "../../domain/errors";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { createPageSize, inFittingSize } from "../../records/page-size";
import { versionOf } from "../../records/record-version";
import { newestRecords, sampleSize } from "./newest-records";

/** Where the newest record is too much, so many of the oldest have to do. */
const OLDEST = 20;

/** Some records of a target, to judge the others by. */
interface Sample {
  records: KintoneRecord[];
  /** `$id` of the newest of all; 0 where that is not known. */
  newestId: number;
  /** How many records fitted into one answer. */
  pageSize: number;
}

/**
 * The newest records, of which the first is the newest; the oldest where that one is too much: then it is not known which it is, and
 * where the others are is found out by reading.
 */
export async function lookAtSample(source: Source, app: AppRef, query: string, beat: () => void): Promise<Sample> {
  const size = sampleSize(source);
  const asSample = (records: KintoneRecord[], newestId: number): Sample => ({ records, newestId, pageSize: size.now });
  try {
    const newest = await newestRecords(source, app, query, size, beat);
    return asSample(newest, newest[0] ? Number(versionOf(newest[0]).id) : 0);
  } catch (thrown) {
    noneIfDivisible(thrown);
    beat();
    const ask = async (limit: number) => source.readRecords(app, { query, afterId: "0", limit });
    return asSample(await inFittingSize(createPageSize(OLDEST, 1), ask, beat).catch(noneIfDivisible), 0);
  }
}

/** Reading finds out which record was too much, and names it. */
function noneIfDivisible(thrown: unknown): KintoneRecord[] {
  if (!toBackupError(thrown).divisible) throw thrown;
  return [];
}
