import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";
import { ask } from "./asking";

const domain = createDomain();
let emulator: Emulator;

beforeAll(async () => {
  for (const code of ["admin", "sato"])
    domain.people.addUser({ code, name: code, password: "kintone", language: "en" });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

/** An app whose process begins with nobody, or with the creator of a record. */
async function appWithProcess(first: "nobody" | "creator"): Promise<number> {
  const { body } = await ask(emulator, "POST", "preview/app.json", { name: "t" });
  const app = Number(body.app);
  const entities = first === "creator" ? [{ entity: { type: "FIELD_ENTITY", code: "Created_by" } }] : [];
  const state = (index: string, of: object[]) => ({ index, assignee: { type: "ONE", entities: of } });
  const states = { Drafting: state("0", entities), Done: state("1", []) };
  const actions = [{ name: "Finish", from: "Drafting", to: "Done" }];
  const given = await ask(emulator, "PUT", "preview/app/status.json", { app, enable: true, states, actions });
  expect(given.status).toBe(200);
  domain.apps.get(app)?.deploy("admin");
  return app;
}

async function add(app: number, record: object, user?: string) {
  const { body } = await ask(emulator, "POST", "record.json", { app, record }, user);
  return (await ask(emulator, "GET", `record.json?app=${app}&id=${body.id}`)).body.record;
}

describe("a new record is assigned", () => {
  it("to its creator, where the first state says so", async () => {
    const app = await appWithProcess("creator");
    expect(await add(app, {}, "sato")).toMatchObject({
      $revision: { value: "1" },
      Status: { value: "Drafting" },
      Assignee: { type: "STATUS_ASSIGNEE", value: [{ code: "sato", name: "sato" }] },
    });
    expect(await add(app, { Created_by: { value: { code: "sato" } } })).toMatchObject({
      Assignee: { value: [{ code: "sato" }] },
    });
  });

  it("to nobody otherwise", async () => {
    expect(await add(await appWithProcess("nobody"), {})).toMatchObject({ Assignee: { value: [] } });
  });
});

describe("process management makes a view of what is assigned to oneself", () => {
  const views = async (app: number) => (await ask(emulator, "GET", `app/views.json?app=${app}`)).body.views;

  it("which is there as long as the process is", async () => {
    const app = await appWithProcess("nobody");
    expect(await views(app)).toMatchObject({
      "(Assigned to me)": {
        type: "LIST",
        name: "(Assigned to me)",
        filterCond: "Assignee in (LOGINUSER())",
        sort: "Record_number desc",
        index: "0",
        builtinType: "ASSIGNEE",
      },
    });
    await ask(emulator, "PUT", "preview/app/status.json", { app, enable: false });
    domain.apps.get(app)?.deploy("admin");
    expect(await views(app)).toEqual({});
  });

  it("which can be moved and not be deleted", async () => {
    const app = await appWithProcess("nobody");
    const before = (await views(app))["(Assigned to me)"];
    const all = { type: "LIST", index: "0", fields: ["Record_number"] };
    const without = await ask(emulator, "PUT", "preview/app/views.json", { app, views: { All: all } });
    expect(without).toMatchObject({ status: 400, body: { code: "GAIA_IL44" } });
    const moved = { All: all, "(Assigned to me)": { type: "LIST", index: "1" } };
    expect(await ask(emulator, "PUT", "preview/app/views.json", { app, views: moved })).toMatchObject({ status: 200 });
    domain.apps.get(app)?.deploy("admin");
    expect(Object.keys(await views(app))).toEqual(["All", "(Assigned to me)"]);
    expect((await views(app))["(Assigned to me)"]).toEqual({ ...before, index: "1" });
  });
});

it("who manages the app assigns a record in any state, and nobody else does", async () => {
  const app = await appWithProcess("nobody");
  const { body } = await ask(emulator, "POST", "record.json", { app, record: {} });
  const assign = (user: string, assignees: string[]) =>
    ask(emulator, "PUT", "record/assignees.json", { app, id: body.id, assignees }, user);
  const assigned = () => domain.apps.get(app)?.records.get(Number(body.id));
  expect(await assign("sato", ["sato"])).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
  expect(await assign("admin", ["sato"])).toMatchObject({ status: 200, body: { revision: "2" } });
  expect(assigned()).toMatchObject({ assignees: ["sato"], status: "Drafting" });
  expect(await assign("admin", [])).toMatchObject({ status: 200 });
  expect(assigned()?.assignees).toEqual([]);
});
