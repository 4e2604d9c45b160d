/**
 * About how many requests the comments of so many records take in each run: one per record, which answers with ten comments
 * (OpenAPI 20250423, `limit` of record/comments). Records with more take further ones; nobody can tell without reading them.
 */
export function commentRequests(records: number): number {
  return records;
}
