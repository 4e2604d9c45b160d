import { Hono } from "hono";
import { Sessions } from "./access/sessions";
import { createPageContext } from "./create-page-context";
import { createDomain } from "./domain/domain";
import type { Domain } from "./domain/domain";
import { createControl } from "./faults/control";
import { Concurrency } from "./limits/concurrency";
import type { PageContext } from "./page-context";
import { createRouter } from "./rest/router";
import { createUserApi } from "./rest/user-api";
import { witnessFromEnvironment } from "./rest/witness";
import type { DataFolder } from "./storage/folder";
import { makeCertificate } from "./transport/certificate";
import { listen, listenSecurely } from "./transport/listen";
import type { Listener } from "./transport/listen";

interface EmulatorOptions {
  /** 0, the standard, takes a free one. */
  port?: number;
  /** Port for HTTPS with HTTP/2 (0: a free one); without it there is none. */
  securePort?: number;
  /** An empty domain unless given. */
  domain?: Domain;
  /** Makes the server-rendered pages; without it only REST is served. */
  pages?: (context: PageContext) => Hono;
  /** Keeps the domain; told of every request that may have changed it. */
  data?: DataFolder;
}

export interface Emulator {
  /** `http://localhost:<port>`: official clients take plain http for this host name only. */
  url: string;
  secure: { url: string; certificate: string } | undefined;
  domain: Domain;
  sessions: Sessions;
  close(): Promise<void>;
}

/** Serves a domain on localhost. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const domain = options.domain ?? createDomain();
  const sessions = new Sessions(domain);
  const concurrency = new Concurrency();
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    if (context.req.method !== "GET") options.data?.changed();
  });
  app.route("/", createRouter(domain, sessions, concurrency, witnessFromEnvironment()));
  app.route("/", createUserApi(domain, sessions));
  app.route("/", createControl(domain, sessions));
  if (options.pages) app.route("/", options.pages(createPageContext(domain, sessions, concurrency)));

  const plain = await listen(app.fetch, options.port ?? 0);
  const secure = options.securePort === undefined ? undefined : await startSecurely(app, options.securePort);
  return {
    url: `http://localhost:${plain.port}`,
    secure: secure && { url: `https://localhost:${secure.port}`, certificate: secure.certificate },
    domain,
    sessions,
    async close() {
      await Promise.all([plain.close(), secure?.close()]);
      await options.data?.save();
    },
  };
}

async function startSecurely(app: Hono, port: number): Promise<Listener & { certificate: string }> {
  const certificate = await makeCertificate(new Date());
  return { ...(await listenSecurely(app.fetch, port, certificate)), certificate: certificate.cert };
}
