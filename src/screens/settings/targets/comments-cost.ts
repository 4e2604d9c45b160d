/**
 * kintone counts requests per app and day: 10,000 in the Standard course, 100,000 in the Wide course. Above that it goes on
 * answering, but writes to the administrator (cybozu.dev secure-operation-of-forms-and-viewers and
 * kintone-api-request-limit-exceeded-guide). The course cannot be asked for, so it is measured by the smaller one.
 */
export const REQUESTS_PER_APP_AND_DAY = 10_000;

/**
 * About how many requests the comments of so many records take in each run: one per record, which answers with ten comments
 * (OpenAPI 20250423, `limit` of record/comments). Records with more take further ones; nobody can tell without reading them.
 */
export function commentRequests(records: number): number {
  return records;
}
