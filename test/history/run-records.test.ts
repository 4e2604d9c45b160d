import { beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "../../src/engine/errors";
import type { RecordStore } from "../../src/history/record-store";
import { createHistory } from "../../src/history/run-records";
import { createInMemoryStore } from "./in-memory-store";
import { failure, outcome, start, success } from "./runs";

const MINUTE = 60_000;
const network = new BackupError("NETWORK", "The answer was lost", { retryable: true });

describe("history as records", () => {
  const time = { now: new Date() };
  let app: ReturnType<typeof createInMemoryStore>;
  const cell = (index: number, code: string) => app.records()[index]?.[code]?.value;
  const history = (store: Partial<RecordStore> = {}) =>
    createHistory(
      { ...app.store, ...store },
      { describe: ({ error }) => error.code, pluginVersion: "0.1.0", clock: { now: () => time.now } },
    );
  const other = { ...start, runId: "other", operator: { code: "kato", name: "加藤" } };

  beforeEach(() => {
    time.now = start.startedAt;
    app = createInMemoryStore(time);
  });

  it("writes a run from its begin to its end", async () => {
    const runs = history();
    await runs.begin(start);
    expect([cell(0, "run_status"), cell(0, "run_operator_name")]).toEqual(["running", "佐藤 昇"]);
    await runs.report([{ ...success, status: "running" }]);
    expect([cell(0, "run_status"), cell(0, "run_records")]).toEqual(["running", "1200"]);
    expect(await runs.finish(outcome, "the log")).toBe("1");
    expect([cell(0, "run_status"), cell(0, "run_lock"), cell(0, "run_message")]).toEqual([
      "partial",
      "",
      "DELIVERY_FAILED\n図面: NO_PERMISSION",
    ]);
    const log = app.uploads.get((cell(0, "run_log") as [{ fileKey: string }])[0].fileKey);
    expect(log?.name).toBe("20261123-030000-a1b2.log.txt");
    expect(await log?.data.text()).toBe("the log");
    expect(app.records()).toHaveLength(1);
  });

  it("refuses a second run while the first still reports, and says whose it is", async () => {
    await history().begin(other);
    time.now = new Date(start.startedAt.getTime() + 14 * MINUTE);
    await expect(history().begin(start)).rejects.toMatchObject({
      code: "ANOTHER_RUN",
      facts: { operator: "加藤", since: "2026-11-23T03:00:07.123Z" },
    });
    expect(app.records()).toHaveLength(1);
  });

  it("counts the silence from the last report, not from the begin", async () => {
    const first = history();
    await first.begin(other);
    time.now = new Date(start.startedAt.getTime() + 14 * MINUTE);
    await first.report([success]);
    time.now = new Date(start.startedAt.getTime() + 28 * MINUTE);
    await expect(history().begin(start)).rejects.toMatchObject({ code: "ANOTHER_RUN" });
  });

  it("takes over from a run that stopped reporting, which becomes interrupted", async () => {
    const first = history();
    await first.begin(other);
    await first.report([success, { ...failure, status: "running" }]);
    time.now = new Date(start.startedAt.getTime() + 16 * MINUTE);
    await history().begin(start);
    expect([cell(0, "run_status"), cell(0, "run_lock"), cell(1, "run_status")]).toEqual(["interrupted", "", "running"]);
    const rows = cell(0, "run_results") as Array<{ value: Record<string, { value: unknown }> }>;
    expect(rows.map((row) => row.value.result_status?.value)).toEqual(["success", "interrupted"]);
  });

  it("lets a run that comes back after that tell its end, without taking the lock from the other", async () => {
    const first = history();
    await first.begin(other);
    time.now = new Date(start.startedAt.getTime() + 16 * MINUTE);
    await history().begin(start);
    await first.finish({ ...outcome, ...other, status: "success" }, "");
    expect([cell(0, "run_status"), cell(1, "run_lock")]).toEqual(["success", "held"]);
  });

  it("does not free a lock whose owner reports while it is being taken over", async () => {
    const first = history();
    await first.begin(other);
    time.now = new Date(start.startedAt.getTime() + 16 * MINUTE);
    const second = history({
      async update(changes) {
        await first.report([success]);
        await app.store.update(changes);
      },
    });
    await expect(second.begin(start)).rejects.toMatchObject({ code: "ANOTHER_RUN" });
    expect([cell(0, "run_status"), cell(0, "run_lock")]).toEqual(["running", "held"]);
  });

  it("does not take over when it cannot see when the other reported last", async () => {
    await history().begin(other);
    time.now = new Date(start.startedAt.getTime() + 60 * MINUTE);
    const hidden = history({
      async find(query) {
        return (await app.store.find(query)).map(({ 更新日時: _hidden, ...record }) => record);
      },
    });
    await expect(hidden.begin(start)).rejects.toMatchObject({ code: "ANOTHER_RUN" });
  });

  it("lets one of two win that take over at the same time", async () => {
    await history().begin(other);
    time.now = new Date(start.startedAt.getTime() + 16 * MINUTE);
    const third = { ...start, runId: "third" };
    const ends = await Promise.allSettled([history().begin(start), history().begin(third)]);
    expect(ends.map((end) => end.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ends.find((end) => end.status === "rejected")?.reason).toMatchObject({ code: "ANOTHER_RUN" });
    expect(app.records()).toHaveLength(2);
  });

  it("finds its own record when the answer of the creation was lost", async () => {
    const runs = history({
      async add(record) {
        await app.store.add(record);
        throw network;
      },
    });
    await runs.begin(start);
    await runs.finish(outcome, "");
    expect(app.records()).toHaveLength(1);
    expect(cell(0, "run_status")).toBe("partial");
  });

  it("tries again when the creation itself did not get through", async () => {
    let calls = 0;
    const runs = history({ add: (record) => (++calls === 1 ? Promise.reject(network) : app.store.add(record)) });
    await runs.begin(start);
    expect(app.records()).toHaveLength(1);
  });

  it("tells what kintone said when it cannot write, even while another run holds the lock", async () => {
    await history().begin(other);
    const refusal = new BackupError("NO_PERMISSION", "no", { answer: { status: 403, code: "CB_NO02" } });
    const runs = history({ add: () => Promise.reject(refusal) });
    await expect(runs.begin(start)).rejects.toMatchObject({
      code: "HISTORY_UNWRITABLE",
      answer: { code: "CB_NO02" },
      cause: refusal,
    });
  });

  it("does not ask for ever when a refusal has nothing to do with the lock", async () => {
    const refusal = new BackupError("REFUSED", "no", { answer: { status: 400, code: "CB_VA01" } });
    await expect(history({ add: () => Promise.reject(refusal) }).begin(start)).rejects.toMatchObject({
      code: "HISTORY_UNWRITABLE",
      cause: refusal,
    });
  });

  it("writes a run down whole at its end when it could not at its begin", async () => {
    await history().finish(outcome, "the log");
    expect([cell(0, "run_id"), cell(0, "run_status"), cell(0, "run_lock")]).toEqual([outcome.runId, "partial", ""]);
    await history().begin(other);
  });

  it("writes the facts and gives the lock back even when the log is refused, but says so", async () => {
    const runs = history({ upload: () => Promise.reject(network) });
    await runs.begin(start);
    await expect(runs.finish(outcome, "")).rejects.toMatchObject({ code: "HISTORY_UNWRITABLE", cause: network });
    expect([cell(0, "run_status"), cell(0, "run_lock")]).toEqual(["partial", ""]);
  });

  it("says that it is cancelled, not that it is broken", async () => {
    const cancelled = new BackupError("CANCELLED", "stop");
    await expect(history({ add: () => Promise.reject(cancelled) }).begin(start)).rejects.toBe(cancelled);
  });
});
