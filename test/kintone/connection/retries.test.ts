import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { toBackupError } from "../../../src/domain/errors";
import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { checkChain } from "../../../src/history/chain/check-chain";
import { allLinks } from "../../../src/history/chain/all-links";
import { createHistory } from "../../../src/history/runs/run-records";
import type { ApiRequest } from "../../../src/kintone/connection/connection";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import { newFile } from "../../backup/whole-runs/inspections";
import { createDomain, type NewApp } from "../../emulator/domain/domain";
import type { Effect, Fault } from "../../emulator/faults/faults";
import { type Emulator, startEmulator } from "../../emulator/server";
import { outcome, start } from "../../history/runs/runs";

const domain = createDomain();
domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
const app = domain.addApp({
  ...{ id: 1, name: "検査", creator: "admin" },
  properties: {
    品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" },
    添付: { type: "FILE", code: "添付", label: "添付" },
  },
  acl: [{ entity: { type: "USER", code: "admin" }, ...rights() }],
});
const drawing = Uint8Array.from({ length: 3000 }, (_, index) => index % 251);
app.addRecord({ 品番: { value: "P-1" }, 添付: { value: [newFile(domain, "図面.bin", drawing)] } });
const [fileKey = ""] = domain.files.attached.keys();

function rights() {
  return { appEditable: true, recordViewable: true, recordAddable: true, recordEditable: true };
}

const RETRIES = 4;
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ domain });
});
afterEach(() => domain.faults.clear());
afterAll(() => emulator.close());

const plain = (username = "admin") =>
  createPasswordConnection({ baseUrl: emulator.url, username, password: "kintone", userAgent: "test" });
const patient = (limits = {}) => retrying(plain(), { retries: RETRIES, minTimeout: 1, maxTimeout: 4, ...limits });
const records: ApiRequest = { method: "GET", path: "records", query: { app: "1" } };
const file: ApiRequest = { method: "GET", path: "file", query: { fileKey } };

/** Lets it happen from now on, so many times. The answer tells how many requests came, those that went well too. */
function spoil(effect: Effect, times: number, when: Fault["when"] = { path: "*" }): () => number {
  const id = domain.faults.add({ when: { ...when, times }, do: effect });
  return () => domain.faults.list().find((fault) => fault.id === id)?.seen ?? 0;
}

async function failureOf(work: Promise<unknown>) {
  const ended = await work.then(
    () => undefined,
    (thrown: unknown) => toBackupError(thrown),
  );
  expect(ended).toBeDefined();
  return ended!;
}

async function inMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function read(request: ApiRequest, connection = patient()): Promise<Uint8Array> {
  return new Response((await connection.stream(request)) as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
}

const PASSING: Array<[name: string, effect: Effect]> = [
  ["429 with JSON", { kind: "error", code: "GAIA_TO04" }],
  ["429 with a text", { kind: "unavailable", body: "text", status: 429 }],
  ["500 with a page", { kind: "unavailable", body: "html", status: 500 }],
  ["502 with a page", { kind: "unavailable", body: "html", status: 502 }],
  ["503 with a text", { kind: "unavailable", body: "text" }],
  ["504 with a page", { kind: "unavailable", body: "html", status: 504 }],
  ["520 with JSON", { kind: "error", code: "GAIA_DA02" }],
  ["520 with a page", { kind: "unavailable", body: "html", status: 520 }],
  ["a connection lost before kintone acted", { kind: "drop" }],
  ["a connection lost after kintone acted", { kind: "drop", after: true }],
  ["an answer that breaks off", { kind: "truncate", bytes: 30 }],
];
const CUT_JSON: [string, Effect] = [
  "JSON that ends early, as if it were whole",
  { kind: "truncate", bytes: 30, quiet: true },
];

describe.each([...PASSING, CUT_JSON])("%s", (_name, effect) => {
  it("passes: a read is sent again until it is answered", async () => {
    const sent = spoil(effect, 2);
    const { records: found } = await patient().json<{ records: unknown[] }>(records);
    expect([found.length, sent()]).toEqual([1, 3]);
  });

  it("does not pass: a read is sent so many times and no more", async () => {
    const sent = spoil(effect, 1000);
    expect((await failureOf(patient().json(records))).retryable).toBe(true);
    expect(sent()).toBe(1 + RETRIES);
  });
});

describe.each(PASSING)("a download, with %s", (_name, effect) => {
  it("comes whole, with what it takes", async () => {
    const sent = spoil(effect, 2);
    expect(await read(file)).toEqual(drawing);
    expect(sent()).toBe(3);
  });

  it("fails in the end when that does not pass", async () => {
    const sent = spoil(effect, 1000);
    expect((await failureOf(read(file))).retryable).toBe(true);
    expect(sent()).toBe(1 + RETRIES);
  });
});

describe("what will not get better", () => {
  it.each([
    [400, "CB_VA01", { ...records, query: { app: "one" } }],
    [400, "GAIA_IQ11", { ...records, query: { app: "1", query: "no_field = 1" } }],
    [404, "GAIA_AP01", { ...records, query: { app: "77" } }],
    [404, "GAIA_RE01", { method: "GET", path: "record", query: { app: "1", id: "99" } }],
    [404, "GAIA_BL01", { ...file, query: { fileKey: "none" } }],
  ] as Array<[number, string, ApiRequest]>)("is sent once: %i %s", async (status, code, request) => {
    const sent = spoil({ kind: "latency", milliseconds: 0 }, 1000);
    const work = request.path === "file" ? read(request) : patient().json(request);
    expect(await failureOf(work)).toMatchObject({ retryable: false, answer: { status, code } });
    expect(sent()).toBe(1);
  });

  it("is sent once: 403 for reads, writes and uploads; 401", async () => {
    const sent = spoil({ kind: "latency", milliseconds: 0 }, 1000);
    const stranger = retrying(plain("sato"), { retries: RETRIES, minTimeout: 1, maxTimeout: 4 });
    expect(await failureOf(stranger.json(records))).toMatchObject({ answer: { status: 403, code: "CB_NO02" } });
    const store = createRecordStore(stranger, { appId: "1" });
    expect(await failureOf(store.add({ 品番: { value: "x" } }))).toMatchObject({ answer: { status: 403 } });
    expect(sent()).toBe(2);
    spoil({ kind: "error", code: "CB_AU01" }, 1000);
    expect(await failureOf(patient().json(records))).toMatchObject({ code: "SESSION_EXPIRED" });
    expect(await failureOf(patient().upload({ name: "a", data: new Blob(["a"]) }))).toMatchObject({
      code: "SESSION_EXPIRED",
    });
    expect(sent()).toBe(4);
  });
});

describe("Retry-After", () => {
  const busy = (retryAfter: number | string): Effect => ({
    kind: "unavailable",
    body: "text",
    status: 429,
    retryAfter,
  });
  it("is waited for, in seconds", async () => {
    spoil(busy(1), 1);
    expect(await inMilliseconds(() => patient().json(records))).toBeGreaterThan(990);
  });

  it("is waited for, as a date", async () => {
    // HTTP dates have whole seconds: between one and two from now.
    spoil(busy(new Date(Date.now() + 2000).toUTCString()), 1);
    expect(await inMilliseconds(() => patient().json(records))).toBeGreaterThan(900);
  });

  it.each([
    ["a date that has passed", "Sat, 01 Jan 2000 00:00:00 GMT"],
    ["no date", "soon"],
  ])("of %s changes nothing", async (_name, value) => {
    const sent = spoil(busy(value), 1);
    expect(await inMilliseconds(() => patient().json(records))).toBeLessThan(900);
    expect(sent()).toBe(2);
  });

  it("of a day is not waited for: the failure is told at once", async () => {
    for (const value of [86_400, new Date(Date.now() + 86_400_000).toUTCString()]) {
      const sent = spoil(busy(value), 1);
      const took = await inMilliseconds(() => failureOf(retrying(plain()).json(records)));
      expect([sent(), took < 900]).toEqual([1, true]);
    }
  });
});

describe("waiting", () => {
  it.each([
    [0, 700, 1380],
    [0.99, 1390, 2200],
  ])(
    "doubles, with jitter: who was turned away together does not come back together (%f)",
    async (chance, least, most) => {
      spoil({ kind: "unavailable", body: "text" }, 1000);
      const random = vi.spyOn(Math, "random").mockReturnValue(chance);
      const limits = { retries: 3, minTimeout: 100, maxTimeout: 10_000 };
      const took = await inMilliseconds(() => failureOf(retrying(plain(), limits).json(records)));
      random.mockRestore();
      // 100, 200 and 400; at most twice that.
      expect([took > least, took < most]).toEqual([true, true]);
    },
  );

  it("ends after so much time, however often it may be tried", async () => {
    const sent = spoil({ kind: "unavailable", body: "text" }, 100_000);
    const started = performance.now();
    const limits = { retries: 10_000, minTimeout: 10, maxTimeout: 20, maxRetryTime: 300 };
    await failureOf(retrying(plain(), limits).json(records));
    expect(performance.now() - started).toBeLessThan(1500);
    expect(sent()).toBeGreaterThan(3);
  });
});

describe("a write of the history whose answer is lost", () => {
  const time = { now: start.startedAt };
  let management: string;
  let cells: (code: string) => unknown[];
  const run = { ...outcome, runId: "a", problems: [], results: [] };

  beforeEach(() => {
    const properties = formFields(japanese) as unknown as NewApp["properties"];
    const added = domain.addApp({ name: "バックアップ管理", creator: "admin", properties });
    management = String(added.id);
    cells = (code) => [...added.records.ascending()].map(({ values }) => values[code]);
  });

  const store = () => createRecordStore(patient(), { appId: management });
  const history = () =>
    createHistory(store(), {
      ...{ pluginVersion: "0.1.0", describe: ({ error }: { error: { code: string } }) => error.code },
      clock: { now: () => time.now },
    });
  const lost: Array<[string, Effect]> = [
    ["with the connection", { kind: "drop", after: true }],
    ["in the middle", { kind: "truncate", bytes: 5 }],
    ["in the middle, as if it were whole", { kind: "truncate", bytes: 5, quiet: true }],
  ];
  const writes: Array<[string, Fault["when"]]> = [
    ["the record", { method: "POST", path: "record.json" }],
    ["the end", { method: "PUT", path: "records.json" }],
    ["the log", { method: "POST", path: "file.json" }],
  ];

  it.each(writes.flatMap(([what, when]) => lost.map(([how, effect]) => [what, how, when, effect] as const)))(
    "%s, %s: the run is there once, with its end and its log",
    async (_what, _how, when, effect) => {
      const writing = history();
      const sent = spoil(effect, 1, when);
      await writing.begin(run);
      await writing.finish(run, "the log");
      expect(sent()).toBe(2);
      expect([cells("run_id"), cells("run_status"), cells("run_lock")]).toEqual([["a"], ["partial"], [""]]);
      expect(cells("run_log")).toMatchObject([[{ fileKey: expect.any(String) as string }]]);
      expect(await checkChain(allLinks(store()))).toMatchObject({ holds: { runs: 1 }, breaks: [] });
    },
  );

  it.each(lost)("a record that is made at the end, lost %s: the run is there once", async (_how, effect) => {
    const sent = spoil(effect, 1, { method: "POST", path: "record.json" });
    await history().finish(run, "the log");
    // Sent again, it is refused: the run's id is taken, and the log is in the record.
    expect(sent()).toBe(2);
    expect([cells("run_id"), cells("run_status"), cells("run_lock")]).toEqual([["a"], ["partial"], [""]]);
    expect(await checkChain(allLinks(store()))).toMatchObject({ holds: { runs: 1 }, breaks: [] });
  });
});
