import type { KintoneRecord } from "../archive/kintone-app";
import { BackupError } from "../engine/errors";
import type { SettingAnswers, SettingName, Source } from "../engine/source";
import type { AppRef } from "../engine/target";
import type { ApiRequest, Connection } from "./connection";
import { settingRequest } from "./settings-endpoints";

/** The most that one answer holds (cybozu.dev get-records). */
const RECORDS_PER_PAGE = 500;

/**
 * A kintone domain over REST. The connection says who reads, how hard it tries and how fast. Rejections carry the app,
 * and the record where there is one.
 */
export function createRestSource(connection: Connection): Source {
  async function ask<Answer>(app: AppRef, request: Omit<ApiRequest, "method" | "guestSpaceId">): Promise<Answer> {
    return connection.json<Answer>({ ...request, method: "GET", guestSpaceId: app.guestSpaceId }).catch(withFacts(app));
  }

  return {
    async readSetting<Name extends SettingName>(app: AppRef, name: Name) {
      return connection.json<SettingAnswers[Name]>(settingRequest(app, name)).catch(withFacts(app));
    },

    // By `$id`, not by offset, which ends at 10,000, and not by cursor, of which a whole domain has ten. A record that is
    // added meanwhile gets a larger id and is still met (cybozu.dev, article on reading many records).
    async readRecords(app, { query, afterId }) {
      const condition = allOf(query, `$id > ${afterId}`);
      const { records } = await ask<{ records?: KintoneRecord[] }>(app, {
        path: "records",
        query: { app: app.appId, query: `${condition} order by $id asc limit ${RECORDS_PER_PAGE}` },
      });
      if (!Array.isArray(records)) throw unexpectedAnswer(app, "no records");
      // A query such as `a = "1") or (b = "2"` turns our condition around; without this check it would be read for ever.
      if (records.some((record) => !isAbove(idOf(record), afterId))) {
        throw unexpectedAnswer(app, "records that were not asked for");
      }
      return records;
    },

    // `limit 1`: only the count is wanted, and 0 is not documented.
    async countRecords(app, { query, upToId }) {
      const condition = allOf(query, ...(upToId === undefined ? [] : [`$id <= ${upToId}`]));
      const { totalCount } = await ask<{ totalCount?: string | null }>(app, {
        path: "records",
        query: { app: app.appId, query: `${condition} limit 1`.trim(), fields: ["$id"], totalCount: true },
      });
      if (typeof totalCount !== "string" || !/^\d+$/.test(totalCount)) throw unexpectedAnswer(app, "no count");
      return Number(totalCount);
    },

    async readRecord(app, recordId) {
      const { record } = await ask<{ record: KintoneRecord }>(app, {
        path: "record",
        query: { app: app.appId, id: recordId },
      }).catch(withFacts({ record: recordId }));
      return record;
    },

    async openFile(app, fileKey) {
      return connection
        .stream({ method: "GET", path: "file", guestSpaceId: app.guestSpaceId, query: { fileKey } })
        .catch(withFacts(app));
    },
  };
}

/** A target's query may be empty, and may hold an `or`. */
function allOf(query: string, ...conditions: string[]): string {
  return [...(query.trim() === "" ? [] : [`(${query})`]), ...conditions].join(" and ");
}

function idOf(record: KintoneRecord): unknown {
  return record.$id?.value;
}

function isAbove(id: unknown, afterId: string): boolean {
  return typeof id === "string" && /^\d+$/.test(id) && BigInt(id) > BigInt(afterId);
}

function unexpectedAnswer(app: AppRef, what: string): BackupError {
  return new BackupError("BAD_RESPONSE", `kintone answered with ${what}`, { facts: factsOf(app) });
}

function factsOf({ appId, guestSpaceId }: AppRef) {
  return { app: appId, ...(guestSpaceId !== undefined && { guestSpaceId }) };
}

function withFacts(about: AppRef | { record: string }) {
  const facts = "appId" in about ? factsOf(about) : about;
  return (error: unknown): never => {
    throw error instanceof BackupError ? error.with(facts) : error;
  };
}
