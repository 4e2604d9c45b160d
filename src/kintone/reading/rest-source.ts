import type { KintoneComment, KintoneRecord } from "../../archive/records/kintone-app";
import { toBackupError } from "../../domain/errors";
import type { CopiedRecords, CopyOrder } from "../../domain/record-copies";
import type { Reader, RecordsRange, Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { aboutApp } from "../connection/about-app";
import type { ApiRequest, ApiValue, Connection } from "../connection/connection";
import { unexpectedAnswer } from "../connection/errors";
import { SETTING_OFFERS, settingRequest } from "../settings/settings-endpoints";
import { type AskedIds, type CopyAnswer, createCopyHere, notAskedFor } from "./record-answer";
import { allOf, among, ascend, idsBetween, pageOf, RECORDS_PER_PAGE } from "./record-conditions";
import { CERTAIN_READER } from "./session-reader";
import { createViewer } from "./viewer";

/** The most that one answer holds (OpenAPI 20250423, `limit` of record/comments). */
const COMMENTS_PER_PAGE = 10;

/** Whether an answer is whole JSON is found out when it is copied, behind all patience of the connection. */
const LOOKS_AT_AN_ANSWER = 3;

/** What tells which record it is, and which of its versions. */
const VERSION = ["$id", "$revision"];

interface RestSourceOptions {
  copyAnswer?: CopyAnswer;
  reader?: Reader;
  /** Login name of who reads; absent for API tokens. */
  userCode?: string | undefined;
}

/**
 * A kintone domain over REST. The connection says who reads, how hard it tries and how fast. Rejections carry the app,
 * and the record or the settings endpoint where there is one.
 */
export function createRestSource(
  connection: Connection,
  { copyAnswer = createCopyHere(), reader = CERTAIN_READER, userCode }: RestSourceOptions = {},
): Source {
  async function ask<Answer>(app: AppRef, path: string, query: Readonly<Record<string, ApiValue>>): Promise<Answer> {
    return connection.json<Answer>({ method: "GET", path, guestSpaceId: app.guestSpaceId, query });
  }

  async function askForRecords(
    app: AppRef,
    query: string,
    { divisible, fields }: { divisible: boolean; fields?: readonly string[] },
  ): Promise<KintoneRecord[]> {
    const answer = await connection.json<{ records?: KintoneRecord[] }>({
      ...{ method: "GET", path: "records", guestSpaceId: app.guestSpaceId },
      ...{ query: { app: app.appId, query, fields }, divisible },
    });
    if (!Array.isArray(answer.records)) throw unexpectedAnswer("no records");
    return answer.records;
  }

  async function copies(
    app: AppRef,
    query: string,
    { divisible, ...asked }: AskedIds & { divisible: boolean },
    order: CopyOrder,
  ): Promise<CopiedRecords> {
    const request: ApiRequest = {
      ...{ method: "GET", path: "records", guestSpaceId: app.guestSpaceId },
      ...{ query: { app: app.appId, query }, unparsed: true, divisible },
    };
    for (let triesLeft = LOOKS_AT_AN_ANSWER - 1; ; triesLeft -= 1) {
      const answer = await connection.json<Uint8Array<ArrayBuffer>>(request);
      try {
        return await copyAnswer(answer, asked, order);
      } catch (thrown) {
        if (!toBackupError(thrown).retryable || triesLeft === 0) throw thrown;
      }
    }
  }

  const range = ({ query, afterId, upToId, limit }: RecordsRange) =>
    pageOf(allOf(query, ...idsBetween(afterId, upToId)), "asc", limit);

  return {
    settings: SETTING_OFFERS,
    reader,
    viewer: createViewer(connection, userCode),
    recordsPerPage: RECORDS_PER_PAGE,

    readSetting: (app, name, request) =>
      aboutApp(app, { settings: [name] }, () => connection.json<unknown>(settingRequest(app, name, request))),

    // By `$id`, not by offset, which ends at 10,000, and not by cursor, of which a whole domain has ten. A record that is
    // added meanwhile gets a larger id and is still met (cybozu.dev, article on reading many records).
    readRecords: (app, asked, fields) =>
      aboutApp(app, {}, async () => {
        const records = await askForRecords(app, range(asked), {
          divisible: isDivisible(asked),
          ...(fields && { fields: [...VERSION, ...fields] }),
        });
        if (!ascend(records.map(idOf), asked.afterId, asked.upToId)) throw notAskedFor();
        return records;
      }),

    readRecordsById: (app, { query, ids }) =>
      aboutApp(app, {}, async () => {
        const records = await askForRecords(app, pageOf(among(query, ids), "asc"), { divisible: ids.length > 1 });
        const found = records.map(idOf);
        if (!ascend(found) || !found.every((id) => ids.includes(id))) throw notAskedFor();
        return records;
      }),

    copyRecords: (app, asked, order) =>
      aboutApp(app, {}, () => copies(app, range(asked), { ...asked, divisible: isDivisible(asked) }, order)),

    copyRecordsById: (app, { query, ids }, order) =>
      aboutApp(app, {}, async () => {
        const page = pageOf(among(query, ids), "asc");
        const copied = await copies(app, page, { afterId: "0", divisible: ids.length > 1 }, order);
        const found = copied.copies.flatMap(({ versions }) => versions);
        if (!found.every(({ id }) => ids.includes(id))) throw notAskedFor();
        return copied;
      }),

    readNewestRecords: (app, query, limit) =>
      aboutApp(app, {}, async () => {
        const records = await askForRecords(app, pageOf(allOf(query), "desc", limit), {
          divisible: isDivisible({ limit }),
        });
        if (!ascend(records.map(idOf).reverse())) throw notAskedFor();
        return records;
      }),

    readVersions: (app, asked) =>
      aboutApp(app, {}, async () => {
        const records = await askForRecords(app, range(asked), {
          ...{ divisible: isDivisible(asked), fields: VERSION },
        });
        const ids = records.map(idOf);
        if (!ascend(ids, asked.afterId, asked.upToId)) throw notAskedFor();
        return ids.map((id, index) => ({ id, revision: revisionOf(records[index]) }));
      }),

    // `limit 1`: only the count is wanted, and 0 is not documented.
    countRecords: (app, { query, upToId }) =>
      aboutApp(app, {}, async () => {
        const condition = allOf(query, ...(upToId === undefined ? [] : [`$id <= ${upToId}`]));
        const { totalCount } = await ask<{ totalCount?: string | null }>(app, "records", {
          app: app.appId,
          query: `${condition} limit 1`.trim(),
          fields: ["$id"],
          totalCount: true,
        });
        if (typeof totalCount !== "string" || !/^\d+$/.test(totalCount)) throw unexpectedAnswer("no count");
        return Number(totalCount);
      }),

    readRecord: (app, recordId) =>
      aboutApp(app, { record: recordId }, async () => {
        const { record } = await ask<{ record?: KintoneRecord }>(app, "record", { app: app.appId, id: recordId });
        if (record === undefined || idOf(record) !== recordId) throw unexpectedAnswer("another record or none");
        return record;
      }),

    readComments: (app, recordId, offset) =>
      aboutApp(app, { record: recordId }, async () => {
        const { comments, newer } = await ask<{ comments?: KintoneComment[]; newer?: boolean }>(
          app,
          "record/comments",
          { app: app.appId, record: recordId, order: "asc", offset, limit: COMMENTS_PER_PAGE },
        );
        if (!Array.isArray(comments) || typeof newer !== "boolean") throw unexpectedAnswer("no comments");
        if (!ascend(comments.map(({ id }) => id))) throw unexpectedAnswer("comments that are not in order");
        // The next request would be this one again, for ever.
        if (newer && comments.length === 0) throw unexpectedAnswer("none of the comments that it says there are");
        return { comments, more: newer };
      }),

    openFile: (app, fileKey) =>
      aboutApp(app, {}, async () =>
        connection.stream({
          ...{ method: "GET", path: "file", app: app.appId },
          ...{ guestSpaceId: app.guestSpaceId, query: { fileKey } },
        }),
      ),
  };
}

/** Whoever gives a limit can ask for less. */
function isDivisible({ limit }: { limit?: number | undefined }): boolean {
  return limit !== undefined;
}

/** Of what may be something else than a record. */
function idOf(record: KintoneRecord | null | undefined): unknown {
  return record?.$id?.value;
}

function revisionOf(record: KintoneRecord | undefined): string {
  const revision = record?.$revision?.value;
  if (typeof revision !== "string" || !/^\d+$/.test(revision)) throw unexpectedAnswer("a record without a revision");
  return revision;
}
