import { beforeAll, expect, it } from "vitest";
import type { App } from "../../emulator/domain/app";
import type { FileContent } from "../../emulator/domain/files";
import { addInspections } from "./inspections";
import { type FinishedRun, backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
let app: App;
let run: FinishedRun;

const ICON = Uint8Array.from({ length: 700 }, (_, index) => (index * 31) % 256);

beforeAll(async () => {
  app = addInspections(domain, {
    records: 1,
    views: { 一覧: { type: "LIST", fields: ["品番"] } },
    translations: {
      en: { 検査: "Inspection", 品番: "Part number", 良: "Good", 一覧: "All" },
      zh: { 品番: "零件号" },
    },
  });
  const file = (name: string, bytes: Uint8Array): { type: "FILE"; file: ReturnType<typeof attach> } => ({
    type: "FILE",
    file: attach({ name, contentType: "application/octet-stream", size: bytes.length, bytes }),
  });
  const attach = (content: FileContent) => domain.files.attach(content, { kind: "settings", appId: app.id });
  const script = (text: string) => new TextEncoder().encode(text);
  app.change({
    general: { ...app.preview.general, icon: file("icon.png", ICON) },
    customize: {
      scope: "ALL",
      desktop: {
        js: [
          { type: "URL", url: "https://example.com/library.js" },
          file("main.js", script("// 一つ目")),
          file("main.js", script("// 二つ目")),
        ],
        css: [file("a:b.css", script("p { color: red }"))],
      },
      mobile: { js: [file("empty.js", script(""))], css: [] },
    },
  });
  app.deploy("admin");
  run = await kintone.backUp([target(app.id)]);
});

const paths = (part: RegExp) =>
  [...run.contents.keys()]
    .map((path) => path.replace(/^\d+\//, ""))
    .filter((path) => part.test(path))
    .sort();

it("is a success", () => {
  expect(run.problems).toEqual([]);
  expect(run.outcome.status).toBe("success");
});

it("has names in other languages where they differ, and only there", () => {
  expect(paths(/\.(en|zh|ja)\.json$/)).toEqual([
    "settings/app/form/fields.en.json",
    "settings/app/form/fields.zh.json",
    "settings/app/settings.en.json",
    "settings/app/views.en.json",
  ]);
  const fields = (language: string) => run.text(`${app.id}/settings/app/form/fields${language}.json`);
  expect(fields("")).not.toContain("Part number");
  expect(fields(".en")).toContain('"Part number"');
  expect(fields(".zh")).toContain('"零件号"');
});

it("has the icon and every script and style sheet, in the order of loading", () => {
  const own = (path: string) => run.contents.get(`${app.id}/${path}`);
  expect(Buffer.from(own("settings/app/icon/icon.png")!).equals(ICON)).toBe(true);
  expect(paths(/^customize\//)).toEqual([
    "customize/desktop/css/1-a_b.css",
    "customize/desktop/js/2-main.js",
    "customize/desktop/js/3-main.js",
    "customize/mobile/js/1-empty.js",
  ]);
  expect(run.text(`${app.id}/customize/desktop/js/2-main.js`)).toBe("// 一つ目");
  expect(run.text(`${app.id}/customize/desktop/js/3-main.js`)).toBe("// 二つ目");
  expect(own("customize/mobile/js/1-empty.js")).toHaveLength(0);
  expect(run.text(`${app.id}/settings/app/customize.json`)).toContain("https://example.com/library.js");
});

it("names a script that cannot be downloaded", async () => {
  const [, script] = app.settings.customize.desktop.js;
  const key = script?.type === "FILE" ? script.file.fileKey : "";
  const content = domain.files.attached.get(key)!;
  domain.files.attached.delete(key);
  const incomplete = await kintone.backUp([target(app.id)]);
  domain.files.attached.set(key, content);
  expect(incomplete.outcome.status).toBe("partial");
  expect(incomplete.facts(String(app.id)).missing).toContainEqual(
    expect.objectContaining({ code: "FAILED", what: "customize", path: `${app.id}/customize/desktop/js/2-main.js` }),
  );
  expect(await incomplete.records(String(app.id))).toHaveLength(1);
});

it("that cannot be read as it names somebody who is gone is a gap of that setting, and the rest is there", async () => {
  const refused = { code: "GAIA_IL42", id: "1", message: "存在しません。" };
  domain.faults.add({
    when: { path: "app/notifications/reminder.json" },
    do: { kind: "answer", status: 400, contentType: "application/json", body: JSON.stringify(refused) },
  });
  const { outcome, contents } = await kintone.backUp([target(app.id)]);
  domain.faults.clear();
  expect(outcome.status).toBe("partial");
  const [result] = outcome.results;
  expect(result?.problems).toMatchObject([
    {
      step: "settings",
      error: {
        code: "SETTING_OUTDATED",
        facts: { settings: ["app/notifications/reminder"] },
        answer: { code: "GAIA_IL42" },
      },
    },
  ]);
  expect(contents.has(`${app.id}/records.jsonl`)).toBe(true);
  expect([...contents.keys()].some((path) => path.includes("app/notifications/perRecord"))).toBe(true);
});
