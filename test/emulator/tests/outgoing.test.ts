import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";
import { ask } from "./asking";

const domain = createDomain();
let emulator: Emulator;
const add = (app: number, ...values: string[]) => ({
  app,
  records: values.map((value) => ({ key: { value } })),
});

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "admin", password: "kintone", language: "en" });
  domain.people.addUser({ code: "sato", name: "sato", password: "kintone", language: "en" });
  const key = { type: "SINGLE_LINE_TEXT", code: "key", label: "key", unique: true };
  const state = (index: string) => ({ index, assignee: { type: "ONE" as const, entities: [] } });
  const states = { Open: { name: "Open", ...state("0") }, Done: { name: "Done", ...state("1") } };
  const actions = [{ name: "Finish", from: "Open", to: "Done", filterCond: "", type: "PRIMARY" }];
  for (const id of [1, 2]) {
    const process = { enable: true, states, actions };
    domain.addApp({ id, name: "app", creator: "admin", properties: { key }, process });
  }
  domain.apps.get(2)?.change({
    generalNotifications: { notifications: [{ recordAdded: true, statusChanged: true }], notifyToCommenter: true },
    perRecordNotifications: [{ filterCond: 'key = "urgent"', title: "", targets: [] }],
  });
  domain.apps.get(2)?.deploy("admin");
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());
beforeEach(() => {
  domain.outgoing.messages.length = 0;
  for (const app of domain.apps.values()) for (const { id } of [...app.records.ascending()]) app.records.delete(id);
  for (const app of domain.apps.values()) app.addRecord({ key: { value: "first" } });
});

/** What one request would have sent. */
async function sentBy(method: string, path: string, body: object) {
  const { status } = await ask(emulator, method, path, body);
  const sent = domain.outgoing.messages.map((message) => (message.kind === "webhook" ? message.type : message.about));
  return { status, sent };
}
const lastId = (app: number) => domain.apps.get(app)?.records.lastId;

describe("webhooks hear", () => {
  const id = () => lastId(1);
  it.each<[string, string, string, () => object]>([
    ["ADD_RECORD", "POST", "record.json", () => ({ app: 1, record: {} })],
    ["UPDATE_RECORD", "PUT", "record.json", () => ({ app: 1, id: id(), record: {} })],
    ["ADD_RECORD", "PUT", "record.json", () => ({ app: 1, upsert: true, updateKey: { field: "key", value: "n" } })],
    ["UPDATE_STATUS", "PUT", "record/status.json", () => ({ app: 1, id: id(), action: "Finish" })],
  ])("%s of %s %s", async (type, method, path, body) => {
    expect(await sentBy(method, path, body())).toEqual({ status: 200, sent: [type] });
  });

  it("of comments", async () => {
    const comment = { app: 1, record: id(), comment: { text: "x" } };
    const { sent } = await sentBy("POST", "record/comment.json", comment);
    expect(sent).toEqual(["ADD_RECORD_COMMENT", "commentAdded"]);
  });

  it.each<[string, string, () => object]>([
    ["POST", "records.json", () => add(1, "a", "b")],
    ["PUT", "records.json", () => ({ app: 1, records: [{ id: id(), record: {} }] })],
    ["PUT", "records/status.json", () => ({ app: 1, records: [{ id: id(), action: "Finish" }] })],
    ["DELETE", "records.json", () => ({ app: 1, ids: [id()] })],
  ])("nothing of %s %s", async (method, path, body) => {
    expect(await sentBy(method, path, body())).toEqual({ status: 200, sent: [] });
  });
});

describe("people are notified", () => {
  it("as the app's settings say, also when several records are written", async () => {
    expect(await sentBy("POST", "records.json", add(2, "urgent", "calm"))).toEqual({
      status: 200,
      sent: ["recordAdded", "condition", "recordAdded"],
    });
  });

  it("when they get a record to work on", async () => {
    const assignment = { app: 1, id: lastId(1), assignees: ["sato"] };
    expect(await sentBy("PUT", "record/assignees.json", assignment)).toEqual({ status: 200, sent: ["assigned"] });
  });

  it("of nothing that failed", async () => {
    const refused = { status: 400, sent: [] };
    expect(await sentBy("POST", "records.json", add(2, "urgent", "first"))).toEqual(refused);
    const requests = [add(2, "a"), add(2, "first")].map((payload) => ({
      ...{ method: "POST", api: "/k/v1/records.json" },
      payload,
    }));
    expect(await sentBy("POST", "bulkRequest.json", { requests })).toEqual(refused);
  });
});

it("the messages can be read from another process", async () => {
  await sentBy("POST", "record.json", { app: 1, record: {} });
  const answer = await fetch(`${emulator.url}/emulator/outgoing`);
  expect(await answer.json()).toEqual([{ app: 1, record: lastId(1), kind: "webhook", type: "ADD_RECORD" }]);
});
