import { type ArchivedEntry, type ArchivedTarget, openArchive } from "../../src/archive/reading/open-archive";
import type { Sink } from "../../src/domain/sink";
import type { Source } from "../../src/domain/source";
import type { Target } from "../../src/domain/target";
import type { Connection } from "../../src/kintone/connection/connection";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../src/kintone/connection/run-connection";
import { createRestSource } from "../../src/kintone/reading/rest-source";
import { createRestSink } from "../../src/kintone/writing/rest-sink";
import { type BackedUpKintone, backedUpKintone, runUnopened, target } from "../backup/whole-runs/run-against";

/** A request that somebody sent, as far as tests count them. */
export interface SentRequest {
  method: string;
  path: string;
}

/** A local kintone whose apps are backed up, and then restored. */
export interface RestorableKintone extends Pick<BackedUpKintone, "domain" | "witness"> {
  /** What an archive that is made now has of an app. */
  archive(appId: number, changes?: Partial<Target>): Promise<ArchivedTarget>;
  /** `reading`: for what else is asked. */
  access(userCode?: string): {
    source: Source;
    sink: Sink;
    reading: Connection;
    writing: Connection;
    sent: SentRequest[];
  };
}

export function restorableKintone(now?: () => Date): RestorableKintone {
  const kintone = backedUpKintone(now);
  const { domain, witness } = kintone;
  return {
    ...{ domain, witness },
    archive: (appId, changes) => archiveOf(kintone.url, appId, changes),
    access(username = "admin") {
      const sent: SentRequest[] = [];
      const base = createPasswordConnection({
        ...{ baseUrl: kintone.url, userAgent: "test", username, password: "kintone" },
        fetch: (input, init) => {
          const { pathname } = new URL(String(input));
          const method = new Headers(init?.headers).get("X-HTTP-Method-Override") ?? init?.method ?? "GET";
          sent.push({ method, path: pathname.replace(/^.*\/v1\//, "") });
          return fetch(input, init);
        },
      });
      const { asking, reading, writing } = createRunConnection(base, {
        ...{ requestsAtOnce: 6, signal: new AbortController().signal },
        retry: { retries: 2, minTimeout: 10, maxTimeout: 20 },
      });
      return {
        ...{ sent, reading, writing },
        source: createRestSource(reading, { userCode: username }),
        sink: createRestSink(writing, asking),
      };
    },
  };
}

/** What an archive that is made now has of an app. */
export async function archiveOf(url: string, appId: number, changes?: Partial<Target>): Promise<ArchivedTarget> {
  const { volumes } = await runUnopened(url, [target(appId, changes)]);
  const archive = await openArchive(volumes.map(({ name, file }) => ({ name, source: file })));
  const archived = archive?.target(archive.targets[0]?.folder ?? "");
  if (!archived) throw new Error("There is no archive of the app");
  return archived;
}

/** The content of an entry, in memory. */
export async function blobOf(entry: ArchivedEntry): Promise<Blob> {
  return new Response((await entry.open()) as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
}
