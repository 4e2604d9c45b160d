import type { KintoneRecord } from "../../archive/records/kintone-app";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { createPageSize, type PageSize, inFittingSize } from "../../records/page-size";

/**
 * A page of the newest records that match, or as many as are not too much, down to a single one: a sample.
 *
 * @param size is in the end how many were asked for
 * @param again called before fewer are asked for
 */
export async function newestRecords(
  source: Source,
  app: AppRef,
  query: string,
  size = sampleSize(source),
  again?: () => void,
): Promise<KintoneRecord[]> {
  return inFittingSize(size, (limit) => source.readNewestRecords(app, query, limit), again);
}

export function sampleSize({ recordsPerPage }: Source): PageSize {
  return createPageSize(recordsPerPage, 1);
}
