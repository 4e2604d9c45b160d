import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/archive/canonical-json";
import type { App } from "../../emulator/domain/app";
import { GONE, type Harm, anyHarm, harmed, partAt, waysInto } from "./damaged-json";
import { addInspections } from "./inspections";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
let app: App;

/** Where each file is in the archive, and the way to it in the answer that names it. */
const FILES = [
  { path: "customize/desktop/js/1-a.js", setting: "app/customize", way: "$.desktop.js[0].file" },
  { path: "customize/desktop/js/3-b.js", setting: "app/customize", way: "$.desktop.js[2].file" },
  { path: "customize/desktop/css/1-c.css", setting: "app/customize", way: "$.desktop.css[0].file" },
  { path: "customize/mobile/js/1-d.js", setting: "app/customize", way: "$.mobile.js[0].file" },
  { path: "customize/mobile/css/1-e.css", setting: "app/customize", way: "$.mobile.css[0].file" },
  { path: "settings/app/icon/icon.png", setting: "app/settings", way: "$.icon.file" },
];
const contentOf = (path: string) => `content of ${path}`;

beforeAll(() => {
  app = addInspections(domain, { records: 2, views: { 一覧: { type: "LIST", fields: ["品番"] } } });
  const [a, b, c, d, e, icon] = FILES.map(({ path }) => {
    const bytes = new TextEncoder().encode(contentOf(path));
    const name = path.replace(/^.*\/(\d+-)?/u, "");
    const content = { name, contentType: "application/octet-stream", size: bytes.length, bytes };
    return { type: "FILE" as const, file: domain.files.attach(content, { kind: "settings", appId: app.id }) };
  });
  const url = { type: "URL" as const, url: "https://example.com/library.js" };
  app.change({
    general: { ...app.preview.general, icon: icon! },
    customize: { scope: "ALL", desktop: { js: [a!, url, b!], css: [c!] }, mobile: { js: [d!], css: [e!] } },
  });
  app.deploy("admin");
});

/** A run in which kintone answers one setting, in whatever language, with something else. */
async function backUpWith(setting: string, edit: (answer: unknown) => unknown) {
  let [before, answered]: unknown[] = [];
  const run = await kintone.backUp([target(app.id)], {
    answer({ purpose, path, parameter }, body) {
      if (purpose !== "setting" || path !== setting) return body;
      const answer = edit(JSON.parse(body));
      if (["default", undefined].includes(parameter("lang"))) [before, answered] = [JSON.parse(body), answer];
      return JSON.stringify(answer);
    },
  });
  const text = (path: string) => (run.contents.has(`${app.id}/${path}`) ? run.text(`${app.id}/${path}`) : undefined);
  const result = run.outcome.results[0]!;
  return {
    ...{ run, result, before, answered, text, kept: text(`settings/${setting}.json`) },
    parts: result.problems.flatMap(({ error }) => error.facts.parts ?? []),
    // A target of which nothing could be read makes no archive.
    gaps: (run.manifest?.targets ?? []).flatMap(({ missing }) => missing).filter(({ code }) => code === "FAILED"),
  };
}

describe("what is unusual and can be taken is taken, and nothing is missing", () => {
  it.each<[string, setting: string, way: string, Harm]>([
    ["a number for a size", "app/customize", "$.desktop.js[0].file.size", Number],
    ["no size", "app/customize", "$.desktop.js[0].file.size", GONE],
    ["a number for a name", "app/customize", "$.mobile.js[0].file.contentType", () => 7],
    ["no style sheets for phones", "app/customize", "$.mobile.css", GONE],
    ["nothing for phones", "app/customize", "$.mobile", GONE],
    ["null for a list", "app/customize", "$.mobile.js", () => null],
    ["something new", "app/customize", "$.desktop.wasm", () => [{ type: "NEW" }]],
    ["an icon whose size is a number", "app/settings", "$.icon.file.size", Number],
    ["no icon", "app/settings", "$.icon", GONE],
    ["no word about comments", "app/settings", "$.enableComments", GONE],
    ["no word about a space", "app", "$.spaceId", GONE],
    ["a number for the app's id", "app", "$.appId", Number],
    ["a number for the revision", "app/form/fields", "$.revision", Number],
    ["no revision", "app/form/fields", "$.revision", GONE],
    ["a field without a code of its own", "app/form/fields", "$.properties.品番.code", GONE],
    ["views that are a list", "app/views", "$.views", () => []],
  ])("%s: %s %s", async (_what, setting, way, harm) => {
    const { run, result, kept, answered, text } = await backUpWith(setting, (answer) => harmed(answer, way, harm));
    expect(result.problems).toEqual([]);
    expect(result.status).toBe("success");
    expect(kept).toBe(canonicalJson(answered));
    expect(await run.records(String(app.id))).toHaveLength(2);
    for (const file of FILES) {
      const isNamed = setting !== file.setting || partAt(answered, file.way) !== undefined;
      expect(text(file.path), file.path).toBe(isNamed ? contentOf(file.path) : undefined);
    }
  });
});

describe("what cannot be followed is a gap of its own, and nothing else is missing", () => {
  it.each<[string, setting: string, way: string, Harm, part?: string]>([
    ["a file without a key", "app/customize", "$.desktop.js[0].file.fileKey", GONE],
    ["a key that is none", "app/customize", "$.desktop.js[0].file.fileKey", () => ({})],
    ["a file that is none", "app/customize", "$.desktop.js[0].file", () => "a.js"],
    ["null for an entry", "app/customize", "$.desktop.js[0]", () => null],
    ["an entry of a new kind", "app/customize", "$.desktop.js[0]", () => ({ type: "MODULE" })],
    ["an entry without its file", "app/customize", "$.desktop.js[0].file", GONE],
    ["a name that is none", "app/customize", "$.desktop.js[0].file.name", () => []],
    ["a list that is none", "app/customize", "$.mobile.js", () => "d.js"],
    ["phones that are a list", "app/customize", "$.mobile", () => [1]],
    ["an icon that is a text", "app/settings", "$.icon", () => "icon.png"],
    ["an icon without its file", "app/settings", "$.icon.file", GONE],
    ["a size that is none", "app/settings", "$.icon.file.size", () => ({})],
    ["a size in words", "app/settings", "$.icon.file.size", () => "large"],
    ["neither comments nor none", "app/settings", "$.enableComments", () => "no"],
    ["a space that is none", "app", "$.spaceId", () => ({})],
    ["an app without a name", "app", "$.name", GONE],
    ["a form in no order", "app/form/layout", "$.layout", GONE],
    ["a row that is none", "app/form/layout", "$.layout[0]", () => 1],
  ])("%s: %s %s", async (_what, setting, way, harm) => {
    const { run, result, kept, answered, parts, gaps, text } = await backUpWith(setting, (answer) =>
      harmed(answer, way, harm),
    );
    expect(result.problems).toMatchObject([{ step: "settings", error: { code: "SETTING_NOT_UNDERSTOOD" } }]);
    expect(result.status).toBe("partial");
    expect(parts).toEqual([way]);
    const path = `${app.id}/settings/${setting}.json`;
    expect(gaps).toEqual([{ code: "FAILED", what: "setting-part", text: expect.stringContaining(way), path }]);
    expect(kept).toBe(canonicalJson(answered));
    expect(await run.records(String(app.id))).toHaveLength(2);
    for (const file of FILES) {
      const isHurt = setting === file.setting && (way.startsWith(file.way) || file.way.startsWith(way));
      if (!isHurt) expect(text(file.path), file.path).toBe(contentOf(file.path));
    }
    expect(run.text("README.txt")).toContain(way);
  });

  it("also when no part of an answer is what it should be", async () => {
    for (const setting of ["app/views", "app/settings", "app/customize", "app", "app/form/layout"]) {
      for (const nonsense of [null, [], "x", 7]) {
        const { kept, parts, result } = await backUpWith(setting, () => nonsense);
        expect(kept).toBe(canonicalJson(nonsense));
        expect(parts[0]).toBe("$");
        expect(result.status).toBe("partial");
      }
    }
  });

  it("also when it is so in one language only", async () => {
    const folder = String(app.id);
    const run = await kintone.backUp([target(app.id)], {
      answer: ({ path, parameter }, body) => (path === "app/views" && parameter("lang") === "zh" ? "[]" : body),
    });
    expect(run.text(`${folder}/settings/app/views.zh.json`)).toBe("[]\n");
    expect(run.problems).toEqual(["SETTING_NOT_UNDERSTOOD"]);
    const [gap] = run.facts(folder).missing.filter(({ code }) => code === "FAILED");
    expect(gap).toMatchObject({ what: "setting-part", path: `${folder}/settings/app/views.zh.json` });
  });

  it("but a form whose fields cannot be read is no backup, and it is said which field", async () => {
    for (const [way, harm] of [
      ["$.properties", GONE],
      ["$.properties", () => []],
      ['$.properties["品番"]', () => "x"],
      ['$.properties["品番"].type', () => ({})],
      ['$.properties["品番"].expression', () => ({})],
      ['$.properties["測定"].fields["項目"].code', () => []],
    ] as Array<[string, Harm]>) {
      const { result } = await backUpWith("app/form/fields", (answer) => harmed(answer, way, harm));
      expect(result).toMatchObject({ status: "failed", problems: [{ error: { code: "BAD_RESPONSE" } }] });
      expect(result.problems[0]!.error.message).toContain(way);
    }
  });
});

it("record permissions that are not understood are kept as they came, and cannot show that nothing is hidden", async () => {
  const { run, result, kept, answered } = await backUpWith("record/acl", (answer) => harmed(answer, "$.rights", GONE));
  expect(result.problems).toMatchObject([{ error: { code: "RECORDS_MAY_BE_HIDDEN", facts: { hidden: "rules" } } }]);
  expect(run.facts(String(app.id)).missing.map(({ what }) => what)).toContain("hidden-records");
  expect(kept).toBe(canonicalJson(answered));
});

/** Where the engine looks into an answer for an object or a list, and for a text, a number or yes and no. */
const LOOKED_INTO: ReadonlyArray<[setting: string, structures: RegExp, scalars: RegExp]> = [
  [
    "app/customize",
    /^\$(\.(desktop|mobile)(\.(js|css)(\[\d+\](\.file)?)?)?)?$/u,
    /^\$\.\w+\.\w+\[\d+\]\.file\.(fileKey|size|name)$/u,
  ],
  ["app/settings", /^\$(\.icon(\.file)?)?$/u, /^\$\.(icon\.file\.(fileKey|size|name)|enableComments)$/u],
  ["app", /^\$$/u, /^\$\.(name|spaceId)$/u],
  ["app/form/layout", /^\$(\.layout(\[\d+\](\.fields(\[\d+\])?)?)?)?$/u, /^\$\.layout\[\d+\]\.fields\[\d+\]\.code$/u],
  ["app/views", /^\$$/u, /^never$/u],
  ["record/acl", /^\$$/u, /^never$/u],
];

it("random damage: every answer is kept as it came, and every part that could not be followed is told", async () => {
  const damage = fc.record({
    looked: fc.constantFrom(LOOKED_INTO[0]!, LOOKED_INTO[0]!, ...LOOKED_INTO),
    where: fc.nat(),
    harm: anyHarm,
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ looked: [setting, structures, scalars], where, harm }) => {
      let way = "";
      const seen = await backUpWith(setting, (answer) => {
        const ways = waysInto(answer);
        way ||= ways[where % ways.length]!;
        return harmed(answer, way, harm);
      });
      const { run, result, before, answered, parts, gaps, text } = seen;
      expect(seen.kept).toBe(canonicalJson(answered));
      expect(await run.records(String(app.id))).toHaveLength(2);
      const unlike = gaps.filter(({ what }) => what !== "setting-part");
      // What can be understood may still lead nowhere: the key of no file, the id of no space.
      expect(unlike.length === 0 || way.endsWith(".fileKey") || ["app", "record/acl"].includes(setting)).toBe(true);
      for (const part of parts) expect(gaps.filter(({ text: said }) => said.endsWith(` ${part}`))).toHaveLength(1);
      expect(result.status).toBe(result.problems.length > 0 ? "partial" : "success");
      const [was, is] = [partAt(before, way), partAt(answered, way)];
      const isThere = is !== undefined && is !== null;
      const isStructure = typeof is === "object";
      if (isThere && ((structures.test(way) && !isStructure) || (scalars.test(way) && isStructure))) {
        expect(parts).toContain(way);
      }
      for (const file of FILES) {
        const isSame =
          setting !== file.setting ||
          JSON.stringify(partAt(answered, file.way)) === JSON.stringify(partAt(before, file.way));
        if (isSame && was !== undefined) expect(text(file.path), file.path).toBe(contentOf(file.path));
      }
    }),
    { numRuns: 80 },
  );
}, 120_000);
