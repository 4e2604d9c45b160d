import { describe, expect, test } from "vitest";
import type { BackupError, ErrorCode } from "../../../src/domain/errors";
import type { ApiRequest } from "../../../src/kintone/connection/connection";
import { createTokenConnection } from "../../../src/kintone/connection/token-connection";
import { brokenJson, bytesOf, dropped, json, page, scriptedServer, stalled, truncated } from "./scripted-server";

const kintone = scriptedServer();
const connect = () =>
  createTokenConnection({ baseUrl: kintone.baseUrl, apiTokens: ["t"], userAgent: "kintone-backup-manager/0.1.0" });
const ask = () => connect().json({ method: "GET", path: "records", query: { app: "1" } });
const open = () => connect().stream({ method: "GET", path: "file", query: { fileKey: "k" } });
const failure = (work: Promise<unknown>): Promise<BackupError> =>
  work.then(
    () => Promise.reject(new Error("it did not fail")),
    (error: BackupError) => error,
  );
const readAll = (stream: ReadableStream<Uint8Array>) => new Response(stream).arrayBuffer();

describe("kintone's refusals", () => {
  const refusals: Array<[status: number, kintoneCode: string, code: ErrorCode, retryable: boolean]> = [
    [401, "CB_AU01", "SESSION_EXPIRED", false],
    [401, "CB_WA01", "LOGIN_REFUSED", false],
    [403, "CB_NO02", "NO_PERMISSION", false],
    [403, "GAIA_NO01", "NO_PERMISSION", false],
    // A code that comes with 520 is judged by the code.
    [520, "GAIA_IA02", "TOKEN_REFUSED", false],
    [520, "GAIA_AP15", "TOKEN_REFUSED", false],
    [520, "GAIA_NO01", "NO_PERMISSION", false],
    [520, "GAIA_FU01", "NO_PERMISSION", false],
    [520, "GAIA_CO02", "REFUSED", false],
    [520, "GAIA_UN03", "REFUSED", false],
    [404, "GAIA_AP01", "APP_NOT_FOUND", false],
    [404, "GAIA_RE01", "RECORD_NOT_FOUND", false],
    [404, "GAIA_BL01", "FILE_GONE", false],
    [400, "GAIA_IL23", "WRONG_SPACE", false],
    [400, "GAIA_IL25", "WRONG_SPACE", false],
    [400, "GAIA_IQ11", "QUERY_REFUSED", false],
    [400, "GAIA_QU01", "QUERY_REFUSED", false],
    [429, "GAIA_TO04", "TOO_MANY_REQUESTS", true],
    [520, "GAIA_DA02", "UNAVAILABLE", true],
    [409, "GAIA_LT01", "UNAVAILABLE", true],
    [500, "GAIA_SOMETHING_NEW", "UNAVAILABLE", true],
    [400, "GAIA_SOMETHING_NEW", "REFUSED", false],
    [409, "GAIA_CO02", "REFUSED", false],
  ];
  test.each(refusals)("%i %s is %s, retryable: %s", async (status, kintoneCode, code, retryable) => {
    kintone.will(json(status, { code: kintoneCode, id: "1505999166", message: "…" }));
    expect(await failure(ask())).toMatchObject({
      code,
      retryable,
      answer: { status, code: kintoneCode, id: "1505999166", message: "…" },
    });
  });

  test("CB_VA01 is about the query only when kintone says so, and its details are kept", async () => {
    const said = (path: string) => ({
      code: "CB_VA01",
      id: "1",
      message: "…",
      errors: { [path]: { messages: ["a"] } },
    });
    kintone.will(json(400, said("query")), json(400, said("record.run_lock.value")), json(400, { code: "CB_VA01" }));
    expect(await failure(ask())).toMatchObject({ code: "QUERY_REFUSED", answer: { errors: { query: ["a"] } } });
    expect(await failure(ask())).toMatchObject({
      code: "REFUSED",
      answer: { errors: { "record.run_lock.value": ["a"] } },
    });
    expect(await failure(ask())).toMatchObject({ code: "REFUSED" });
  });

  describe("a code about a query, from another place than records", () => {
    const from = (request: ApiRequest) => failure(connect().json(request));
    test.each([
      ...["app/notifications/reminder", "app/notifications/perRecord", "app/views", "app/reports", "app/status"],
      ...["app", "app/form/fields", "record/acl", "field/acl", "space", "space/members"],
    ])("is no word about a query when %s is read: the setting names what is gone", async (path) => {
      for (const code of ["GAIA_IL42", "GAIA_IQ11", "GAIA_IR02", "GAIA_IL08"]) {
        kintone.will(json(400, { code, id: "1", message: "…" }));
        expect(await from({ method: "GET", path })).toMatchObject({ code: "SETTING_OUTDATED", answer: { code } });
      }
      kintone.will(json(400, { code: "CB_VA01", id: "1", message: "…", errors: { query: { messages: ["a"] } } }));
      expect(await from({ method: "GET", path })).toMatchObject({ code: "REFUSED" });
    });

    test.each<ApiRequest>([
      { method: "PUT", path: "app/views", preview: true, body: {} },
      { method: "POST", path: "app/deploy", preview: true, body: {} },
      { method: "GET", path: "apps" },
    ])("is a refusal like others of $method $path", async (request) => {
      kintone.will(json(400, { code: "GAIA_IQ11", id: "1", message: "…" }));
      expect(await from(request)).toMatchObject({ code: "REFUSED", answer: { code: "GAIA_IQ11" } });
    });
  });

  test("of a bulk request the one error counts", async () => {
    kintone.will(json(404, { results: [{}, { code: "GAIA_RE01", id: "1", message: "…" }, {}] }));
    expect(await failure(ask())).toMatchObject({ code: "RECORD_NOT_FOUND", answer: { code: "GAIA_RE01" } });
  });

  test("Retry-After is kept, as seconds and as a date", async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    kintone.will(json(429, {}, { "Retry-After": "7" }), json(429, {}, { "Retry-After": inAMinute }));
    expect(await failure(ask())).toMatchObject({ code: "TOO_MANY_REQUESTS", answer: { retryAfterSeconds: 7 } });
    const { answer } = await failure(ask());
    expect((answer as { retryAfterSeconds?: number }).retryAfterSeconds).toBeGreaterThan(50);
  });
});

describe("answers that are not kintone's", () => {
  const answers: Array<[string, ReturnType<typeof page>, ErrorCode, boolean]> = [
    ["503 with a text", page(503, "Service Unavailable"), "UNAVAILABLE", true],
    ["502 of a proxy", page(502, "<html>Bad Gateway</html>"), "UNAVAILABLE", true],
    ["429 without a body", page(429, ""), "TOO_MANY_REQUESTS", true],
    ["408 with a page", page(408, "<html>"), "UNAVAILABLE", true],
    ["401 with a page", page(401, "<html>"), "NOT_KINTONE", false],
    ["403 with a page", page(403, "<html>"), "NOT_KINTONE", false],
    ["403 without a body", page(403, ""), "NOT_KINTONE", false],
    ["403 with a text", page(403, "Forbidden"), "NOT_KINTONE", false],
    ["403 with JSON of somebody else", json(403, { error: { code: "blocked" } }), "NOT_KINTONE", false],
    ["403 with a code that is no text", json(403, { code: 1020, message: "blocked" }), "NOT_KINTONE", false],
    ["403 with a list", json(403, [{ code: "CB_NO02" }]), "NOT_KINTONE", false],
    ["403 with no more than null", json(403, null), "NOT_KINTONE", false],
    ["404 with a page", page(404, "<html>"), "NOT_KINTONE", false],
    ["413 of a proxy", page(413, "<html>"), "NOT_KINTONE", false],
    ["451 of a firewall", page(451, "<html>"), "NOT_KINTONE", false],
    ["200 with a page", page(200, "<html>log in</html>"), "NOT_KINTONE", false],
    ["403 that breaks off", truncated(Buffer.from('{"co'), 500, "application/json", 403), "BAD_RESPONSE", false],
    ["a redirect to a log-in page", page(302, "", { Location: "/login" }), "NOT_KINTONE", false],
    ["JSON that is cut off", brokenJson('{"records":[{"$id":'), "BAD_RESPONSE", true],
    ["a body that breaks off", truncated(Buffer.from('{"rec'), 500, "application/json"), "NETWORK", true],
    ["no answer at all", dropped(), "NETWORK", true],
  ];
  test.each(answers)("%s", async (_name, answer, code, retryable) => {
    kintone.will(answer);
    expect(await failure(ask())).toMatchObject({ code, retryable });
    expect(kintone.requests).toHaveLength(1);
  });

  test("a 403 is a matter of rights only when kintone itself says so", async () => {
    kintone.will(json(403, { code: "GAIA_SOMETHING_NEW", id: "1", message: "…" }), page(403, "CB_NO02"));
    expect(await failure(ask())).toMatchObject({ code: "NO_PERMISSION" });
    expect(await failure(ask())).toMatchObject({ code: "NOT_KINTONE" });
  });

  const QUOTED = "the-words-of-a-stranger";
  const strangers: Array<[string, Response]> = [
    ["a page", new Response(`<h1>${QUOTED}</h1>`, { headers: { "Content-Type": `text/html; charset=${QUOTED}` } })],
    ["JSON", Response.json({ message: QUOTED, error: { code: QUOTED }, id: QUOTED, errors: { [QUOTED]: {} } })],
    ["a reason", new Response(null, { statusText: QUOTED, headers: { "Content-Type": `x/${"y".repeat(60)}` } })],
    ["an odd kind", new Response("", { headers: { "Content-Type": `"<b>${QUOTED}</b>"/html ${QUOTED}` } })],
    ["other headers", new Response("", { headers: { "X-Cybozu-Error": QUOTED, Location: QUOTED } })],
  ];
  test.each(strangers)(
    "nothing of %s is quoted but its status and kind",
    async (_name, { body, headers, statusText }) => {
      const text = body ? await new Response(body).text() : "";
      for (const status of [401, 403, 404, 407, 408, 418, 429, 500, 503]) {
        const answer = new Response(text, { status, headers, statusText });
        const options = { baseUrl: "", apiTokens: [], userAgent: "", fetch: async () => answer };
        const error = await failure(createTokenConnection(options).json({ method: "GET", path: "app" }));
        expect(JSON.stringify([error, error.message, error.answer, error.facts])).not.toContain(QUOTED);
        expect(error.message).toContain(String(status));
        expect(error.answer).toEqual({ status });
      }
    },
  );

  test("the kind is told, as far as it is one", async () => {
    const kind = async (contentType: string | undefined) => {
      const headers = contentType === undefined ? [] : [["Content-Type", contentType] as [string, string]];
      const answer = new Response(new Uint8Array(), { status: 403, headers });
      const options = { baseUrl: "", apiTokens: [], userAgent: "", fetch: async () => answer };
      return (await failure(createTokenConnection(options).json({ method: "GET", path: "app" }))).facts.contentType;
    };
    expect(await kind("text/html; charset=utf-8")).toBe("text/html");
    expect(await kind("Application/Problem+JSON")).toBe("application/problem+json");
    for (const none of [undefined, "", "html", "a b/c", "text/<script>", `text/${"x".repeat(200)}`]) {
      expect(await kind(none)).toBeUndefined();
    }
  });

  test("a server that is not there", async () => {
    const connection = createTokenConnection({ baseUrl: "http://127.0.0.1:9", apiTokens: [], userAgent: "test" });
    const error = await failure(connection.json({ method: "GET", path: "app" }));
    expect(error).toMatchObject({ code: "NETWORK", retryable: true });
    expect(error.cause).toBeInstanceOf(TypeError);
  });
});

test("a search that kintone gave up is an error, not fewer records", async () => {
  const warning = { "X-Cybozu-Warning": "Filter aborted because of too many search results" };
  kintone.will(json(200, { records: [] }, warning));
  expect(await failure(ask())).toMatchObject({
    code: "QUERY_REFUSED",
    retryable: false,
    answer: { status: 200, message: "Filter aborted because of too many search results" },
  });
});

describe("downloads", () => {
  test("a transfer that breaks off errors the stream after the bytes that came", async () => {
    kintone.will(truncated(Uint8Array.from([1, 2, 3]), 1000));
    const reader = (await open()).getReader();
    expect([...((await reader.read()).value ?? [])]).toEqual([1, 2, 3]);
    expect(await failure(reader.read())).toMatchObject({ code: "NETWORK", retryable: true });
  });

  test("a transfer that ends early although the connection looks fine errors too", async () => {
    const short = new Response(Uint8Array.from([1, 2, 3]), { headers: { "Content-Length": "4" } });
    const connection = createTokenConnection({ baseUrl: "", apiTokens: [], userAgent: "", fetch: async () => short });
    const stream = await connection.stream({ method: "GET", path: "file" });
    expect(await failure(readAll(stream))).toMatchObject({ code: "NETWORK", retryable: true });
  });

  test("a compressed answer is not measured by its Content-Length", async () => {
    const { gzipSync } = await import("node:zlib");
    kintone.will(bytesOf(gzipSync("x".repeat(10_000)), { "Content-Encoding": "gzip" }));
    expect((await readAll(await open())).byteLength).toBe(10_000);
  });

  test("an empty file is an empty stream", async () => {
    kintone.will(bytesOf(new Uint8Array()));
    expect((await readAll(await open())).byteLength).toBe(0);
  });

  test("a reader that has enough ends the transfer", async () => {
    kintone.will(stalled(Uint8Array.from([1])));
    const reader = (await open()).getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(() => kintone.finished).toBe(1);
  });
});
