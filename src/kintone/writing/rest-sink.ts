import { BackupError } from "../../domain/errors";
import type { RecordVersion } from "../../domain/record-copies";
import { ASSIGNED_PER_BATCH, RECORDS_PER_BATCH, type Assignment, type Sink, type Written } from "../../domain/sink";
import type { AppRef } from "../../domain/target";
import { aboutApp } from "../connection/about-app";
import type { ApiRequest, Connection } from "../connection/connection";
import { unexpectedAnswer } from "../connection/errors";
import { becauseOf, type Change } from "./batch-refusal";

/** What is to be in kintone's answer. */
type Answer = { ids?: unknown; revisions?: unknown; records?: unknown; results?: unknown };
/** What is perhaps one. */
type Version = { id?: unknown; revision?: unknown } | null | undefined;

/**
 * A kintone domain that is written to over REST (OpenAPI 20250423: records, file). The connection says who writes and how hard it tries; of
 * a run it is the `writing` one, which breaks off no write that is under way.
 *
 * @param uploading for files, which are many at the same time: of a run a polite one, whose pace they are told by
 */
export function createRestSink(connection: Connection, uploading = connection): Sink {
  /** @param versions of the answer's records, in the order of the request */
  async function write(
    app: AppRef,
    { change, count, most = RECORDS_PER_BATCH }: { change: Change; count: number; most?: number },
    request: Pick<ApiRequest, "method" | "query" | "body"> & { path?: string; app?: string },
    versions: (answer: Answer) => readonly Version[],
  ): Promise<Written> {
    if (count < 1 || count > most) throw new RangeError(`A batch of ${count} records`);
    const { guestSpaceId } = app;
    try {
      return await aboutApp(app, {}, async () => {
        const answer = await connection.json<Answer | null>({ path: "records", ...request, guestSpaceId });
        return { outcome: "done", versions: whole(versions(answer ?? {}), count) };
      });
    } catch (thrown) {
      if (!(thrown instanceof BackupError)) throw thrown;
      return becauseOf(thrown, change, count);
    }
  }

  return {
    // The ids come in the order of the records (cybozu.dev add-records).
    add: (app, records) =>
      write(
        app,
        { change: "add", count: records.length },
        { method: "POST", body: { app: app.appId, records } },
        ({ ids, revisions }) => listOf(ids).map((id, index) => ({ id, revision: listOf(revisions)[index] })),
      ),

    update: (app, changes) =>
      write(
        app,
        { change: "update", count: changes.length },
        { method: "PUT", body: { app: app.appId, records: changes } },
        ({ records }) => changes.map(({ id }) => listOf(records).find((record) => record?.id === id)),
      ),

    // kintone answers with nothing.
    remove: (app, records) =>
      write(
        app,
        { change: "remove", count: records.length },
        {
          method: "DELETE",
          query: {
            app: app.appId,
            ids: records.map(({ id }) => id),
            revisions: records.map(({ revision }) => revision),
          },
        },
        () => records,
      ),

    proceed: (app, moves) =>
      write(
        app,
        { change: "update", count: moves.length },
        { method: "PUT", path: "records/status", body: { app: app.appId, records: moves } },
        ({ records }) => moves.map(({ id }) => listOf(records).find((record) => record?.id === id)),
      ),

    // In a bulk, kintone answers each request in its place (cybozu.dev bulk-request).
    assign: (app, assignments) =>
      write(
        app,
        { change: "update", count: assignments.length, most: ASSIGNED_PER_BATCH },
        {
          ...{ method: "POST", path: "bulkRequest", app: app.appId },
          body: { requests: assignments.map((payload) => assigning(app, payload)) },
        },
        ({ results }) => assignments.map(({ id }, at) => ({ id, revision: listOf(results)[at]?.revision })),
      ),

    async comment(app, recordId, text) {
      const { appId, guestSpaceId } = app;
      const body = { app: appId, record: recordId, comment: { text } };
      try {
        await aboutApp(app, { record: recordId }, () =>
          connection.json({ method: "POST", path: "record/comment", guestSpaceId, body }),
        );
        return { outcome: "done" };
      } catch (thrown) {
        if (!(thrown instanceof BackupError)) throw thrown;
        const written = becauseOf(thrown, "update", 1);
        return { outcome: written.outcome === "unknown" ? "unknown" : "refused", error: thrown };
      }
    },

    upload: (app, { name, data }) =>
      aboutApp(app, { file: name }, async () => {
        const key: unknown = await uploading.upload({ name, data, guestSpaceId: app.guestSpaceId });
        if (typeof key !== "string" || key === "") throw unexpectedAnswer("no key for a file");
        return key;
      }),
  };
}

/** The address as kintone wants it in a bulk: without what comes before `/k/`. */
function assigning({ appId, guestSpaceId }: AppRef, assignment: Assignment) {
  const space = guestSpaceId === undefined ? "" : `/guest/${guestSpaceId}`;
  return { method: "PUT", api: `/k${space}/v1/record/assignees.json`, payload: { app: appId, ...assignment } };
}

/** @throws BAD_RESPONSE, when they are not of so many records */
function whole(versions: readonly Version[], count: number): RecordVersion[] {
  const found = versions.flatMap((version) => (isVersion(version) ? [version] : []));
  if (found.length === count && new Set(found.map(({ id }) => id)).size === count)
    return found.map(({ id, revision }) => ({ id, revision }));
  throw unexpectedAnswer("other records than were to be written, or none");
}

function isVersion(version: Version): version is RecordVersion {
  return [version?.id, version?.revision].every((number) => typeof number === "string" && /^\d+$/.test(number));
}

function listOf(value: unknown): Version[] {
  return Array.isArray(value) ? value : [];
}
