import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";
import { ask } from "./asking";

const domain = createDomain();
let emulator: Emulator;
/** A new app, in the test environment only. */
let app: number;

beforeAll(async () => {
  const english = { password: "kintone", language: "en" };
  domain.people.addUser({ code: "admin", name: "Administrator", systemAdministrator: true, ...english });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());
beforeEach(async () => {
  app = Number((await ask(emulator, "POST", "preview/app.json", { name: "t" })).body.app);
});

async function put(path: string, body: object) {
  const answer = await ask(emulator, "PUT", `preview/app/${path}.json`, { app, ...body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}
const read = async (path: string) => (await ask(emulator, "GET", `preview/app/${path}.json?app=${app}`)).body;
const addFields = (...codes: string[]) =>
  ask(emulator, "POST", "preview/app/form/fields.json", {
    app,
    properties: Object.fromEntries(codes.map((code) => [code, { type: "SINGLE_LINE_TEXT", code, label: code }])),
  });

it("ids of views, graphs and actions are of one sequence", async () => {
  const view = { type: "LIST", fields: [] };
  const report = { chartType: "BAR", chartMode: "NORMAL", groups: [], aggregations: [], index: 0 };
  const first = await put("views", { views: { a: { ...view, index: 0 } } });
  const graphs = await put("reports", { reports: { a: report, b: { ...report, index: 1 } } });
  const second = await put("views", { views: { a: { ...view, index: 0 }, b: { ...view, index: 1 } } });
  const actions = await put("actions", { actions: { a: { index: 0, destApp: { app } } } });
  const ids = [first.views.a, graphs.reports.a, graphs.reports.b, second.views.b, actions.actions.a].map(({ id }) =>
    Number(id),
  );
  expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  expect(new Set(ids).size).toBe(ids.length);
  expect(second.views.a).toEqual(first.views.a);
});

it("the title that is chosen automatically is the topmost text, and the record number without one", async () => {
  const title = async () => (await read("settings")).titleField;
  expect(await title()).toEqual({ selectionMode: "AUTO", code: "Record_number" });
  await addFields("Text", "Other");
  expect(await title()).toEqual({ selectionMode: "AUTO", code: "Text" });
  const row = (code: string) => ({ type: "ROW", fields: [{ type: "SINGLE_LINE_TEXT", code }] });
  await put("form/layout", { layout: [row("Other"), row("Text")] });
  expect(await title()).toEqual({ selectionMode: "AUTO", code: "Other" });
  await put("settings", { titleField: { selectionMode: "MANUAL", code: "Text" } });
  expect(await title()).toEqual({ selectionMode: "MANUAL", code: "Text" });
});

it("labels, lines and spaces have an element id", async () => {
  const fields = [
    { type: "LABEL", label: "<div>x</div>", size: { width: "118" } },
    { type: "HR", size: { width: "150" } },
    { type: "SPACER", elementId: "place", size: { width: "117", height: "66" } },
  ];
  await put("form/layout", { layout: [{ type: "ROW", fields }] });
  const { layout } = await read("form/layout");
  const ids = ["", "", "place"];
  expect(layout[0].fields).toEqual(fields.map((field, index) => ({ ...field, elementId: ids[index] })));
});

it("HTML of settings is kept without what is active, and with full-width signs as references", async () => {
  const html = "<div>注意（必読）：＊！</div><script>alert(1)</script>";
  const kept = "<div>注意&#xff08;必読&#xff09;&#xff1a;&#xff0a;&#xff01;</div>";
  await put("settings", { description: html });
  expect((await read("settings")).description).toBe(kept);
  await put("form/layout", { layout: [{ type: "ROW", fields: [{ type: "LABEL", label: html }] }] });
  expect((await read("form/layout")).layout[0].fields[0].label).toBe(kept);
});

it("in a new app who added or changed a record hears of comments", async () => {
  const { notifications } = await read("notifications/general");
  const heard = { recordAdded: false, recordEdited: false, commentAdded: true, statusChanged: false };
  expect(notifications).toMatchObject([
    { entity: { type: "FIELD_ENTITY", code: "Created_by" }, ...heard },
    { entity: { type: "FIELD_ENTITY", code: "Updated_by" }, ...heard },
  ]);
});

it("one upload may stand in several places of a customization", async () => {
  const bytes = new TextEncoder().encode("a {}");
  const fileKey = domain.files.store({ name: "a.css", contentType: "text/css", bytes });
  const device = { js: [], css: [{ type: "FILE", file: { fileKey } }] };
  await put("customize", { desktop: device, mobile: device });
  const { desktop, mobile } = await read("customize");
  expect(desktop.css[0].file).toMatchObject({ name: "a.css" });
  expect(mobile.css[0].file.fileKey).toBe(desktop.css[0].file.fileKey);
});
