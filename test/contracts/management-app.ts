import { expect } from "vitest";
import { BackupError } from "../../src/domain/errors";
import type { RecordStore, RecordValues } from "../../src/domain/record-store";

/** An empty backup-management app. */
export interface ManagementApp {
  store: RecordStore;
  /** The clock of whoever keeps the records. */
  time: { now: Date };
}

export const values = (texts: Record<string, unknown>): RecordValues =>
  Object.fromEntries(Object.entries(texts).map(([code, value]) => [code, { value }]));
export const run = (id: string, more: Record<string, unknown> = {}): RecordValues =>
  values({ record_type: "run", run_id: id, run_trigger: "button", ...more });

/** With kintone's own code where it matters. */
export async function expectRefusal(work: Promise<unknown>, code: string, kintoneCode?: string): Promise<void> {
  const error = await work.then(
    () => "not refused",
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BackupError);
  expect(error).toMatchObject({ code, retryable: false, ...(kintoneCode && { answer: { code: kintoneCode } }) });
}
