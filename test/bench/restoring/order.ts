import { type FileHandle, open, readdir } from "node:fs/promises";
import path from "node:path";
import { type ArchivedTarget, openArchive } from "../../../src/archive/reading/open-archive";
import type { NamedVolume } from "../../../src/archive/verify/verify-archive";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import { type ComparedForms, compareForms } from "../../../src/restore/compare/compared-forms";
import type { Matching } from "../../../src/restore/compare/matching";
import { ACCOUNT } from "../kintone/account";
import { REQUESTS_AT_ONCE } from "../kintone/run-settings";

/** What a process of the bench is to restore. */
export interface RestoringOrder {
  baseUrl: string;
  /** Of the archive. */
  folder: string;
  /** The archive's. */
  appId: string;
  /** Into which it goes. */
  into: string;
  matching: Matching;
}

/** The archive's app, open, and what it goes into. */
export interface OpenRestoring {
  archived: ArchivedTarget;
  app: { appId: string };
  forms: ComparedForms;
  source: ReturnType<typeof createRestSource>;
  sink: ReturnType<typeof createRestSink>;
  signal: AbortSignal;
  requestsAllowed: () => number;
}

export async function withOpenRestoring<Result>(
  { baseUrl, folder, appId, into, matching }: RestoringOrder,
  work: (restoring: OpenRestoring) => Promise<Result>,
): Promise<Result> {
  const { signal } = new AbortController();
  const connection = createPasswordConnection({ baseUrl, ...ACCOUNT, userAgent: "bench" });
  const { asking, reading, writing, requestsAllowed } = createRunConnection(connection, {
    ...{ requestsAtOnce: REQUESTS_AT_ONCE, signal },
  });
  const source = createRestSource(reading, { userCode: ACCOUNT.username });
  const names = (await readdir(folder)).filter((name) => name.endsWith(".zip"));
  const handles = await Promise.all(names.map((name) => open(path.join(folder, name))));
  try {
    const volumes = await Promise.all(handles.map((handle, at) => volumeOf(names[at] ?? "", handle)));
    const archived = (await openArchive(volumes))?.target(appId);
    if (!archived) throw new Error(`There is no archive of app ${appId} in ${folder}`);
    const app = { appId: into };
    const forms = await compareForms(archived, app, source, matching);
    if ("reason" in forms) throw new Error(forms.reason);
    return await work({ archived, app, forms, source, sink: createRestSink(writing, asking), signal, requestsAllowed });
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

/** Read where it lies: what a process of the bench holds is measured. */
async function volumeOf(name: string, handle: FileHandle): Promise<NamedVolume> {
  const { size } = await handle.stat();
  const bytes = async (start: number, end: number) => {
    const { buffer } = await handle.read(Buffer.alloc(Math.min(end, size) - start), { position: start });
    return new Uint8Array(buffer);
  };
  return { name, source: { size, bytes } };
}
