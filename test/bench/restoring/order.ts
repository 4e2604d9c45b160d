import { type ArchivedTarget, openArchive } from "../../../src/archive/reading/open-archive";
import { withOpenZips } from "../../../src/entries/command/open-zips";
import { zipFilesIn } from "../../../src/entries/command/zip-files";
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
  return withOpenZips(await zipFilesIn([folder]), async (volumes) => {
    const archived = (await openArchive(volumes))?.target(appId);
    if (!archived) throw new Error(`There is no archive of app ${appId} in ${folder}`);
    const app = { appId: into };
    const forms = await compareForms(archived, app, source, matching);
    if ("reason" in forms) throw new Error(forms.reason);
    return work({ archived, app, forms, source, sink: createRestSink(writing, asking), signal, requestsAllowed });
  });
}
