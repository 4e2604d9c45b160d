import { beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "../../../src/archive/bytes/digest";
import { BackupError, type ErrorCode } from "../../../src/domain/errors";
import type { RecordStore } from "../../../src/domain/record-store";
import { checkChain } from "../../../src/history/chain/check-chain";
import { allLinks } from "../../../src/history/chain/all-links";
import { createHistory } from "../../../src/history/runs/run-records";
import { createInMemoryStore } from "../management-app/in-memory-store";
import { failure, outcome, start, success } from "./runs";
import { encodedAtOnce } from "../../archive/bytes/encoded-at-once";

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

  const answered = (code: ErrorCode, status: number, kintoneCode?: string, retryable = false) =>
    new BackupError(code, `${status} ${kintoneCode}`, {
      answer: { status, ...(kintoneCode && { code: kintoneCode }) },
      retryable,
    });

  // kintone's own no is final. What is in the way of kintone, or of the log-in, is not; nor is what is no answer at all.
  it.each([
    ["HISTORY_REFUSED", answered("NO_PERMISSION", 403, "CB_NO02")],
    ["HISTORY_REFUSED", answered("NO_PERMISSION", 403, "GAIA_NO01")],
    ["HISTORY_REFUSED", answered("APP_NOT_FOUND", 404, "GAIA_AP01")],
    ["HISTORY_REFUSED", answered("WRONG_SPACE", 400, "GAIA_IL23")],
    ["HISTORY_REFUSED", answered("QUERY_REFUSED", 400, "GAIA_IQ11")],
    ["HISTORY_REFUSED", answered("REFUSED", 400, "CB_VA01")],
    ["HISTORY_UNWRITABLE", network],
    ["HISTORY_UNWRITABLE", answered("TOO_MANY_REQUESTS", 429, "GAIA_TO04", true)],
    ["HISTORY_UNWRITABLE", answered("UNAVAILABLE", 503, undefined, true)],
    ["HISTORY_UNWRITABLE", answered("UNAVAILABLE", 520, "GAIA_DA02", true)],
    ["HISTORY_UNWRITABLE", answered("BAD_RESPONSE", 200)],
    ["HISTORY_UNWRITABLE", answered("NO_PERMISSION", 403)],
    ["HISTORY_UNWRITABLE", answered("QUERY_REFUSED", 200)],
    ["HISTORY_UNWRITABLE", answered("SESSION_EXPIRED", 401, "CB_AU01")],
    ["HISTORY_UNWRITABLE", answered("LOGIN_REFUSED", 401, "CB_WA01")],
    ["HISTORY_UNWRITABLE", new BackupError("UNEXPECTED", "a bug")],
  ] as const)("begins with %s when kintone's answer to a new record is %s", async (code, refusal) => {
    const runs = history({ add: () => Promise.reject(refusal) });
    await expect(runs.begin(start)).rejects.toMatchObject({ code, cause: { code: refusal.code } });
    expect(await runs.begin(start).catch((error: BackupError) => error.answer)).toEqual(refusal.answer);
  });

  it("looks at nobody's lock when it may not look: a look that fails for what passes leaves it to the new record", async () => {
    let looks = 0;
    const find: RecordStore["find"] = (query) => (++looks === 1 ? Promise.reject(network) : app.store.find(query));
    await history({ find }).begin(start);
    expect(cell(0, "run_lock")).toBe("held");
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

describe("runs as links of a chain", () => {
  const time = { now: start.startedAt };
  let app: ReturnType<typeof createInMemoryStore>;
  const cell = (index: number, code: string) => app.records()[index]?.[code]?.value;
  const history = (store: Partial<RecordStore> = {}) =>
    createHistory(
      { ...app.store, ...store },
      { describe: ({ error }) => error.code, pluginVersion: "0.1.0", clock: { now: () => time.now } },
    );
  const run = (runId: string) => ({ ...outcome, runId });
  const verdict = () => checkChain(allLinks(app.store));
  async function remember(runId: string, log = "") {
    const runs = history();
    await runs.begin(run(runId));
    await runs.finish(run(runId), log);
  }

  beforeEach(() => {
    time.now = start.startedAt;
    app = createInMemoryStore(time);
  });

  it("follow each other, also those that could not be written down at their begin", async () => {
    await remember("a", "the log");
    await history().finish(run("b"), "");
    await remember("c");
    expect(cell(0, "run_previous_chain_digest")).toBe("");
    expect(cell(0, "run_log_sha256")).toBe(sha256Hex("the log"));
    expect(cell(1, "run_previous_chain_digest")).toBe(cell(0, "run_chain_digest"));
    expect(cell(2, "run_previous_chain_digest")).toBe(cell(1, "run_chain_digest"));
    expect(await verdict()).toMatchObject({ holds: { runs: 3 }, breaks: [] });
  });

  it("have their log as it came, in pieces: nobody makes one text of it", async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `2026-11-23T03:00:07.123Z 記録 ${at} ${"x".repeat(200)}\n`);
    const runs = history();
    await runs.begin(run("a"));
    const atOnce = await encodedAtOnce(() => runs.finish(run("a"), lines));
    expect(atOnce).toBeLessThanOrEqual(64 * 1024);
    expect(cell(0, "run_log_sha256")).toBe(sha256Hex(lines.join("")));
  });

  it("become one when a silent run is taken over, with what it had reported", async () => {
    await remember("a");
    const silent = history();
    await silent.begin(run("b"));
    await silent.report([success, { ...failure, status: "running" }]);
    time.now = new Date(start.startedAt.getTime() + 16 * MINUTE);
    await remember("c");
    expect(cell(1, "run_previous_chain_digest")).toBe(cell(0, "run_chain_digest"));
    expect(await verdict()).toMatchObject({ holds: { runs: 3 }, breaks: [] });
  });

  it("are written once when the answer of the end was lost and it is told again", async () => {
    let lost = 0;
    const runs = history({
      async update(changes) {
        await app.store.update(changes);
        if (changes[0]?.record.run_finished_exact && lost++ === 0) throw network;
      },
    });
    await runs.begin(run("a"));
    expect(await runs.finish(run("a"), "")).toBe("1");
    const [revision, digest] = [cell(0, "$revision"), cell(0, "run_chain_digest")];
    await remember("b");
    expect(await runs.finish(run("a"), "")).toBe("1");
    expect([cell(0, "$revision"), cell(0, "run_chain_digest")]).toEqual([revision, digest]);
    expect(await verdict()).toMatchObject({ holds: { runs: 2 }, breaks: [] });
  });

  it("are written once when the answer of a late creation was lost", async () => {
    let lost = 0;
    const runs = history({
      async add(record) {
        const id = await app.store.add(record);
        if (lost++ === 0) throw network;
        return id;
      },
    });
    expect(await runs.finish(run("a"), "")).toBe("1");
    expect(app.records()).toHaveLength(1);
  });

  it("do not fork when two end at the same time without a lock", async () => {
    await remember("a");
    await Promise.all([history().finish(run("b"), ""), history().finish(run("c"), "")]);
    await remember("d");
    expect(await verdict()).toMatchObject({ holds: { runs: 4 }, breaks: [] });
  });

  it("follow the one that ended last, not the one whose record is the newest", async () => {
    await remember("a");
    const slow = history();
    await slow.begin(run("b"));
    await history().finish(run("c"), "");
    await slow.finish(run("b"), "");
    await remember("d");
    expect(cell(3, "run_previous_chain_digest")).toBe(cell(1, "run_chain_digest"));
    expect((await verdict()).breaks).toEqual([]);
  });

  it("tell their end in a record of their own when they are taken over while they write it", async () => {
    const slow = history({
      async update(changes) {
        time.now = new Date(time.now.getTime() + 16 * MINUTE);
        if (cell(0, "run_status") === "running") await history().begin(run("b"));
        await app.store.update(changes);
      },
    });
    await slow.begin(run("a"));
    await slow.finish(run("a"), "");
    expect([cell(0, "run_status"), cell(2, "run_id"), cell(2, "run_status")]).toEqual([
      "interrupted",
      "a-returned",
      "partial",
    ]);
    expect((await verdict()).breaks).toEqual([]);
  });

  it("are written and free the lock even when the chain cannot be read, but say so", async () => {
    const unknown = new BackupError("REFUSED", "no", { answer: { status: 400, code: "GAIA_IQ11" } });
    const find: RecordStore["find"] = (query) =>
      query.includes("chain_digest") ? Promise.reject(unknown) : app.store.find(query);
    const runs = history({ find });
    await runs.begin(run("a"));
    await expect(runs.finish(run("a"), "")).rejects.toMatchObject({ code: "HISTORY_UNWRITABLE", cause: unknown });
    expect([cell(0, "run_status"), cell(0, "run_lock"), cell(0, "run_chain_digest")]).toEqual(["partial", "", ""]);
    expect(await verdict()).toMatchObject({ holds: undefined, chained: 0, earlier: 1 });
  });

  it.each([
    ["its digest is gone", "run_chain_digest", ""],
    ["its digest is none", "run_chain_digest", "x".repeat(80)],
    ["it looks like a target", "record_type", "target"],
    ["the chain is a ring", "run_previous_chain_digest", "own"],
  ])("go on after one that was tampered with: %s", async (_what, code, value) => {
    await remember("a");
    await remember("b");
    const tampered = value === "own" ? cell(1, "run_chain_digest") : value;
    await app.store.update([{ id: value === "own" ? "1" : "2", record: { [code]: { value: tampered } } }]);
    await remember("c");
    await remember("d");
    const { breaks } = await verdict();
    expect(breaks[0]?.run.runId).toBe({ record_type: "c", run_previous_chain_digest: "a" }[code] ?? "b");
    expect(breaks.map(({ run: { runId } }) => runId)).not.toContain("d");
  });
});

it("all runs of a history are found, page by page", async () => {
  const app = createInMemoryStore({ now: start.startedAt });
  for (let run = 1; run <= 250; run++) {
    await app.store.add({ record_type: { value: run % 50 === 0 ? "target" : "run" }, run_id: { value: String(run) } });
  }
  const queries: string[] = [];
  const find: RecordStore["find"] = (query) => {
    queries.push(query);
    return app.store.find(query);
  };
  const found: string[] = [];
  for await (const record of allLinks({ ...app.store, find })) found.push(String(record.run_id?.value));
  expect(found).toEqual(Array.from({ length: 250 }, (_, index) => String(index + 1)).filter((id) => Number(id) % 50));
  expect(queries).toHaveLength(3);
});
