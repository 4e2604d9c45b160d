import { describe, expect, test, vi } from "vitest";
import type { BackupError } from "../../../src/domain/errors";
import { bodyBytes, textOf } from "../../../src/kintone/connection/answer-body";
import type { ApiRequest } from "../../../src/kintone/connection/connection";
import { createHttpConnection } from "../../../src/kintone/connection/http-connection";
import { createPace } from "../../../src/kintone/connection/pace";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { paced } from "../../../src/kintone/connection/paced";
import { retrying } from "../../../src/kintone/connection/retrying";
import { timed } from "../../../src/kintone/connection/timed";
import { dropped, json, page, scriptedServer, silent, truncated } from "./scripted-server";

const kintone = scriptedServer();
const limits = { most: 4000, mostOfDivisible: 1000 };
const plain = () => createHttpConnection({ baseUrl: kintone.baseUrl, headers: {}, secrets: [], answerLimits: limits });
const whole: ApiRequest = { method: "GET", path: "records", query: { app: "1" } };
const divisible: ApiRequest = { ...whole, divisible: true };
const failure = (work: Promise<unknown>): Promise<BackupError> =>
  work.then(
    () => Promise.reject(new Error("it did not fail")),
    (error: BackupError) => error,
  );
const answerOf = (characters: number) => json(200, { text: "x".repeat(characters - '{"text":""}'.length) });

/** What engines throw for a text that is longer than they can hold: browsers, and Node 20 and later. */
const TOO_LONG = [
  new RangeError("Invalid string length"),
  Object.assign(new Error("Cannot create a string longer than 0x1fffffe8 characters"), { code: "ERR_STRING_TOO_LONG" }),
];

describe("an answer that is too large", () => {
  const tooLarge = { code: "ANSWER_TOO_LARGE", retryable: false, divisible: true };

  test.each([
    ["4000 bytes", whole, 4000],
    ["1000 bytes in a part", divisible, 1000],
  ])("is not one of %s", async (_what, request, size) => {
    kintone.will(answerOf(size), answerOf(size), answerOf(size + 1), answerOf(size + 1));
    expect(await plain().json(request)).toMatchObject({ text: expect.any(String) as string });
    expect(await plain().json<Uint8Array>({ ...request, unparsed: true })).toHaveLength(size);
    for (const way of [{}, { unparsed: true } as const]) {
      const error = await failure(plain().json({ ...request, ...way }));
      expect(error).toMatchObject({ ...tooLarge, facts: { expected: size } });
    }
  });

  test("is left in its middle when nobody told how large it will be", async () => {
    let left = false;
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array((sent += 300) && 300)),
      cancel: () => void (left = true),
    });
    expect(await failure(bodyBytes(new Response(endless), 1000))).toMatchObject(tooLarge);
    expect(left).toBe(true);
    expect(sent).toBeLessThan(2000);
  });

  test("for a text, too, is told as such, and not as a network that broke", () => {
    const decoding = vi.spyOn(TextDecoder.prototype, "decode");
    for (const thrown of TOO_LONG) {
      decoding.mockImplementation(() => {
        throw thrown;
      });
      expect(() => textOf(new Uint8Array(1))).toThrow(expect.objectContaining(tooLarge) as Error);
    }
    decoding.mockRestore();
  });
});

describe("what may be due to how much was asked for", () => {
  const retry = { retries: 4, minTimeout: 1, maxTimeout: 4 };
  const patient = () => retrying(plain(), retry);
  /** Only a silence is waited for so shortly: on a busy machine, any other answer may take as long. */
  const impatient = () => retrying(timed(plain(), { answer: 60 }), retry);
  const heavy: Array<[string, ReturnType<typeof page>, inParts: number, otherwise: number, how?: typeof patient]> = [
    ["a silence", silent(), 1, 5, impatient],
    ["504 of a gateway", page(504, "<html>"), 2, 5],
    ["500 with a page", page(500, "<html>"), 2, 5],
    ["520 with an unknown code", json(520, { code: "GAIA_SOMETHING_NEW" }), 2, 5],
    ["an answer that is too large", answerOf(4001), 1, 1],
  ];
  test.each(heavy)(
    "%s: divisible, and told soon where somebody can ask for less",
    async (_n, answer, soon, late, how = patient) => {
      for (const [request, tries] of [
        [divisible, soon],
        [whole, late],
      ] as const) {
        kintone.requests.splice(0);
        kintone.will(...Array.from({ length: tries }, () => answer));
        expect(await failure(how().json(request))).toMatchObject({ divisible: true });
        expect(kintone.requests).toHaveLength(tries);
      }
    },
  );

  test("what breaks off is tried as ever, and then may be divided", async () => {
    kintone.will(...Array.from({ length: 5 }, () => truncated(Buffer.from('{"rec'), 500, "application/json")));
    expect(await failure(patient().json(divisible))).toMatchObject({ code: "NETWORK", divisible: true });
    expect(kintone.requests).toHaveLength(5);
  });

  test.each([
    ["503 of a maintenance", page(503, "<html>")],
    ["502 of a gateway", page(502, "<html>")],
    ["503 in kintone's own words", json(503, { code: "GAIA_SOMETHING_NEW" })],
    ["a lock", json(520, { code: "GAIA_DA02" })],
    ["too many requests", json(429, { code: "GAIA_TO04" })],
    ["nobody there", dropped()],
  ])("is not %s: that is tried as ever", async (_what, answer) => {
    kintone.will(...Array.from({ length: 5 }, () => answer));
    expect(await failure(patient().json(divisible))).toMatchObject({ retryable: true, divisible: false });
    expect(kintone.requests).toHaveLength(5);
  });

  test("slows the run down, as a refusal does", async () => {
    for (const answer of [silent(), page(504, "<html>"), answerOf(2000)]) {
      const pace = createPace(8);
      kintone.will(answer);
      await failure(paced(timed(plain(), { answer: 60 }), pace).json(divisible));
      expect(pace.allowed).toBe(2);
    }
  });

  test("is not waited for as an outage when kintone can be reached", async () => {
    const waiting: unknown[] = [];
    const { reading } = createRunConnection(plain(), {
      ...{ requestsAtOnce: 2, signal: new AbortController().signal, silence: { answer: 60 } },
      ...{ retry: { retries: 4, minTimeout: 1, maxTimeout: 4 } },
      patience: () => ({ probe: async () => undefined, onWaiting: ({ waitingFor }) => waiting.push(waitingFor) }),
    });
    kintone.will(silent(), page(504, ""), page(504, ""));
    expect(await failure(reading.json(divisible))).toMatchObject({ code: "TIMED_OUT" });
    expect(await failure(reading.json(divisible))).toMatchObject({ code: "UNAVAILABLE", answer: { status: 504 } });
    expect([waiting, kintone.requests.length]).toEqual([[], 3]);
  });
});
