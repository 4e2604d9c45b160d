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
