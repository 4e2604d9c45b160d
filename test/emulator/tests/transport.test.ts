import { connect } from "node:http2";
import { request } from "node:https";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ securePort: 0 });
});
afterAll(() => emulator.close());

describe("HTTPS on localhost", () => {
  it("speaks HTTP/2 under a certificate that a client can trust", async () => {
    const { url = "", certificate = "" } = emulator.secure ?? {};
    const client = connect(url, { ca: certificate });
    const status = await new Promise((resolve, reject) => {
      client.once("error", reject);
      client
        .request({ ":path": "/k/v1/apps.json" })
        .once("response", (headers) => resolve(headers[":status"]))
        .end();
    });
    client.close();
    expect(status).toBe(401);
  });

  it("speaks HTTP/1.1 too", async () => {
    const { url = "", certificate = "" } = emulator.secure ?? {};
    const version = await new Promise((resolve, reject) => {
      request(`${url}/k/v1/apps.json`, { ca: certificate }, (response) => {
        response.resume();
        resolve(response.httpVersion);
      })
        .once("error", reject)
        .end();
    });
    expect(version).toBe("1.1");
  });
});
