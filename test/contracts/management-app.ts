import type { RecordStore, RecordValues } from "../../src/history/record-store";

/** An empty backup-management app. */
export interface ManagementApp {
  store: RecordStore;
  /** The clock of whoever keeps the records. */
  time: { now: Date };
}

export const values = (texts: Record<string, unknown>): RecordValues =>
  Object.fromEntries(Object.entries(texts).map(([code, value]) => [code, { value }]));
export const run = (id: string, more: Record<string, unknown> = {}): RecordValues =>
  values({ record_type: "run", run_id: id, ...more });
