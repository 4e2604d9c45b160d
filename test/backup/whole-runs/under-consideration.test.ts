import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { labFeatures } from "../../emulator/domain/lab";
import { addInspections } from "./inspections";
import { type FinishedRun, type RunChanges, backedUpKintone, target } from "./run-against";

/** What kintone gives where a domain's administrator has switched it on (API Lab): configurations of plug-ins, the tree of categories. */
const kintone = backedUpKintone();
const { domain } = kintone;
const SECRET = "s3cret-key";
let id: number;
let asked: string[];

beforeAll(() => {
  const app = addInspections(domain, { records: 1, translations: { en: { 規程: "Rules" } } });
  const manifest = { manifest_version: 1, version: 1, type: "APP", icon: "icon.png" };
  for (const plugin of ["charts", "labels"])
    domain.plugins.set(plugin, {
      ...{ id: plugin, version: "1", files: new Map(), zip: new Uint8Array() },
      manifest: { ...manifest, name: { en: plugin } },
    });
  const attached = { enabled: true, proxies: {} };
  app.change({
    plugins: [
      { id: "charts", config: { apiKey: SECRET }, ...attached },
      { id: "labels", config: { size: "9" }, ...attached },
    ],
    categories: { 規程: { name: "規程", index: "0", children: {} } },
  });
  app.deploy("admin");
  ({ id } = app);
});
beforeEach(() => {
  asked = [];
});
afterEach(() => {
  domain.lab.clear();
  domain.faults.clear();
});

const switchOn = () => labFeatures.forEach((feature) => domain.lab.add(feature));
const backUp = (values: Parameters<typeof target>[1] = {}, changes: RunChanges = {}) =>
  kintone.backUp([target(id, values)], {
    ...changes,
    before: ({ path, parameter }) => void asked.push([path, parameter("id") ?? ""].join(" ").trim()),
  });
const gaps = (run: FinishedRun) =>
  run
    .facts(String(id))
    .missing.filter(({ what }) => what === "plugin-configurations" || what === "category-tree")
    .map(({ code, what, text }) => [code, what, text.includes("switched off on this domain")]);
const inArchive = (run: FinishedRun) =>
  [...run.contents.keys()].filter((path) => /\/settings\/app\/(categories|plugin\/)/.test(path)).sort();
const switchedOff = [
  ["NOT_OFFERED_BY_KINTONE", "category-tree", true],
  ["NOT_OFFERED_BY_KINTONE", "plugin-configurations", true],
];

describe("where they are switched off", () => {
  it("a backup is whole, says so, and asks no more than once", async () => {
    const run = await backUp();
    expect(run.outcome.status).toBe("success");
    expect(gaps(run)).toEqual(switchedOff);
    expect(inArchive(run)).toEqual([]);
    expect(asked.filter((path) => path.startsWith("app/categories") || path.startsWith("app/plugin/"))).toEqual([
      "app/categories",
      "app/plugin/config charts",
    ]);
    expect(run.text("README.txt")).toContain("it was switched off on this domain");
  });

  it.each([
    [400, "GAIA_XX01"],
    [403, "CB_NO02"],
    [403, "GAIA_XX02"],
    [400, "CB_IL02"],
    [404, "GAIA_XX03"],
  ])("also when kintone says so with %i %s", async (status, code) => {
    switchOn();
    const body = JSON.stringify({ code, id: "1", message: "" });
    for (const path of ["app/categories.json", "app/plugin/config.json"])
      domain.faults.add({ when: { path }, do: { kind: "answer", status, contentType: "application/json", body } });
    const run = await backUp();
    expect(run.outcome.status).toBe("success");
    expect(gaps(run)).toEqual(switchedOff);
  });

  it("but not when it was the session that had ended: it is asked for again behind an endpoint that is there", async () => {
    switchOn();
    const body = JSON.stringify({ code: "CB_IL02", id: "1", message: "" });
    const answer = { kind: "answer", status: 400, contentType: "application/json", body } as const;
    for (const path of ["app/categories.json", "app/plugin/config.json"])
      domain.faults.add({ when: { path, times: 1 }, do: answer });
    const run = await backUp();
    expect(run.outcome.status).toBe("success");
    expect(gaps(run)).toEqual([]);
    expect(inArchive(run)).toHaveLength(4);
    const again = asked.slice(asked.indexOf("app/categories") + 1);
    expect(again.indexOf("app")).toBeLessThan(again.indexOf("app/categories"));
  });

  it("what is trouble elsewhere is trouble here", async () => {
    switchOn();
    domain.faults.add({
      when: { path: "app/categories.json" },
      do: { kind: "unavailable", body: "text", status: 500 },
    });
    const run = await backUp();
    expect(run.outcome.status).toBe("partial");
    expect(run.facts(String(id)).missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", path: `${id}/settings/app/categories.json` }),
    );
  });
});

describe("where they are switched on", () => {
  beforeEach(switchOn);

  it("they are in the archive, as kintone gave them", async () => {
    const run = await backUp();
    expect(run.outcome.status).toBe("success");
    expect(gaps(run)).toEqual([]);
    expect(inArchive(run)).toEqual([
      ...[`${id}/settings/app/categories.en.json`, `${id}/settings/app/categories.json`],
      ...[`${id}/settings/app/plugin/config/charts.json`, `${id}/settings/app/plugin/config/labels.json`],
    ]);
    const json = (path: string) => JSON.parse(run.text(`${id}/settings/app/${path}`)) as object;
    expect(json("plugin/config/charts.json")).toMatchObject({ config: { apiKey: SECRET } });
    expect(json("plugin/config/labels.json")).toMatchObject({ config: { size: "9" } });
    expect(json("categories.json")).toMatchObject({ enabled: false, categories: { 規程: { name: "規程" } } });
    expect(json("categories.en.json")).toMatchObject({ categories: { 規程: { name: "Rules" } } });
  });

  it("a target leaves the configurations out, and they are not even asked for", async () => {
    const run = await backUp({ withoutPluginConfigurations: true });
    expect(run.outcome.status).toBe("success");
    expect(gaps(run)).toEqual([["EXCLUDED", "plugin-configurations", false]]);
    expect(inArchive(run).some((path) => path.includes("plugin"))).toBe(false);
    expect(asked.filter((path) => path.startsWith("app/plugin/"))).toEqual([]);
    for (const [path] of run.contents) expect(run.text(path), path).not.toContain(SECRET);
  });

  it("who may not see which plug-ins there are gets a gap, and one problem with the other settings", async () => {
    const run = await backUp({}, { as: { username: "sato" } });
    expect(run.problems).toEqual(["RECORDS_MAY_BE_HIDDEN", "SETTINGS_NOT_READABLE"]);
    expect(gaps(run)).toEqual([["NOT_READABLE", "plugin-configurations", false]]);
  });
});
