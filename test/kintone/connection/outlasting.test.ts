import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import type { ApiRequest, Connection } from "../../../src/kintone/connection/connection";
import type { Outage } from "../../../src/kintone/connection/outage";
import { outlasting } from "../../../src/kintone/connection/outlasting";
import { createRenewableSession } from "../../../src/kintone/connection/renewable-session";

const network = new BackupError("NETWORK", "No answer", { retryable: true });
const expired = new BackupError("SESSION_EXPIRED", "401");
const closed = new BackupError("UNAVAILABLE", "503", { answer: { status: 503 }, retryable: true });
const refused = new BackupError("NO_PERMISSION", "403");
const get: ApiRequest = { method: "GET", path: "records" };

/** A kintone that is there, or fails with one error. */
function createWorld({ isUnattended = false } = {}) {
  const world = {
    trouble: undefined as BackupError | undefined,
    /** Whether whatever is asked for meets it. */
    isEverywhere: true,
    sent: [] as string[],
    waits: [] as Array<Outage | undefined>,
  };
  const answer = async (name: string): Promise<never> => {
    world.sent.push(name);
    if (world.trouble) throw world.trouble;
    return name as never;
  };
  const base = {
    json: ({ path }: ApiRequest) => answer(path),
    stream: ({ path }: ApiRequest) => answer(path),
    upload: () => answer("upload"),
  } as unknown as Connection;
  const session = createRenewableSession({ userCode: "sato", requestToken: "1" });
  const stop = new AbortController();
  const connection = outlasting(
    base,
    {
      probe: async () => {
        if (world.trouble && world.trouble !== refused && world.isEverywhere) throw world.trouble;
      },
      loggedInAgain: isUnattended ? undefined : session.loggedInAgain,
      onWaiting: ({ waitingFor }) => world.waits.push(waitingFor),
      limits: { network: 60_000, login: 120_000, betweenProbes: 5000 },
    },
    stop.signal,
  );
  return { world, connection, session, stop };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an address at which kintone was never heard", () => {
  const facts = { obstacle: "name", reason: "ENOTFOUND", host: "exmaple.cybozu.com" } as const;
  const unknown = new BackupError("NETWORK", "No answer", { facts, retryable: true });
  const nameServer = new BackupError("NETWORK", "No answer", { facts: { ...facts, obstacle: "name-server" } });
  const website = new BackupError("NOT_KINTONE", "a page", { answer: { status: 200 }, facts: { obstacle: "website" } });

  it.each([unknown, website])("is not waited for where nobody looks on: %s", async (trouble) => {
    const { world, connection } = createWorld({ isUnattended: true });
    world.trouble = trouble;
    const { facts: told } = trouble;
    await expect(connection.json(get)).rejects.toMatchObject({ code: "UNREACHABLE", retryable: false, facts: told });
    expect([world.waits, world.sent]).toEqual([[], ["records"]]);
  });

  it.each([
    ["when no name server answers", nameServer, false],
    ["after kintone was heard once", unknown, true],
  ])("is waited for %s", async (_when, trouble, wasHeard) => {
    const { world, connection } = createWorld({ isUnattended: true });
    if (wasHeard) await connection.json(get);
    world.trouble = trouble;
    const answer = connection.json(get);
    await vi.advanceTimersByTimeAsync(1000);
    expect(world.waits).toEqual(["network"]);
    world.trouble = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    expect(await answer).toBe("records");
  });
});

describe("a network that is away", () => {
  it("makes every request wait, and each is sent again when it is back", async () => {
    const { world, connection } = createWorld();
    world.trouble = network;
    const all = Promise.all([connection.json(get), connection.stream({ ...get, path: "file" }), connection.json(get)]);
    await vi.advanceTimersByTimeAsync(30_000);
    const late = connection.json({ ...get, path: "late" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(world.waits).toEqual(["network"]);
    expect(world.sent).toEqual(["records", "file", "records"]);
    world.trouble = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    expect(await all).toEqual(["records", "file", "records"]);
    expect(await late).toBe("late");
    expect(world.waits).toEqual(["network", undefined]);
  });

  it("for too long is a failure", async () => {
    const { world, connection } = createWorld();
    world.trouble = network;
    const failed = expect(connection.json(get)).rejects.toBe(network);
    await vi.advanceTimersByTimeAsync(65_001);
    await failed;
    await expect(connection.json(get)).rejects.toBe(network); // at once: nobody waits for as long again
    world.trouble = undefined;
    expect(await connection.json(get)).toBe("records");
    world.trouble = network;
    const waits = connection.json(get);
    await vi.advanceTimersByTimeAsync(1000);
    world.trouble = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    expect(await waits).toBe("records");
  });

  it("is no excuse for a request that fails while kintone can be reached", async () => {
    const { world, connection } = createWorld();
    const { json } = connection;
    world.trouble = new BackupError("NETWORK", "This one only", { retryable: true });
    world.isEverywhere = false;
    await expect(json(get)).rejects.toBe(world.trouble);
    expect(world.waits).toEqual([]);
  });

  it("does not make a write happen twice that may have been done", async () => {
    const { world, connection } = createWorld();
    world.trouble = network;
    const write = expect(connection.json({ method: "POST", path: "record" })).rejects.toBe(network);
    const repeatable = connection.json({ method: "PUT", path: "records", repeatable: true });
    await vi.advanceTimersByTimeAsync(6000);
    world.trouble = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    await write;
    expect(await repeatable).toBe("records");
    expect(world.sent).toEqual(["record", "records", "records"]);
  });

  it("lets a write wait that never left", async () => {
    const { world, connection } = createWorld();
    const cause = new TypeError("fetch failed", { cause: Object.assign(new Error("refused"), { syscall: "connect" }) });
    world.trouble = new BackupError("NETWORK", "No answer", { cause, retryable: true });
    const write = connection.json({ method: "POST", path: "record" });
    await vi.advanceTimersByTimeAsync(6000);
    world.trouble = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    expect(await write).toBe("record");
    expect(world.sent).toEqual(["record", "record"]);
  });

  it("lets whoever gives up go at once", async () => {
    const { world, connection } = createWorld();
    world.trouble = network;
    const impatient = new AbortController();
    const given = expect(connection.json({ ...get, signal: impatient.signal })).rejects.toMatchObject({
      code: "CANCELLED",
    });
    await vi.advanceTimersByTimeAsync(6000);
    impatient.abort();
    await given;
  });

  it("ends with the run", async () => {
    const { world, connection, stop } = createWorld();
    world.trouble = network;
    const ended = expect(connection.json(get)).rejects.toBe(network);
    await vi.advanceTimersByTimeAsync(6000);
    stop.abort();
    await vi.advanceTimersByTimeAsync(0);
    await ended;
    expect(world.waits).toEqual(["network", undefined]);
  });
});

describe("a kintone that is closed for maintenance", () => {
  it("is waited for like a network that is away", async () => {
    const { world, connection } = createWorld();
    world.trouble = closed;
    const answer = connection.json(get);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.waits, world.sent]).toEqual([["unavailable"], ["records"]]);
    world.trouble = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    expect([await answer, world.waits]).toEqual(["records", ["unavailable", undefined]]);
  });

  it("is no excuse for what kintone itself cannot answer, or for one page that is too heavy", async () => {
    const { world, connection } = createWorld();
    world.isEverywhere = false;
    world.trouble = closed;
    await expect(connection.json(get)).rejects.toBe(closed);
    world.isEverywhere = true;
    for (const answer of [{ status: 503, code: "GAIA_TM12" }, { status: 504 }, { status: 500 }]) {
      world.trouble = new BackupError("UNAVAILABLE", "its own", { answer, retryable: true });
      await expect(connection.json(get)).rejects.toBe(world.trouble);
    }
    expect(world.waits).toEqual([]);
  });
});

describe("a log-in that ended", () => {
  it("is noticed without a word when kintone takes the session again", async () => {
    const { world, connection } = createWorld();
    world.trouble = expired;
    const answer = connection.json(get);
    await vi.advanceTimersByTimeAsync(60_000);
    world.trouble = undefined;
    await vi.advanceTimersByTimeAsync(30_000);
    expect([await answer, world.waits]).toEqual(["records", ["login", undefined]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is waited for; only the same user's counts, and brings the new token", async () => {
    const { world, connection, session } = createWorld();
    world.trouble = expired;
    const write = connection.json({ method: "POST", path: "record" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world.waits).toEqual(["login"]);
    session.hear({ userCode: "kato", requestToken: "2" });
    expect(() => session.requestToken()).toThrow(expect.objectContaining({ code: "SESSION_EXPIRED" }));
    await vi.advanceTimersByTimeAsync(1000);
    expect(world.sent).toEqual(["record"]);
    world.trouble = undefined;
    session.hear({ userCode: "sato", requestToken: "3" });
    expect(await write).toBe("record");
    expect(session.requestToken()).toBe("3");
    expect(world.sent).toEqual(["record", "record"]);
  });

  it("is not waited for for ever", async () => {
    const { world, connection } = createWorld();
    world.trouble = expired;
    const failed = expect(connection.json(get)).rejects.toBe(expired);
    await vi.advanceTimersByTimeAsync(120_001);
    await failed;
  });
});

it("what kintone refuses is passed on", async () => {
  const { world, connection } = createWorld();
  world.trouble = refused;
  await expect(connection.json(get)).rejects.toBe(refused);
  expect(world.waits).toEqual([]);
});
