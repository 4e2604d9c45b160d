import { type RequestListener, createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import path from "node:path";
import { generate } from "selfsigned";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const servers: Server[] = [];
let folder: string;
let secure: string;
let plain: string;
let closed: string;

let status = 200;
const page: RequestListener = (_request, response) => {
  response.writeHead(status, {
    "Content-Type": "text/html",
    ...(status === 302 && { Location: "https://example.com/" }),
  });
  response.end("<html>");
};

/** Resolves to its host. */
async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  folder = path.join(command.place, "archives");
  const { cert, private: key } = await generate([{ name: "commonName", value: "elsewhere.example" }], {});
  secure = await listening(createTlsServer({ cert, key }, page));
  plain = await listening(createServer(page));
  const gone = createServer();
  closed = await listening(gone);
  gone.close();
});
afterAll(() => {
  for (const server of servers) server.close();
});

const unreachable: Array<[what: string, baseUrl: () => string, words: string[], status?: number]> = [
  [
    "a certificate of nobody",
    () => `https://${secure}`,
    ["certificate", "DEPTH_ZERO_SELF_SIGNED_CERT", "NODE_EXTRA_CA_CERTS"],
  ],
  [
    "a host that is not there",
    () => "https://no-such-host.invalid",
    ["There is no host named no-such-host.invalid", "baseUrl"],
  ],
  ["a server that speaks no TLS", () => `https://${plain}`, ["TLS", "baseUrl"]],
  ["Basic authentication", () => `http://${plain}`, ["asks for Basic authentication", "HTTP 401"], 401],
  ["an IP address restriction", () => `http://${plain}`, ["does not permit access", "IP address", "HTTP 403"], 403],
  ["a proxy that wants a login", () => `http://${plain}`, ["A proxy does not let through", "HTTP 407"], 407],
  ["another address", () => `http://${plain}`, ["leads to another address", "baseUrl"], 302],
  ["a website", () => `http://${plain}`, ["is not the API of kintone", "baseUrl", "HTTP 200"]],
];

describe("an address at which there is no kintone ends the command at once, with what to do", () => {
  it.each(unreachable)("%s", async (_what, baseUrl, words, answered = 200) => {
    status = answered;
    const file = await command.settingsFile(folder, { baseUrl: baseUrl() });
    for (const args of [
      ["run", "--file", file],
      ["check-history", file],
    ]) {
      const { code, out, err } = await endOf(command.start([...args, "--lang", "en"], { timeout: 15_000 }));
      expect({ args: args[0], code }).toEqual({ args: args[0], code: 2 });
      for (const word of words) expect(`${out}${err}`).toContain(word);
    }
    expect(await namesIn(folder)).toEqual([]);
  });
});

it("what may pass is waited for, and told at once with its cause", async () => {
  const file = await command.settingsFile(folder, { baseUrl: `http://${closed}` });
  const child = command.start(["run", "--file", file, "--lang", "en"]);
  const ended = endOf(child);
  let told = "";
  child.stderr!.on("data", (text) => (told += String(text)));
  await expect.poll(() => told, { timeout: 15_000 }).toContain(`${closed} refused the connection`);
  expect(told).toContain("Waiting until kintone can be reached");
  // It would write down that it was cancelled, for half a minute.
  child.kill("SIGKILL");
  await ended;
});
