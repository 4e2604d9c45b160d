import { describe, expect, test } from "vitest";
import { BackupError } from "../../src/domain/errors";
import type { Connection } from "../../src/kintone/connection/connection";

export interface SeenRequest {
  method: string;
  /** Path and query, decoded. */
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** A kintone that answers what it was told to, in order. */
export interface ScriptedKintone {
  readonly baseUrl: string;
  readonly requests: SeenRequest[];
  willAnswer(body: unknown): void;
  willRefuse(status: number, body: unknown): void;
  willSend(bytes: Uint8Array): void;
}

/** What was asked for, as a GET or as a POST that says GET: with one, kintone reads the URL, with the other the body. */
function readingOf({ method, url, headers, body }: SeenRequest): { path: string; parameters: Record<string, string> } {
  const { pathname, searchParams } = new URL(url, "http://kintone");
  if (method === "GET") return { path: pathname, parameters: Object.fromEntries(searchParams) };
  expect([method, headers["x-http-method-override"]]).toEqual(["POST", "GET"]);
  const { __REQUEST_TOKEN__: _token, ...parameters } = JSON.parse(body) as Record<string, unknown>;
  const written = Object.entries(parameters).map(([name, value]) => [name, String(value)]);
  return { path: pathname, parameters: Object.fromEntries(written) as Record<string, string> };
}

/** What every connection promises, whoever it speaks for and whatever decorates it. */
export function connectionContract(
  name: string,
  kintone: ScriptedKintone,
  connect: (baseUrl: string) => Connection,
): void {
  describe(`${name} keeps the contract of a connection`, () => {
    const failure = (work: Promise<unknown>): Promise<BackupError> =>
      work.then(
        () => Promise.reject(new Error("it did not fail")),
        (error: BackupError) => error,
      );

    test("json resolves to the parsed answer", async () => {
      kintone.willAnswer({ record: { $id: { value: "1" }, 品名: { value: "軸受" } } });
      const query = { app: "7", id: 1 };
      expect(await connect(kintone.baseUrl).json({ method: "GET", path: "record", query })).toEqual({
        record: { $id: { value: "1" }, 品名: { value: "軸受" } },
      });
      expect(readingOf(kintone.requests[0]!)).toEqual({ path: "/k/v1/record.json", parameters: { app: "7", id: "1" } });
    });

    test("a write carries its body, to the guest space and to the settings that are not deployed", async () => {
      kintone.willAnswer({ revision: "2" });
      await connect(kintone.baseUrl).json({
        method: "PUT",
        path: "app/views",
        guestSpaceId: "5",
        preview: true,
        body: { app: "7", views: {} },
      });
      const [request] = kintone.requests;
      expect(request).toMatchObject({ method: "PUT", url: "/k/guest/5/v1/preview/app/views.json" });
      expect(JSON.parse(request?.body ?? "")).toMatchObject({ app: "7", views: {} });
    });

    test("a refusal is a BackupError with kintone's own answer", async () => {
      kintone.willRefuse(404, { code: "GAIA_AP01", id: "xyz", message: "指定したアプリが見つかりません。" });
      const error = await failure(connect(kintone.baseUrl).json({ method: "GET", path: "app", query: { id: "9" } }));
      expect(error).toBeInstanceOf(BackupError);
      expect(error).toMatchObject({
        code: "APP_NOT_FOUND",
        retryable: false,
        answer: { status: 404, code: "GAIA_AP01", id: "xyz", message: "指定したアプリが見つかりません。" },
      });
      expect(kintone.requests).toHaveLength(1);
    });

    test("stream gives the bytes and ends", async () => {
      const sent = new Uint8Array(300_000).map((_, index) => index % 251);
      kintone.willSend(sent);
      const stream = await connect(kintone.baseUrl).stream({ method: "GET", path: "file", query: { fileKey: "k" } });
      const received = new Uint8Array(await new Response(stream).arrayBuffer());
      expect(received.length).toBe(sent.length);
      expect(received.findIndex((byte, index) => byte !== sent[index])).toBe(-1);
    });

    test("stream rejects, before any byte, when the file is refused", async () => {
      kintone.willRefuse(404, { code: "GAIA_BL01", id: "xyz", message: "" });
      const error = await failure(
        connect(kintone.baseUrl).stream({ method: "GET", path: "file", query: { fileKey: "k" } }),
      );
      expect(error).toMatchObject({ code: "FILE_GONE", retryable: false });
    });

    test("upload resolves to the key, and the file arrives with its Japanese name", async () => {
      kintone.willAnswer({ fileKey: "c15b3870" });
      const data = new Blob(["ログ"], { type: "text/plain" });
      const key = await connect(kintone.baseUrl).upload({ name: "実行ログ.txt", data, guestSpaceId: "5" });
      expect(key).toBe("c15b3870");
      const [request] = kintone.requests;
      expect(request).toMatchObject({ method: "POST", url: "/k/guest/5/v1/file.json" });
      expect(request?.body).toContain('name="file"; filename="実行ログ.txt"');
      expect(request?.body).toMatch(/Content-Type: text\/plain\r\n\r\nログ\r\n/);
    });

    test("a request whose signal is aborted is CANCELLED and not sent", async () => {
      const signal = AbortSignal.abort();
      const connection = connect(kintone.baseUrl);
      for (const work of [
        connection.json({ method: "GET", path: "app", signal }),
        connection.stream({ method: "GET", path: "file", signal }),
        connection.upload({ name: "a", data: new Blob([]), signal }),
      ]) {
        expect(await failure(work)).toMatchObject({ code: "CANCELLED", retryable: false });
      }
      expect(kintone.requests).toHaveLength(0);
    });
  });
}
