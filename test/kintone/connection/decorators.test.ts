import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { BackupError } from "../../../src/domain/errors";
import { cancellable } from "../../../src/kintone/connection/cancellable";
import type { Connection } from "../../../src/kintone/connection/connection";
import { counted } from "../../../src/kintone/connection/counted";
import { createPace } from "../../../src/kintone/connection/pace";
import { paced } from "../../../src/kintone/connection/paced";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { timed } from "../../../src/kintone/connection/timed";
import { createTokenConnection } from "../../../src/kintone/connection/token-connection";
import {
  after,
  bytesOf,
  dripping,
  dropped,
  json,
  page,
  scriptedServer,
  silent,
  stalled,
  truncated,
} from "./scripted-server";

const kintone = scriptedServer();
const plain = () => createTokenConnection({ baseUrl: kintone.baseUrl, apiTokens: ["t"], userAgent: "test" });
const get = { method: "GET", path: "app", query: { id: "1" } } as const;
const post = { method: "POST", path: "record", body: { app: "1" } } as const;
const file = { method: "GET", path: "file", query: { fileKey: "k" } } as const;
const ok = json(200, { ok: true });
const failure = (work: Promise<unknown>): Promise<BackupError> =>
  work.then(
    () => Promise.reject(new Error("it did not fail")),
    (error: BackupError) => error,
  );
const bytes = async (stream: ReadableStream<Uint8Array>) => [
  ...new Uint8Array(await new Response(stream).arrayBuffer()),
];

describe("retrying", () => {
  const patient = (limits = {}) => retrying(plain(), { minTimeout: 1, maxTimeout: 5, ...limits });

  test("a read is tried again until it succeeds", async () => {
    kintone.will(page(503, "maintenance"), dropped(), json(520, { code: "GAIA_DA02" }), ok);
    expect(await patient().json(get)).toEqual({ ok: true });
    expect(kintone.requests).toHaveLength(4);
  });

  test("it gives up after so many tries, with the last failure", async () => {
    kintone.will(dropped(), dropped(), page(503, ""), ok);
    expect(await failure(patient({ retries: 2 }).json(get))).toMatchObject({ code: "UNAVAILABLE" });
    expect(kintone.requests).toHaveLength(3);
  });

  test("it gives up after so much time", async () => {
    kintone.will(...Array.from({ length: 20 }, () => after(20, page(503, ""))));
    const started = performance.now();
    const limits = { retries: 100, minTimeout: 20, maxTimeout: 20, maxRetryTime: 150 };
    expect(await failure(patient(limits).json(get))).toMatchObject({ code: "UNAVAILABLE" });
    expect(performance.now() - started).toBeLessThan(400);
    expect(kintone.requests.length).toBeGreaterThan(1);
  });

  test("what will not get better is tried once", async () => {
    kintone.will(json(403, { code: "CB_NO02" }), ok);
    expect(await failure(patient().json(get))).toMatchObject({ code: "NO_PERMISSION" });
    expect(kintone.requests).toHaveLength(1);
  });

  test("kintone's Retry-After is respected", async () => {
    kintone.will(page(429, "", { "Retry-After": "1" }), ok);
    const started = performance.now();
    await patient().json(get);
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  test("a Retry-After beyond the time limit is not waited for", async () => {
    kintone.will(page(429, "", { "Retry-After": "3600" }), ok);
    expect(await failure(patient({ maxRetryTime: 2000 }).json(get))).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect(kintone.requests).toHaveLength(1);
  });

  test("a write is not repeated when nobody knows whether it was done", async () => {
    for (const answer of [dropped(), page(503, ""), json(520, { code: "GAIA_SOMETHING_NEW" })]) {
      kintone.will(answer);
      expect((await failure(patient().json(post))).retryable).toBe(true);
    }
    expect(kintone.requests).toHaveLength(3);
  });

  test("a write is repeated when kintone did nothing, or when its caller says that it does no harm", async () => {
    kintone.will(json(429, { code: "GAIA_TO04" }), json(520, { code: "GAIA_DA02" }), ok);
    expect(await patient().json(post)).toEqual({ ok: true });
    kintone.will(dropped(), ok);
    expect(await patient().json({ ...post, repeatable: true })).toEqual({ ok: true });
    expect(kintone.requests).toHaveLength(5);
  });

  describe("a write for which no connection was there", () => {
    /** The first try fails in this way. */
    const failingOnce = (failing: typeof fetch) => {
      let tries = 0;
      const send: typeof fetch = (input, init) => ((tries += 1) === 1 ? failing(input, init) : fetch(input, init));
      const access = { baseUrl: kintone.baseUrl, apiTokens: ["t"], userAgent: "test", fetch: send };
      return retrying(createTokenConnection(access), { minTimeout: 1, maxTimeout: 5 });
    };
    const thrown = (facts: object) => async () => {
      throw new TypeError("fetch failed", { cause: Object.assign(new Error("as Node says"), facts) });
    };
    /** Nobody listens there any more. */
    const refused: typeof fetch = async (input, init) => {
      const once = createServer().listen(0, "127.0.0.1");
      await new Promise((listening) => once.once("listening", listening));
      const { port } = once.address() as AddressInfo;
      await new Promise((closed) => once.close(closed));
      return fetch(String(input).replace(kintone.baseUrl, `http://127.0.0.1:${port}`), init);
    };

    test.each<[string, typeof fetch]>([
      ["nobody listens", refused],
      ["there is no name", thrown({ code: "EAI_AGAIN", syscall: "getaddrinfo" })],
      ["there is no way", thrown({ code: "EHOSTUNREACH", syscall: "connect" })],
      ["no connection in time", thrown({ code: "UND_ERR_CONNECT_TIMEOUT" })],
    ])("is repeated: %s", async (_why, failing) => {
      kintone.will(ok);
      expect(await failingOnce(failing).json(post)).toEqual({ ok: true });
      expect(kintone.requests).toHaveLength(1);
    });

    test.each([
      ["EHOSTUNREACH", thrown({ code: "EHOSTUNREACH", syscall: "read" })],
      ["ETIMEDOUT", thrown({ code: "ETIMEDOUT", syscall: "read" })],
      ["without a word, as in a browser", thrown({})],
    ])("is not when the connection was there, or may have been: %s", async (_why, failing) => {
      expect(await failure(failingOnce(failing).json(post))).toMatchObject({ code: "NETWORK", retryable: true });
      expect(kintone.requests).toEqual([]);
    });
  });

  test("an upload is repeated with the same bytes", async () => {
    kintone.will(dropped(), json(200, { fileKey: "second" }));
    expect(await patient().upload({ name: "a.txt", data: new Blob(["abc"]) })).toBe("second");
    expect(kintone.requests.map(({ body }) => body.includes("abc"))).toEqual([true, true]);
  });

  test("a download that breaks off goes on where it stopped", async () => {
    const whole = Uint8Array.from({ length: 10 }, (_, index) => index);
    kintone.will(truncated(whole.subarray(0, 4), 10), truncated(whole.subarray(0, 2), 10), bytesOf(whole));
    expect(await bytes(await patient().stream(file))).toEqual([...whole]);
    expect(kintone.requests).toHaveLength(3);
  });

  test("a download that keeps breaking off fails", async () => {
    kintone.will(...Array.from({ length: 5 }, () => truncated(Uint8Array.from([1]), 10)));
    const stream = await patient({ retries: 2 }).stream(file);
    expect(await failure(bytes(stream))).toMatchObject({ code: "NETWORK" });
    expect(kintone.requests).toHaveLength(3);
  });

  test("a file that is gone when a download wants to go on is told as such", async () => {
    kintone.will(truncated(Uint8Array.from([1]), 10), json(404, { code: "GAIA_BL01" }));
    expect(await failure(bytes(await patient().stream(file)))).toMatchObject({ code: "FILE_GONE" });
  });

  test("waiting ends when the request is cancelled", async () => {
    for (const answer of [page(503, ""), page(429, "", { "Retry-After": "60" })]) {
      kintone.will(answer);
      const controller = new AbortController();
      const work = failure(
        patient({ minTimeout: 60_000, maxTimeout: 60_000 }).json({ ...get, signal: controller.signal }),
      );
      setTimeout(() => controller.abort(), 50);
      const started = performance.now();
      expect(await work).toMatchObject({ code: "CANCELLED" });
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});

describe("paced", () => {
  test("never more than so many requests at the same time, and all get their turn", async () => {
    const connection = paced(plain(), createPace(3));
    kintone.will(...Array.from({ length: 12 }, () => after(20, ok)));
    await Promise.all(Array.from({ length: 12 }, () => connection.json(get)));
    expect([kintone.mostAtOnce, kintone.requests.length]).toEqual([3, 12]);
  });

  test("a download keeps its turn until its end", async () => {
    const connection = paced(plain(), createPace(1));
    kintone.will(bytesOf(Uint8Array.from([1, 2])), ok);
    const stream = await connection.stream(file);
    const next = connection.json(get);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(kintone.requests).toHaveLength(1);
    expect(await bytes(stream)).toEqual([1, 2]);
    expect(await next).toEqual({ ok: true });
  });

  test.each([
    ["is left", stalled(Uint8Array.from([1])), (stream: ReadableStream<Uint8Array>) => stream.cancel()],
    ["breaks off", truncated(Uint8Array.from([1]), 9), (stream: ReadableStream<Uint8Array>) => failure(bytes(stream))],
  ])("a download that %s gives its turn back", async (_name, answer, end) => {
    const connection = paced(plain(), createPace(1));
    kintone.will(answer, ok);
    await end(await connection.stream(file));
    expect(await connection.json(get)).toEqual({ ok: true });
  });

  test("a download that is refused gives its turn back", async () => {
    const connection = paced(plain(), createPace(1));
    kintone.will(json(404, { code: "GAIA_BL01" }), ok);
    expect(await failure(connection.stream(file))).toMatchObject({ code: "FILE_GONE" });
    expect(await connection.json(get)).toEqual({ ok: true });
  });

  test("what is sent finds the pace, too: quick answers raise it, a refusal lowers it", async () => {
    const pace = createPace(20);
    const connection = paced(plain(), pace);
    const send = (size: number) => connection.upload({ name: "a", data: new Blob([new Uint8Array(size)]) });
    kintone.will(...Array.from({ length: 12 }, () => json(200, { fileKey: "k" })));
    for (let count = 0; count < 12; count += 1) await send(100);
    expect(pace.allowed).toBe(16);
    kintone.will(after(200, json(200, { fileKey: "k" })));
    await send(300_000); // a larger file takes longer, which says nothing
    expect(pace.allowed).toBe(17);
    kintone.will(page(503, ""));
    await failure(send(100));
    expect(pace.allowed).toBe(8);
  });

  test("who is cancelled while waiting is not sent", async () => {
    const connection = paced(plain(), createPace(1));
    const controller = new AbortController();
    kintone.will(after(100, ok));
    const first = connection.json(get);
    const second = failure(connection.json({ ...get, signal: controller.signal }));
    controller.abort();
    expect(await second).toMatchObject({ code: "CANCELLED" });
    await first;
    expect(kintone.requests).toHaveLength(1);
  });
});

describe("counted", () => {
  test("every request counts, whatever became of it", async () => {
    const { connection, requests } = counted(plain());
    kintone.will(ok, page(503, ""), bytesOf(Uint8Array.from([1])), json(200, { fileKey: "k" }));
    await connection.json(get);
    await failure(connection.json(get));
    await bytes(await connection.stream(file));
    await connection.upload({ name: "a", data: new Blob([]) });
    expect(requests()).toBe(4);
  });
});

describe("the connection of a run", () => {
  const never = new AbortController().signal;

  test("counts its repetitions too", async () => {
    const { reading: connection, requests } = createRunConnection(plain(), { requestsAtOnce: 2, signal: never });
    kintone.will(truncated(Uint8Array.from([1]), 2), bytesOf(Uint8Array.from([1, 2])));
    expect(await bytes(await connection.stream(file))).toEqual([1, 2]);
    expect(requests()).toBe(2);
  });

  test("gives its turn to others while it waits before trying again", async () => {
    const retry = { minTimeout: 100, maxTimeout: 100 };
    const { reading: connection } = createRunConnection(plain(), { requestsAtOnce: 1, signal: never, retry });
    kintone.will(page(503, ""), ok, ok);
    await Promise.all(["1", "2"].map((id) => connection.json({ ...get, query: { id } })));
    expect(kintone.requests.map(({ url }) => url.at(-1))).toEqual(["1", "2", "1"]);
  });

  test("tries again after a silence", async () => {
    const limits = { retry: { minTimeout: 1 }, silence: { answer: 1000 } };
    const { reading: connection } = createRunConnection(plain(), { requestsAtOnce: 1, signal: never, ...limits });
    kintone.will(silent(), ok);
    expect(await connection.json(get)).toEqual({ ok: true });
  });
});

describe("cancellable", () => {
  test("ends at once what is under way, for kintone too, and sends nothing more", async () => {
    const controller = new AbortController();
    const connection = cancellable(plain(), controller.signal);
    kintone.will(silent(), silent());
    const works = [connection.json(get), connection.upload({ name: "a", data: new Blob(["x"]) })].map(failure);
    await expect.poll(() => kintone.requests.length).toBe(2);
    controller.abort();
    for (const work of works) expect(await work).toMatchObject({ code: "CANCELLED", retryable: false });
    await expect.poll(() => kintone.finished).toBe(2);
    expect(await failure(connection.json(get))).toMatchObject({ code: "CANCELLED" });
    expect(kintone.requests).toHaveLength(2);
  });

  test("a download in the middle ends with CANCELLED", async () => {
    const controller = new AbortController();
    const { reading: connection } = createRunConnection(plain(), { requestsAtOnce: 1, signal: controller.signal });
    kintone.will(stalled(Uint8Array.from([1])));
    const reader = (await connection.stream(file)).getReader();
    await reader.read();
    const next = failure(reader.read());
    controller.abort();
    expect(await next).toMatchObject({ code: "CANCELLED" });
    await expect.poll(() => kintone.finished).toBe(1);
  });

  test("does not wait for what does not listen to the signal", async () => {
    const controller = new AbortController();
    const deaf = { ...plain(), json: () => new Promise<never>(() => undefined) };
    const work = failure(cancellable(deaf, controller.signal).json(get));
    controller.abort();
    expect(await work).toMatchObject({ code: "CANCELLED" });
  });

  test("a request's own signal still works", async () => {
    const own = new AbortController();
    const connection = cancellable(plain(), new AbortController().signal);
    kintone.will(silent(), ok);
    const work = failure(connection.json({ ...get, signal: own.signal }));
    await expect.poll(() => kintone.requests.length).toBe(1);
    own.abort();
    expect(await work).toMatchObject({ code: "CANCELLED" });
    expect(await connection.json(get)).toEqual({ ok: true });
  });
});

describe("timed", () => {
  test("an answer that does not come, or stops in its middle, is TIMED_OUT, and the request is ended", async () => {
    const late = { code: "TIMED_OUT", retryable: true, divisible: true };
    kintone.will(silent(), stalled(Buffer.from('{"records":'), "application/json"));
    for (const count of [1, 2]) {
      expect(await failure(timed(plain(), { answer: 50 }).json(get))).toMatchObject(late);
      await expect.poll(() => kintone.finished).toBe(count);
    }
  });

  describe("an answer that keeps coming", () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    /** Something comes every 119 seconds, so often. */
    const slow = (pieces: number): Connection => ({
      ...plain(),
      async json({ heard, signal }) {
        for (let piece = 0; piece < pieces; piece += 1) {
          await new Promise((resolve) => setTimeout(resolve, 119_000));
          signal?.throwIfAborted();
          heard?.();
        }
        return { ok: true } as never;
      },
    });
    const outcome = async (connection: Connection) => {
      const work = connection.json(get).catch((error: BackupError) => error.code);
      await vi.advanceTimersByTimeAsync(10 * 119_000);
      return work;
    };

    test("is waited for although it takes longer than a silence may", async () => {
      expect(await outcome(timed(slow(2)))).toEqual({ ok: true });
      expect(await outcome(timed(slow(4), { whole: 500_000 }))).toEqual({ ok: true });
    });

    test("is TIMED_OUT all the same when it has no end", async () => {
      expect(await outcome(timed(slow(3)))).toBe("TIMED_OUT");
    });

    test("is heard by one limit around another", async () => {
      expect(await outcome(timed(timed(slow(2))))).toEqual({ ok: true });
    });

    test("is TIMED_OUT when it stops", async () => {
      const halting = timed({
        ...plain(),
        async json({ heard, signal }) {
          heard?.();
          await new Promise((_resolve, reject) =>
            signal?.addEventListener("abort", () => reject(signal.reason as Error)),
          );
          return undefined as never;
        },
      });
      const work = halting.json(get).catch((error: BackupError) => error.message);
      await vi.advanceTimersByTimeAsync(120_000);
      expect(await work).toBe("No sign from kintone for 120 seconds");
    });
  });

  test("a download that stalls is TIMED_OUT, one that is read slowly is not", async () => {
    const connection = timed(plain(), { download: 50 });
    kintone.will(stalled(Uint8Array.from([1])));
    const reader = (await connection.stream(file)).getReader();
    await reader.read();
    expect(await failure(reader.read())).toMatchObject({ code: "TIMED_OUT", retryable: true });

    kintone.will(bytesOf(Uint8Array.from([1, 2])));
    const slow = await connection.stream(file);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await bytes(slow)).toEqual([1, 2]);
  });

  test("who cancels is told CANCELLED", async () => {
    const controller = new AbortController();
    kintone.will(silent());
    const work = failure(timed(plain(), { answer: 5000 }).json({ ...get, signal: controller.signal }));
    await expect.poll(() => kintone.requests.length).toBe(1);
    controller.abort();
    expect(await work).toMatchObject({ code: "CANCELLED" });
  });

  test("who cancels an answer that is coming is told at once", async () => {
    const controller = new AbortController();
    const heard = vi.fn();
    kintone.will(dripping(ok, 1000, 15));
    const work = failure(timed(plain(), { answer: 5000 }).json({ ...get, heard, signal: controller.signal }));
    await expect.poll(() => heard.mock.calls.length).toBeGreaterThan(2);
    controller.abort();
    expect(await work).toMatchObject({ code: "CANCELLED" });
    await expect.poll(() => kintone.finished).toBe(1);
  });
});
