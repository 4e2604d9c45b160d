import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import type { Effect } from "../faults/faults";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

const domain = createDomain();
let emulator: Emulator;
const authorization = { "x-cybozu-authorization": Buffer.from("admin:kintone").toString("base64") };
const read = () => fetch(`${emulator.url}/k/v1/records.json?app=1`, { headers: authorization });
const spoil = (effect: Effect) =>
  domain.faults.add({ when: { method: "GET", path: "records.json", nth: 1 }, do: effect });

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  const app = domain.addApp({
    id: 1,
    name: "検査",
    creator: "admin",
    properties: { a: { type: "NUMBER", code: "a", label: "a" } },
  });
  for (let count = 0; count < 20; count++) app.addRecord({ a: { value: count } });
  emulator = await startEmulator({ domain });
});
afterEach(() => domain.faults.clear());
afterAll(() => emulator.close());

describe("a fault", () => {
  it("answers an error once and leaves the next request alone", async () => {
    spoil({ kind: "error", code: "GAIA_TO04" });
    const refused = await read();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("x-cybozu-error")).toBe("GAIA_TO04");
    expect((await read()).status).toBe(200);
  });

  it("answers 503 without JSON", async () => {
    spoil({ kind: "unavailable", body: "html", retryAfter: 2 });
    const response = await read();
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await response.text()).toContain("<html>");
  });

  it("answers with what it was sent, escaped as its type demands", async () => {
    spoil({ kind: "answer", status: 418, headers: { Location: "/x" }, body: '{"message":"{sent}"}' });
    const response = await read();
    expect([response.status, response.headers.get("location")]).toEqual([418, "/x"]);
    const { message } = (await response.json()) as { message: string };
    expect(message).toMatch(/^GET http:.*records\.json\?app=1\n/);
    expect(message).toContain(`x-cybozu-authorization: ${authorization["x-cybozu-authorization"]}`);
    domain.faults.clear();
    spoil({ kind: "answer", status: 200, contentType: "text/html", body: "<p>{sent}</p>" });
    expect(await (await read()).text()).toMatch(/^<p>GET [^<]*<\/p>$/);
  });

  it("answers something else after the work was done", async () => {
    const records = domain.apps.get(1)?.records;
    const before = records?.lastId ?? 0;
    const add = () =>
      fetch(`${emulator.url}/k/v1/record.json`, {
        method: "POST",
        headers: { ...authorization, "content-type": "application/json" },
        body: JSON.stringify({ app: 1, record: {} }),
      });
    for (const after of [false, true]) {
      const when = { method: "POST", path: "record.json", nth: 1 };
      domain.faults.add({ when, do: { kind: "answer", status: 502, body: "{}", after } });
      expect((await add()).status).toBe(502);
      domain.faults.clear();
      expect(records?.lastId).toBe(before + Number(after));
    }
  });

  it("drops the connection", async () => {
    spoil({ kind: "drop" });
    await expect(read()).rejects.toThrow();
    expect((await read()).status).toBe(200);
  });

  it("breaks or shortens the body", async () => {
    spoil({ kind: "truncate", bytes: 100 });
    await expect(read().then((response) => response.text())).rejects.toThrow();
    domain.faults.clear();
    spoil({ kind: "truncate", bytes: 100, quiet: true });
    expect((await (await read()).arrayBuffer()).byteLength).toBe(100);
  });

  it("changes bytes of the body", async () => {
    const good = Buffer.from(await (await read()).arrayBuffer());
    spoil({ kind: "corrupt" });
    const bad = Buffer.from(await (await read()).arrayBuffer());
    expect(bad.length).toBe(good.length);
    expect(bad.equals(good)).toBe(false);
  });

  it("makes the answer slow", async () => {
    spoil({ kind: "latency", milliseconds: 120 });
    const start = performance.now();
    await read();
    expect(performance.now() - start).toBeGreaterThan(110);
  });

  it("falls silent in the middle of the body, and lets the connection stand", async () => {
    const good = Buffer.from(await (await read()).arrayBuffer());
    spoil({ kind: "silent", bytes: 100 });
    const reader = (await read()).body!.getReader();
    expect((await reader.read()).value).toHaveLength(100);
    const more = reader.read().then(() => "more");
    expect(await Promise.race([more, new Promise((resolve) => setTimeout(resolve, 60, "nothing"))])).toBe("nothing");
    await reader.cancel();
    domain.faults.clear();
    spoil({ kind: "silent", bytes: good.length });
    expect(Buffer.from(await (await read()).arrayBuffer())).toEqual(good);
  });

  it("answers 504 in the place of what has more than so many bytes", async () => {
    const { length } = Buffer.from(await (await read()).arrayBuffer());
    spoil({ kind: "too-much", bytes: length - 1 });
    const refused = await read();
    expect([refused.status, await refused.text()]).toEqual([504, expect.stringContaining("Gateway Time-out")]);
    domain.faults.clear();
    spoil({ kind: "too-much", bytes: length });
    const answer = await read();
    expect([answer.status, answer.headers.get("content-type"), (await answer.arrayBuffer()).byteLength]).toEqual([
      ...[200, "application/json;charset=utf-8", length],
    ]);
  });

  it("lets something happen in the middle of a reading", async () => {
    const id = domain.faults.add({
      when: { path: "records.json", nth: 2 },
      do: { kind: "event", event: { name: "permission-removed", app: 1, user: "admin" } },
    });
    expect((await read()).status).toBe(200);
    expect((await read()).status).toBe(403);
    domain.faults.remove(id);
  });
});
