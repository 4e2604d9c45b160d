import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ArchivedTarget } from "../../../src/archive/reading/open-archive";
import { createAppWorkshop } from "../../../src/kintone/settings/app-workshop";
import { addField } from "../../../src/restore/settings/added-field/add-field";
import { fieldToAdd, type FieldToAdd } from "../../../src/restore/settings/added-field/field-to-add";
import { addInspections } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { restorableKintone } from "../archived-app";
import { changeForm } from "../change-form";

const kintone = restorableKintone();
const { domain } = kintone;
let app: App;
let customers: App;
let archived: ArchivedTarget;

/** As they were when the archive was made. */
let whole: Array<[App, App["preview"]]>;

beforeAll(async () => {
  customers = domain.addApp({
    ...{ name: "顧客", creator: "admin" },
    properties: {
      名前: { type: "SINGLE_LINE_TEXT", code: "名前", label: "名前", unique: true },
      住所: { type: "SINGLE_LINE_TEXT", code: "住所", label: "住所" },
    } as never,
  });
  app = addInspections(domain, { records: 1 });
  changeForm(app, (properties) => ({
    ...properties,
    届先: { type: "SINGLE_LINE_TEXT", code: "届先", label: "届先" },
    顧客: {
      ...{ type: "SINGLE_LINE_TEXT", code: "顧客", label: "お客様" },
      lookup: {
        relatedApp: { app: String(customers.id), code: "" },
        ...{ relatedKeyField: "名前", fieldMappings: [{ field: "届先", relatedField: "住所" }] },
        ...{ lookupPickerFields: ["名前"], filterCond: "", sort: "名前 asc" },
      },
    },
  }));
  archived = await kintone.archive(app.id);
  whole = [app, customers].map((each) => [each, each.preview]);
});
beforeEach(() => {
  domain.faults.clear();
  for (const [each, settings] of whole) {
    domain.apps.set(each.id, each);
    each.preview = { ...settings, revision: each.preview.revision + 1 };
    each.deploy("admin");
  }
});

const without = (...codes: string[]) =>
  changeForm(app, (properties) =>
    Object.fromEntries(Object.entries(properties).filter(([code]) => !codes.includes(code))),
  );
/** kintone takes its time; whoever asked without any would have given up by then. */
const shortly = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
const workshop = () => createAppWorkshop(kintone.access().reading);
const found = (code: string) => {
  const { source } = kintone.access();
  return fieldToAdd(archived, code, { source, desk: workshop().settings({ appId: String(app.id) }) });
};
const added = async (code: string) =>
  addField((await found(code)) as FieldToAdd, { workshop: workshop(), pause: shortly });
const liveCodes = () => Object.keys(app.live!.properties);
const lastRow = () => app.live!.layout.at(-1);

describe("a field that is gone", () => {
  it("comes back alone, as it was, at the end of the form", async () => {
    without("数量", "判定");
    const before = { ...app.live!.properties.品番 };
    expect(await added("判定")).toEqual({ kind: "added" });
    expect(liveCodes()).toContain("判定");
    expect(liveCodes()).not.toContain("数量");
    expect(lastRow()).toMatchObject({ type: "ROW", fields: [{ type: "DROP_DOWN", code: "判定" }] });
    expect(app.live!.properties.判定).toMatchObject({ label: "判定", options: { 良: { label: "良", index: "0" } } });
    expect(app.live!.properties.品番).toEqual(before);
    expect(app.preview).toBe(app.live);
  });

  it("comes back as a table with all of its fields", async () => {
    without("測定");
    expect(await added("測定")).toEqual({ kind: "added" });
    expect(Object.keys(app.live!.properties.測定!.fields!)).toEqual(expect.arrayContaining(["項目", "写真"]));
    expect(lastRow()).toMatchObject({ type: "SUBTABLE", code: "測定" });
  });

  it("comes back as a lookup that points where it did", async () => {
    without("顧客");
    expect(await added("顧客")).toEqual({ kind: "added" });
    expect(app.live!.properties.顧客).toMatchObject({
      lookup: { relatedApp: { app: String(customers.id) }, relatedKeyField: "名前" },
    });
  });
});

describe("a field that is not put back", () => {
  it.each([
    ["none of the archive", "なし", { reason: "not-archived", field: "なし" }],
    ["one that is there", "品番", { reason: "present", field: "品番" }],
    ["one of a table", "項目", { reason: "in-table", field: "項目", table: "測定" }],
    ["one of kintone's own", "作成者", { reason: "not-addable", field: "作成者", type: "CREATOR" }],
  ])("%s", async (_name, code, why) => {
    expect(await found(code)).toEqual(why);
  });

  it("while other changes are not live yet, whatever setting they are in: they would go live with it", async () => {
    without("判定");
    const { preview } = app;
    app.change({ adminNotes: { content: "まだ", includeInTemplateAndDuplicates: false } });
    expect(await found("判定")).toEqual({ reason: "waiting-changes", settings: ["app/adminNotes"] });
    app.preview = preview;
    app.change({ general: { ...preview.general, theme: "RED" } });
    expect(await found("判定")).toEqual({ reason: "waiting-changes", settings: ["app/settings"] });
    // Of what no API tells, the revision does.
    app.preview = { ...preview, revision: preview.revision + 1 };
    expect(await found("判定")).toEqual({ reason: "waiting-changes", settings: [] });
    app.preview = preview;
    expect(await found("判定")).toMatchObject({ code: "判定" });
  });

  it("as long as a setting cannot be looked at", async () => {
    without("判定");
    domain.faults.add({ when: { path: "preview/app/reports.json" }, do: { kind: "error", code: "CB_NO02" } });
    expect(await found("判定")).toEqual({ reason: "waiting-changes", settings: ["app/reports"] });
  });

  it("whose other app, or a field there or here, is gone", async () => {
    without("顧客");
    changeForm(customers, ({ 住所: _address, ...others }) => others as never);
    expect(await found("顧客")).toEqual({ reason: "related-fields", app: String(customers.id), fields: ["住所"] });
    domain.apps.delete(customers.id);
    expect(await found("顧客")).toMatchObject({ reason: "related-app", error: { code: "APP_NOT_FOUND" } });
    without("届先");
    expect(await found("顧客")).toEqual({ reason: "own-fields", fields: ["届先"] });
  });
});

describe("when kintone does not go along", () => {
  it("nothing is changed where somebody changed the app meanwhile, and theirs is not made live", async () => {
    without("判定");
    const field = (await found("判定")) as FieldToAdd;
    app.change({ adminNotes: { content: "meanwhile", includeInTemplateAndDuplicates: false } });
    const outcome = await addField(field, { workshop: workshop(), pause: shortly });
    expect(outcome).toMatchObject({ kind: "refused", error: { answer: { code: "GAIA_CO03" } } });
    expect(app.live!.adminNotes.content).not.toBe("meanwhile");
    expect(app.preview.adminNotes.content).toBe("meanwhile");
    expect(app.preview.properties).not.toHaveProperty("判定");
  });

  it("what it does not make live is taken back", async () => {
    without("判定");
    const field = (await found("判定")) as FieldToAdd;
    app.nextDeployment = "FAIL";
    expect(await addField(field, { workshop: workshop(), pause: shortly })).toMatchObject({
      kind: "refused",
    });
    expect(app.preview.properties).not.toHaveProperty("判定");
    expect(liveCodes()).not.toContain("判定");
  });

  it("an answer that is lost after the update is no failure", async () => {
    without("判定");
    const field = (await found("判定")) as FieldToAdd;
    domain.faults.add({
      when: { method: "POST", path: "preview/app/deploy.json", nth: 1 },
      do: { kind: "drop", after: true },
    });
    expect(await addField(field, { workshop: workshop(), pause: shortly })).toEqual({ kind: "added" });
  });
});
