import { type RequestListener, createServer } from "node:http";
import { writeFile } from "node:fs/promises";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import path from "node:path";
import process from "node:process";
import { type SubjectAltNameEntry, generate } from "selfsigned";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const servers: Server[] = [];
let folder: string;
let secure: string;
let plain: string;
let closed: string;

/** Of authorities that Node is told to trust. */
const trusted: string[] = [];
let expired: string;
let ofAnother: string;

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

/** A server whose certificate Node is told to trust, but for what is wrong with it. */
async function withCertificate({
  altNames = [{ type: 7, ip: "127.0.0.1" }],
  ...dates
}: {
  altNames?: SubjectAltNameEntry[];
  notBeforeDate?: Date;
  notAfterDate?: Date;
}): Promise<string> {
  const { cert, private: key } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    ...dates,
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames },
    ],
  });
  trusted.push(cert);
  return listening(createTlsServer({ cert, key }, page));
}

beforeAll(async () => {
  folder = path.join(command.place, "archives");
  const { cert, private: key } = await generate([{ name: "commonName", value: "elsewhere.example" }], {});
  secure = await listening(createTlsServer({ cert, key }, page));
  expired = await withCertificate({ notBeforeDate: new Date("2025-01-01"), notAfterDate: new Date("2026-01-01") });
  ofAnother = await withCertificate({ altNames: [{ type: 2, value: "elsewhere.example" }] });
  await writeFile(path.join(command.place, "authorities.pem"), trusted.join("\n"));
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
    "a certificate that has expired",
    () => `https://${expired}`,
    ["certificate", "CERT_HAS_EXPIRED", "the date of this computer"],
  ],
  [
    "a certificate of another host",
    () => `https://${ofAnother}`,
    ["certificate", "ERR_TLS_CERT_ALTNAME_INVALID", "Check the address"],
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
    const env = { NODE_EXTRA_CA_CERTS: path.join(command.place, "authorities.pem") };
    for (const args of [
      ["run", "--file", file],
      ["check-history", file],
    ]) {
      const { code, out, err } = await endOf(command.start([...args, "--lang", "en"], { timeout: 15_000, env }));
      expect({ args: args[0], code }).toEqual({ args: args[0], code: 2 });
      for (const word of words) expect(`${out}${err}`).toContain(word);
    }
    expect(await namesIn(folder)).toEqual([]);
  });
});

describe("a proxy by HTTPS_PROXY that wants a login", () => {
  let asked = 0;
  let proxy: string;
  beforeAll(async () => {
    const server = createServer();
    server.on("connect", (_request, socket) => {
      asked += 1;
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\n\r\n');
    });
    proxy = await listening(server);
    // What NODE_USE_ENV_PROXY=1 does in Node 22.21 and 24, with this Node's own fetch.
    await writeFile(
      path.join(command.place, "use-proxy.cjs"),
      `const { EnvHttpProxyAgent, setGlobalDispatcher } = require("internal/deps/undici/undici");
       setGlobalDispatcher(new EnvHttpProxyAgent());`,
    );
  });

  it("ends the command at once, and is named, where Node uses it", async () => {
    asked = 0;
    const file = await command.settingsFile(folder, { baseUrl: "https://example.cybozu.com" });
    const preload = path.join(command.place, "use-proxy.cjs");
    const script = `node="$1"; shift; exec "$node" --expose-internals --require ${preload} "$@"`;
    const started = { timeout: 15_000, env: { HTTPS_PROXY: `http://${proxy}` }, script };
    const { code, out, err } = await endOf(command.start(["run", "--file", file, "--lang", "en"], started));
    expect(code).toBe(2);
    expect(`${out}${err}`).toContain("A proxy does not let through to example.cybozu.com (HTTP 407)");
    expect(`${out}${err}`).toContain("ask the administrator of your network");
    expect(asked).toBeGreaterThan(0);
    expect(await namesIn(folder)).toEqual([]);
  });

  it.runIf(Number(process.versions.node.split(".")[0]) < 22)("is passed by where Node does not use it", async () => {
    asked = 0;
    const file = await command.settingsFile(folder, { baseUrl: `https://${secure}` });
    const started = { timeout: 15_000, env: { HTTPS_PROXY: `http://${proxy}`, NODE_USE_ENV_PROXY: "1" } };
    const { out, err } = await endOf(command.start(["run", "--file", file, "--lang", "en"], started));
    expect(`${out}${err}`).toContain("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(asked).toBe(0);
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
