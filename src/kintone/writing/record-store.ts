import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { AppRef } from "../../domain/target";
import { aboutApp } from "../connection/about-app";
import type { ApiRequest, Connection } from "../connection/connection";

/** The records of one app over REST (OpenAPI 20250423: records, record, file). Rejections carry the app. */
export function createRecordStore(connection: Connection, app: AppRef): RecordStore {
  const { appId, guestSpaceId } = app;
  const ask = <Answer>(request: ApiRequest) =>
    aboutApp(app, {}, () => connection.json<Answer>({ ...request, guestSpaceId }));
  return {
    async find(query) {
      const { records } = await ask<{ records: AppRecord[] }>({
        method: "GET",
        path: "records",
        query: { app: appId, query },
      });
      return records;
    },

    async add(record) {
      const { id } = await ask<{ id: string }>({
        method: "POST",
        path: "record",
        body: { app: appId, record },
        repeatable: true,
      });
      return id;
    },

    async addAll(records) {
      await ask({ method: "POST", path: "records", body: { app: appId, records }, repeatable: true });
    },

    async update(changes) {
      await ask({ method: "PUT", path: "records", body: { app: appId, records: changes }, repeatable: true });
    },

    download: (fileKey) =>
      aboutApp(app, {}, async () => {
        const stream = await connection.stream({
          ...{ method: "GET", path: "file", app: appId },
          ...{ guestSpaceId, query: { fileKey } },
        });
        return new Response(stream).text();
      }),

    upload: ({ name, data }) => aboutApp(app, {}, () => connection.upload({ name, data, guestSpaceId })),
  };
}
