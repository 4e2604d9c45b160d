import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";
import { Sessions } from "./access/sessions";
import { createPageContext } from "./create-page-context";
import { createDomain } from "./domain/domain";
import type { Domain } from "./domain/domain";
import { Concurrency } from "./limits/concurrency";
import type { PageContext } from "./page-context";
import { createRouter } from "./rest/router";

export interface EmulatorOptions {
  /** 0, the standard, takes a free one. */
  port?: number;
  /** An empty domain unless given. */
  domain?: Domain;
  /** Makes the server-rendered pages; without it only REST is served. */
  pages?: (context: PageContext) => Hono;
}

export interface Emulator {
  /** `http://localhost:<port>`: official clients take plain http for this host name only. */
  url: string;
  domain: Domain;
  sessions: Sessions;
  close(): Promise<void>;
}

/** Serves a domain over HTTP/1.1 on localhost. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const domain = options.domain ?? createDomain();
  const sessions = new Sessions(domain);
  const concurrency = new Concurrency();
  const app = new Hono();
  app.route("/", createRouter(domain, sessions, concurrency));
  if (options.pages) app.route("/", options.pages(createPageContext(domain, sessions, concurrency)));

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "localhost", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    domain,
    sessions,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
