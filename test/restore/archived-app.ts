import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll } from "vitest";
import { type ArchivedTarget, openArchive } from "../../src/archive/reading/open-archive";
import type { Target } from "../../src/domain/target";
import type { Sink } from "../../src/domain/sink";
import type { Source } from "../../src/domain/source";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../src/kintone/connection/run-connection";
import { createRestSource } from "../../src/kintone/reading/rest-source";
import { createRestSink } from "../../src/kintone/writing/rest-sink";
import { runUnopened, target } from "../backup/whole-runs/run-against";
import { createDomain, type Domain } from "../emulator/domain/domain";
import { type Emulator, startEmulator } from "../emulator/server";

const PASSWORD = "kintone";

/** A request that somebody sent, as far as tests count them. */
export interface SentRequest {
  method: string;
  path: string;
}

/** A local kintone whose apps are backed up, and then restored. Its people are "admin", and "sato", who manages no app. */
export interface RestorableKintone {
  domain: Domain;
  /** The official client, as "admin". */
  witness(): KintoneRestAPIClient;
  /** What an archive that is made now has of an app. */
  archive(appId: number, changes?: Partial<Target>): Promise<ArchivedTarget>;
  access(userCode?: string): { source: Source; sink: Sink; sent: SentRequest[] };
}

export function restorableKintone(now?: () => Date): RestorableKintone {
  const domain = createDomain({ ...(now && { now }) });
  domain.people.addUser({ code: "admin", name: "管理者", password: PASSWORD, systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: PASSWORD });
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ domain });
  });
  afterAll(() => emulator.close());
  return {
    domain,
    witness: () => new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "admin", password: PASSWORD } }),
    async archive(appId, changes) {
      const { volumes } = await runUnopened(emulator.url, [target(appId, changes)]);
      const archive = await openArchive(volumes.map(({ name, file }) => ({ name, source: file })));
      const archived = archive?.target(String(appId));
      if (!archived) throw new Error("There is no archive of the app");
      return archived;
    },
    access(username = "admin") {
      const sent: SentRequest[] = [];
      const base = createPasswordConnection({
        ...{ baseUrl: emulator.url, userAgent: "test", username, password: PASSWORD },
        fetch: (input, init) => {
          const { pathname } = new URL(String(input));
          const method = new Headers(init?.headers).get("X-HTTP-Method-Override") ?? init?.method ?? "GET";
          sent.push({ method, path: pathname.replace(/^.*\/v1\//, "") });
          return fetch(input, init);
        },
      });
      const { reading, writing } = createRunConnection(base, {
        ...{ requestsAtOnce: 6, signal: new AbortController().signal },
        retry: { retries: 2, minTimeout: 10, maxTimeout: 20 },
      });
      return { sent, source: createRestSource(reading, { userCode: username }), sink: createRestSink(writing) };
    },
  };
}
