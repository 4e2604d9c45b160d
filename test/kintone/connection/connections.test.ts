import { describe, expect, test } from "vitest";
import { cancellable } from "../../../src/kintone/connection/cancellable";
import { counted } from "../../../src/kintone/connection/counted";
import { createPace } from "../../../src/kintone/connection/pace";
import { paced } from "../../../src/kintone/connection/paced";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createSessionConnection } from "../../../src/kintone/connection/session-connection";
import { timed } from "../../../src/kintone/connection/timed";
import { createTokenConnection } from "../../../src/kintone/connection/token-connection";
import { connectionContract } from "../../contracts/connection";
import { lastRequest, scriptedServer } from "./scripted-server";

const kintone = scriptedServer();
const userAgent = "kintone-backup-manager/0.1.0";

const session = (baseUrl: string) => createSessionConnection({ baseUrl, requestToken: () => "csrf" });
const token = (baseUrl: string) => createTokenConnection({ baseUrl, apiTokens: ["one", "two"], userAgent });
const password = (baseUrl: string) =>
  createPasswordConnection({ baseUrl, username: "佐藤", password: "pass:word", userAgent });

connectionContract("session", kintone, session);
connectionContract("token", kintone, token);
connectionContract("password", kintone, password);
connectionContract("retrying", kintone, (baseUrl) => retrying(token(baseUrl)));
connectionContract("paced", kintone, (baseUrl) => paced(token(baseUrl), createPace(1)));
connectionContract("counted", kintone, (baseUrl) => counted(token(baseUrl)).connection);
connectionContract("timed", kintone, (baseUrl) => timed(token(baseUrl)));
connectionContract("cancellable", kintone, (baseUrl) => cancellable(token(baseUrl), new AbortController().signal));
connectionContract(
  "a run's",
  kintone,
  (baseUrl) => createRunConnection(token(baseUrl), { requestsAtOnce: 2, signal: new AbortController().signal }).reading,
);

describe("what lets us in", () => {
  const get = { method: "GET", path: "app", query: { id: "1" } } as const;

  test("session: X-Requested-With, and the CSRF token with everything but files, so that another's session is refused", async () => {
    const connection = session(kintone.baseUrl);

    kintone.willAnswer({});
    await connection.json(get);
    expect(lastRequest(kintone)).toMatchObject({ method: "POST", url: "/k/v1/app.json" });
    expect(lastRequest(kintone).headers).toMatchObject({
      "x-requested-with": "XMLHttpRequest",
      "x-http-method-override": "GET",
    });
    expect(JSON.parse(lastRequest(kintone).body)).toEqual({ __REQUEST_TOKEN__: "csrf", id: "1" });

    kintone.willSend(new Uint8Array(1));
    await connection.stream({ method: "GET", path: "file", query: { fileKey: "k" } });
    expect(lastRequest(kintone)).toMatchObject({ method: "GET", url: "/k/v1/file.json?fileKey=k", body: "" });

    kintone.willRefuse(400, { code: "CB_IL02", id: "x", message: "不正なリクエストです。" });
    await expect(connection.json(get)).rejects.toMatchObject({ code: "SESSION_EXPIRED", retryable: false });

    for (const method of ["POST", "PUT"] as const) {
      kintone.willAnswer({});
      await connection.json({ method, path: "record", body: { app: "1" } });
      expect(JSON.parse(lastRequest(kintone).body)).toEqual({ __REQUEST_TOKEN__: "csrf", app: "1" });
    }

    kintone.willAnswer({});
    await connection.json({ method: "DELETE", path: "records", query: { app: "1", ids: ["3", "4"] } });
    expect(lastRequest(kintone).url).toBe("/k/v1/records.json?__REQUEST_TOKEN__=csrf&app=1&ids[0]=3&ids[1]=4");

    kintone.willAnswer({ fileKey: "k" });
    await connection.upload({ name: "a.txt", data: new Blob(["x"]) });
    const { body } = lastRequest(kintone);
    expect(body.indexOf('name="__REQUEST_TOKEN__"')).toBeGreaterThan(body.indexOf('name="file"'));
  });

  test("token: all tokens in one header, and a name for Cybozu's operators", async () => {
    kintone.willAnswer({});
    await token(kintone.baseUrl).json(get);
    expect(lastRequest(kintone).headers).toMatchObject({ "x-cybozu-api-token": "one,two", "user-agent": userAgent });
    expect(lastRequest(kintone).headers).not.toHaveProperty("x-requested-with");
  });

  test("password: Base64 of UTF-8", async () => {
    kintone.willAnswer({});
    await password(kintone.baseUrl).json(get);
    const header = lastRequest(kintone).headers["x-cybozu-authorization"] ?? "";
    expect(Buffer.from(header, "base64").toString("utf8")).toBe("佐藤:pass:word");
  });
});

describe("how requests are written", () => {
  test("a GET whose URL passes 4,096 characters becomes a POST that says GET, with the CSRF token of a session", async () => {
    const query = { app: "1", query: `品名 in (${'"軸受",'.repeat(300)}"")`, totalCount: true };
    kintone.willAnswer({ records: [] });
    await session(kintone.baseUrl).json({ method: "GET", path: "records", query });
    expect(lastRequest(kintone)).toMatchObject({ method: "POST", url: "/k/v1/records.json" });
    expect(lastRequest(kintone).headers["x-http-method-override"]).toBe("GET");
    expect(JSON.parse(lastRequest(kintone).body)).toEqual({ __REQUEST_TOKEN__: "csrf", ...query });
  });

  test("a GET of exactly 4,096 characters stays one", async () => {
    const rest = 4096 - `${kintone.baseUrl}/k/v1/records.json?query=`.length;
    for (const [length, method] of [
      [rest, "GET"],
      [rest + 1, "POST"],
    ] as const) {
      kintone.willAnswer({});
      await token(kintone.baseUrl).json({ method: "GET", path: "records", query: { query: "x".repeat(length) } });
      expect(lastRequest(kintone).method).toBe(method);
    }
  });

  test("a base URL may end in a slash or have a path of its own", async () => {
    kintone.willAnswer({});
    await token(`${kintone.baseUrl}/proxy/`).json({ method: "GET", path: "app/form/fields", query: { app: "1" } });
    expect(lastRequest(kintone).url).toBe("/proxy/k/v1/app/form/fields.json?app=1");
  });

  test("what is not given is not sent; what needs escaping arrives as it was", async () => {
    kintone.willAnswer({});
    const query = { query: '備考 like "50% & +α #1"', lang: undefined };
    await token(kintone.baseUrl).json({ method: "GET", path: "records", query });
    expect(lastRequest(kintone).url).toBe('/k/v1/records.json?query=備考 like "50% & +α #1"');
  });
});
