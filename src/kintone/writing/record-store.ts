import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { AppRef } from "../../domain/target";
import type { Connection } from "../connection/connection";

/** The records of one app over REST (OpenAPI 20250423: records, record, file). */
export function createRecordStore(connection: Connection, { appId, guestSpaceId }: AppRef): RecordStore {
  return {
    async find(query) {
      const { records } = await connection.json<{ records: AppRecord[] }>({
        method: "GET",
        path: "records",
        guestSpaceId,
        query: { app: appId, query },
      });
      return records;
    },

    async add(record) {
      const { id } = await connection.json<{ id: string }>({
        method: "POST",
        path: "record",
        guestSpaceId,
        body: { app: appId, record },
        repeatable: true,
      });
      return id;
    },

    async addAll(records) {
      await connection.json({
        method: "POST",
        path: "records",
        guestSpaceId,
        body: { app: appId, records },
        repeatable: true,
      });
    },

    async update(changes) {
      await connection.json({
        method: "PUT",
        path: "records",
        guestSpaceId,
        body: { app: appId, records: changes },
        repeatable: true,
      });
    },

    upload: ({ name, data }) => connection.upload({ name, data, guestSpaceId }),
  };
}
