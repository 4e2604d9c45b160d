import { expect, it } from "vitest";
import type { AppRecord, RecordStore } from "../../../src/domain/record-store";
import { lastResults } from "../../../src/history/targets/last-results";

const row = (app: string, guest: string, status: string, message = "") => ({
  id: "1",
  value: Object.fromEntries(
    Object.entries({ app_id: app, guest_space_id: guest, status, message }).map(([code, value]) => [
      `result_${code}`,
      { value },
    ]),
  ),
});
const run = (id: string, ...rows: object[]) =>
  ({ $id: { value: id }, run_id: { value: id }, run_results: { value: rows } }) as unknown as AppRecord;

it("gives the newest result of each target, by app and guest space", async () => {
  const asked: string[] = [];
  const store = {
    async find(query: string) {
      asked.push(query);
      return [run("3", row("11", "", "success")), run("2", row("11", "", "failed"), row("12", "3", "partial", "写真"))];
    },
  } as unknown as RecordStore;
  const last = await lastResults(store);
  expect(last({ appId: "11" })).toMatchObject({ run: { runId: "3" }, result: { status: "success" } });
  expect(last({ appId: "12", guestSpaceId: "3" })).toMatchObject({ result: { status: "partial", message: "写真" } });
  expect(last({ appId: "12" })).toBeUndefined();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('run_status not in ("running")');
});
