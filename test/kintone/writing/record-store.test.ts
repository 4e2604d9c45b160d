import { expect, it } from "vitest";
import type { ApiRequest, Connection, Upload } from "../../../src/kintone/connection/connection";
import { createRecordStore } from "../../../src/kintone/writing/record-store";

const sent: Array<ApiRequest | Upload> = [];
const answers: Record<string, unknown> = {
  GET: { records: [{ $id: { type: "__ID__", value: "7" } }] },
  POST: { id: "8" },
};
const connection: Connection = {
  async json<Answer>(request: ApiRequest) {
    sent.push(request);
    return (answers[request.method] ?? {}) as Answer;
  },
  stream: () => Promise.reject(new Error("not needed")),
  async upload(file) {
    sent.push(file);
    return "key";
  },
};

it("speaks to its app, in its guest space, with kintone's parameters", async () => {
  const store = createRecordStore(connection, { appId: "5", guestSpaceId: "3" });
  const record = { run_id: { value: "r" } };
  const data = new Blob(["log"]);

  expect(await store.find("limit 1")).toEqual([{ $id: { type: "__ID__", value: "7" } }]);
  expect(await store.add(record)).toBe("8");
  await store.update([{ id: "8", revision: "2", record }]);
  expect(await store.upload({ name: "r.log.txt", data })).toBe("key");

  const guestSpaceId = "3";
  expect(sent).toEqual([
    { method: "GET", path: "records", guestSpaceId, query: { app: "5", query: "limit 1" } },
    { method: "POST", path: "record", guestSpaceId, body: { app: "5", record }, repeatable: true },
    {
      method: "PUT",
      path: "records",
      guestSpaceId,
      body: { app: "5", records: [{ id: "8", revision: "2", record }] },
      repeatable: true,
    },
    { name: "r.log.txt", data, guestSpaceId },
  ]);
});
