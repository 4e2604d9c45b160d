import path from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { addInspections } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { deploy, throwAway } from "../../kintone/deploy";
import { type Ended, endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const { domain } = command;
let app: App;
let other: App;
let settings: string;
let zip: string;

beforeAll(async () => {
  app = addInspections(domain, { records: 1 });
  other = addInspections(domain, { records: 1, name: "ほかの検査" });
  for (const { id } of [app, other]) {
    command.register({ target_app_id: String(id) });
  }
  const folder = path.join(command.place, "archives");
  expect((await command.run(folder)).code).toBe(0);
  zip = path.join(folder, (await namesIn(folder))[0]!);
  settings = await command.settingsFile(folder);
});
afterEach(() => domain.faults.clear());

const compare = (...args: string[]): Promise<Ended> =>
  endOf(command.start(["compare-settings", ...args], { timeout: 60_000 }));

it("finds nothing right after a backup, in the folder of the settings file", async () => {
  const { code, out } = await compare("--file", settings, "--lang", "en");
  expect(out).toMatch(/^The settings of the app are the same\./);
  expect(out).toMatch(/App "ほかの検査".*\n {2}No differences: app information, general settings, form fields/);
  expect(out).toMatch(/categories: on the other side the API for it \(API Lab\) is switched off/);
  expect(code).toBe(0);
});

describe("where somebody changed the app", () => {
  beforeAll(async () => {
    const client = command.witness().app;
    await client.addFormFields({
      app: app.id,
      properties: { 備考: { type: "SINGLE_LINE_TEXT", code: "備考", label: "\u001b[31m備考" } },
    });
    await client.updateFormFields({
      app: app.id,
      properties: { 品番: { type: "SINGLE_LINE_TEXT", code: "品番", required: true } },
    });
    await client.updateViews({
      app: app.id,
      views: {
        否: { index: 0, type: "LIST", name: "否", fields: ["品番"], filterCond: '判定 in ("否")', sort: "$id asc" },
      },
    });
    await deploy(command.witness(), String(app.id));
  });

  it("tells it by name, from what to what", async () => {
    const { code, out } = await compare("--file", settings, zip, "--app", String(app.id), "--lang", "ja");
    expect(out).toMatch(/^アプリの設定に違いがあります/);
    expect(out).toContain("    - フィールド「品番」 › 必須項目: いいえ → はい\n");
    expect(out).toMatch(/ {4}- フィールド「備考」（.\[31m備考）: 追加\n/);
    expect(out).toContain("    - 一覧「否」: 追加\n");
    expect(out).not.toContain("ほかの検査");
    expect(out).not.toContain("\u001b");
    expect(code).toBe(2);
  });

  it("prints it as JSON lines", async () => {
    const { code, out } = await compare("--file", settings, zip, "--json");
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual({
      ...{ app: String(app.id), kind: "setting", setting: "app/form/fields", change: "changed" },
      where: [{ property: "properties" }, { thing: "field", name: "品番" }, { property: "required" }],
      ...{ before: false, after: true },
    });
    expect(lines.filter(({ kind }) => kind === "settings-compared")).toMatchObject([
      { app: String(app.id), notCompared: expect.any(Number) },
      { app: String(other.id), differences: 0 },
    ]);
    expect(code).toBe(2);
  });

  it("tells the same of a later archive, without kintone", async () => {
    const later = path.join(command.place, "later");
    expect((await command.run(later)).code).toBe(0);
    domain.faults.add({ when: {}, do: { kind: "error", code: "CB_AU01" } });
    const { code, out } = await compare(zip, "--with", later, "--lang", "zh");
    expect(out).toContain("字段“品番” › 必填项: 否 → 是");
    expect(code).toBe(2);
    expect((await compare(later, "--with", later)).code).toBe(0);
  });

  it("does not say that a setting is the same that it could not read", async () => {
    domain.faults.add({ when: { path: "app/acl.json" }, do: { kind: "error", code: "CB_NO02" } });
    const { code, out } = await compare("--file", settings, zip, "--app", String(other.id), "--lang", "en");
    expect(out).toMatch(/^The settings that could be compared are the same, but some could not be read/);
    expect(out).toContain("    - permissions for app: ");
    expect(code).toBe(1);
  });
});

describe("a field that somebody deleted", () => {
  const add = (...args: string[]) =>
    compare("--file", settings, zip, "--app", String(other.id), "--add-field", "数量", "--lang", "en", ...args);
  const codes = async () => Object.keys((await command.witness().app.getFormFields({ app: other.id })).properties);

  beforeAll(async () => {
    await command.witness().app.deleteFormFields({ app: other.id, fields: ["数量"] });
    await deploy(command.witness(), String(other.id));
  });

  it("is not put back before somebody names app and field", async () => {
    const { code, out, err } = await add();
    expect(out).toMatch(/^This adds the field "数量", Number, at the end of the form of app "ほかの検査"/);
    expect(err).toContain('To do it, add --confirm "ほかの検査/数量". Nothing was changed.');
    expect(code).toBe(3);
    expect(await add("--confirm", "検査/数量")).toMatchObject({ code: 3 });
    expect(await codes()).not.toContain("数量");
  });

  it("is not put back while other changes wait", async () => {
    const notes = (content: string) =>
      command.witness().app.updateAdminNotes({ app: other.id, content, includeInTemplateAndDuplicates: false });
    await notes("まだ");
    const { code, err } = await add("--confirm", "ほかの検査/数量");
    expect(err).toMatch(/changes of settings that are not live yet.*\(notes for app administrators\)/);
    expect(code).toBe(3);
    await throwAway(command.witness(), String(other.id));
  });

  it("is put back, and the history tells who did it", async () => {
    const { code, out, err } = await add("--confirm", "ほかの検査/数量");
    expect(err).not.toMatch(/UNEXPECTED|could not be recorded/);
    expect(out).toMatch(/^The field "数量" was added at the end of the form of app "ほかの検査"/);
    expect(code).toBe(0);
    expect(await codes()).toContain("数量");
    const { records } = await command.witness().record.getRecords({
      ...{ app: command.appId, query: 'record_type in ("change")' },
    });
    const [change] = records as Array<Record<string, { value: string }>>;
    expect(change).toMatchObject({ change_by_code: { value: "admin" }, change_settings_version: { value: "" } });
    expect(change!.change_what!.value).toContain('field "数量" added from the archive of run');
    expect((await add()).err).toContain('The form has a field with the code "数量" already');
  });
});

it("says what it cannot do, and that nothing came of it", async () => {
  expect(await compare("--file", settings, path.join(command.place, "none.zip"))).toMatchObject({ code: 3, out: "" });
  expect(await compare(zip)).toMatchObject({ code: 3, out: "" });
  const { code, err } = await compare("--file", settings, zip, "--app", "999999", "--lang", "en");
  expect(err).toContain("App 999999 is not in the archive");
  expect(code).toBe(3);
});
