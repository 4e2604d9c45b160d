import { beforeEach, describe, expect, it } from "vitest";
import type { App } from "../../emulator/domain/app";
import { deploy } from "../../kintone/deploy";
import { expectAgreement } from "./agreement";
import { addInspections } from "./inspections";
import type { SeenRequest } from "./listening";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
let app: App;
beforeEach(() => {
  domain.apps.clear();
  app = addInspections(domain, { records: 510 });
});

const include = { records: true, attachments: true, comments: false, settings: true, administration: true };

/** Changes the form over REST, as people do: in the test environment first, then for everybody. */
const CHANGES: Record<string, (form: ReturnType<typeof kintone.witness>["app"]) => Promise<unknown>> = {
  "a field is added": (form) =>
    form.addFormFields({
      app: app.id,
      properties: { 備考: { type: "SINGLE_LINE_TEXT", code: "備考", label: "備考" } },
    }),
  "a field is deleted": (form) => form.deleteFormFields({ app: app.id, fields: ["数量"] }),
  "a field's code is changed": (form) =>
    form.updateFormFields({ app: app.id, properties: { 品番: { type: "SINGLE_LINE_TEXT", code: "部品番号" } } }),
  "a field comes back with another type": async (form) => {
    await form.deleteFormFields({ app: app.id, fields: ["数量"] });
    await deploy(kintone.witness(), String(app.id));
    await form.addFormFields({
      app: app.id,
      properties: { 数量: { type: "SINGLE_LINE_TEXT", code: "数量", label: "数量" } },
    });
  },
};

const MOMENTS: Array<[string, (request: SeenRequest) => boolean]> = [
  ["between the settings and the records", ({ purpose }) => purpose === "sample"],
  ["between two pages", ({ purpose, nth }) => purpose === "page" && nth === 2],
  ["during the comparison", ({ purpose }) => purpose === "versions"],
];

describe.each(Object.entries(CHANGES))("%s", (_, change) => {
  it.each(MOMENTS)("%s: the target is read anew", async (_when, isMoment) => {
    let pending = true;
    const run = await kintone.backUp([target(app.id, { include })], {
      async before(request) {
        if (!pending || !isMoment(request)) return;
        pending = false;
        await change(kintone.witness().app);
        await deploy(kintone.witness(), String(app.id));
      },
    });
    expect(pending).toBe(false);
    expect(run.problems).toEqual([]);
    await expectAgreement(run, kintone, { appId: app.id });
    const { properties } = JSON.parse(run.text(`${app.id}/settings/app/form/fields.json`)) as { properties: object };
    expect(properties).toEqual(
      (await kintone.witness().app.getFormFields({ app: app.id, lang: "default" })).properties,
    );
  });
});

it("a form that changes each time is a problem, and what was read is there", async () => {
  let fields = 0;
  const run = await kintone.backUp([target(app.id, { include })], {
    async before({ purpose }) {
      if (purpose !== "sample") return;
      const code = `備考${(fields += 1)}`;
      const properties = { [code]: { type: "SINGLE_LINE_TEXT" as const, code, label: code } };
      await kintone.witness().app.addFormFields({ app: app.id, properties });
      await deploy(kintone.witness(), String(app.id));
    },
  });
  expect(run.outcome.status).toBe("partial");
  expect(run.problems).toEqual(["FORM_CHANGED"]);
  expect(await run.records(String(app.id))).toHaveLength(510);
});
