import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formOf } from "../../../src/domain/settings/form";
import { appOf } from "../../../src/domain/settings/known-settings";
import type { Language, SettingName } from "../../../src/domain/source";
import { SETTING_OFFERS } from "../../../src/kintone/settings/settings-endpoints";
import { labFeatures } from "../../emulator/domain/lab";
import { addToken, everybody, localKintone, manager } from "../local-kintone";

const kintone = localKintone();
const app = { appId: "1" };
const guestApp = { appId: "2", guestSpaceId: "3" };
const names = SETTING_OFFERS.map(({ name }) => name);
/** What whoever may see records may read; all else is for those who manage the app. */
const forEverybody: SettingName[] = [
  "app",
  "app/settings",
  "app/form/fields",
  "app/form/layout",
  "app/views",
  "app/status",
  "app/reports",
  "app/categories",
  "app/plugin/config",
];
const ofSpaces: SettingName[] = ["space", "space/members"];

beforeAll(() => {
  const { domain } = kintone;
  for (const feature of labFeatures) domain.lab.add(feature);
  domain.spaces.add({ id: 5, name: "工場", administrators: ["admin"] });
  domain.spaces.add({ id: 6, name: "役員", isPrivate: true, administrators: ["admin"] });
  const files = { version: "1", files: new Map(), zip: new Uint8Array() };
  const manifest = { manifest_version: 1, version: 1, type: "APP", icon: "i.png", name: { en: "Charts", ja: "図表" } };
  domain.plugins.set("charts", { id: "charts", ...files, manifest });
  for (const [id, spaceId] of [
    [1, 5],
    [2, 3],
  ] as const) {
    const added = domain.addApp({
      id,
      spaceId,
      name: "検査",
      creator: "admin",
      properties: { 品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" } },
      views: { 一覧: { type: "LIST", fields: ["品番"] } },
      acl: [manager, everybody],
      translations: { en: { 品番: "Part number", 一覧: "All", 検査: "Inspection" }, zh: { 品番: "零件号" } },
    });
    added.change({ plugins: [{ id: "charts", enabled: true, config: {}, proxies: {} }] });
    added.deploy("admin");
    addToken(added, `reader-${id}`, false);
    addToken(added, `manager-${id}`, true);
  }
});
beforeEach(() => {
  kintone.sent.length = 0;
});

/** Of every endpoint: "read", or with what it was refused. Whatever is refused must say what it was about. */
async function outcomes(source: ReturnType<typeof kintone.as>, of: typeof app | typeof guestApp, spaceId: string) {
  const all: Array<[SettingName, string]> = [];
  for (const { name, of: owner } of source.settings) {
    const request = { app: {}, space: { spaceId }, plugin: { pluginId: "charts" } }[owner];
    const outcome = await source.readSetting(of, name, request).then(
      () => "read",
      (error: { code: string; facts: object; answer?: { code?: string } }) => {
        expect(error.facts).toEqual({
          app: of.appId,
          ...("guestSpaceId" in of && { guestSpaceId: of.guestSpaceId }),
          settings: [name],
          ...(error.answer?.code === "GAIA_NO01" && { ofToken: true }),
        });
        return error.code;
      },
    );
    all.push([name, outcome]);
  }
  return Object.fromEntries(all);
}

const all = (outcome: (name: SettingName) => string) => Object.fromEntries(names.map((name) => [name, outcome(name)]));

describe("who may read what", () => {
  test("who manages the app: everything, and the guest space's own path is taken", async () => {
    expect(await outcomes(kintone.as("admin"), app, "5")).toEqual(all(() => "read"));
    expect(kintone.sent.filter((request) => !request.startsWith("GET /k/v1/"))).toEqual([]);
    kintone.sent.length = 0;
    expect(await outcomes(kintone.inSessionOf("admin"), guestApp, "3")).toEqual(all(() => "read"));
    expect(kintone.sent.filter((request) => !request.startsWith("POST (GET) /k/guest/3/v1/"))).toEqual([]);
  });

  test("who only sees its records: the form, the views, the process and the graphs", async () => {
    const allowed = [...forEverybody, ...ofSpaces];
    const expected = all((name) => (allowed.includes(name) ? "read" : "NO_PERMISSION"));
    expect(await outcomes(kintone.as("sato"), app, "5")).toEqual(expected);
    expect(await outcomes(kintone.as("sato"), guestApp, "3")).toEqual(expected);
  });

  test("a token: as its rights are, but neither customizing nor spaces", async () => {
    const reader = all((name) => (forEverybody.includes(name) ? "read" : "NO_PERMISSION"));
    expect(await outcomes(kintone.withToken("reader-1"), app, "5")).toEqual(reader);
    const never: SettingName[] = ["app/customize", ...ofSpaces];
    const expected = all((name) => (never.includes(name) ? "NO_PERMISSION" : "read"));
    expect(await outcomes(kintone.withToken("manager-1"), app, "5")).toEqual(expected);
    expect(await outcomes(kintone.withToken("manager-2"), guestApp, "3")).toEqual(expected);
  });

  test("a private space: its members only", async () => {
    for (const name of ofSpaces) {
      await expect(kintone.as("admin").readSetting(app, name, { spaceId: "6" })).resolves.toBeDefined();
      await expect(kintone.as("sato").readSetting(app, name, { spaceId: "6" })).rejects.toMatchObject({
        code: "NO_PERMISSION",
      });
    }
  });

  test("what is under consideration, where it is switched off: no answer of the API, in a session too", async () => {
    const lab: SettingName[] = ["app/categories", "app/plugin/config"];
    kintone.domain.lab.clear();
    for (const source of [kintone.as("admin"), kintone.inSessionOf("admin")]) {
      for (const name of lab)
        await expect(source.readSetting(app, name, { pluginId: "charts" })).rejects.toMatchObject({
          ...{ code: "NOT_KINTONE", answer: { status: 404 } },
        });
    }
    const answer = { status: 400, contentType: "application/json", body: '{"code":"CB_IL02","id":"1","message":""}' };
    kintone.domain.faults.add({ when: { path: "app/categories.json" }, do: { kind: "answer", ...answer } });
    const inSession = kintone.inSessionOf("admin").readSetting(app, "app/categories");
    await expect(inSession).rejects.toMatchObject({ code: "REFUSED" });
    kintone.domain.faults.clear();
    for (const feature of labFeatures) kintone.domain.lab.add(feature);
  });

  test("a path that is not the app's: WRONG_SPACE", async () => {
    const outside = kintone.as("admin").readSetting({ appId: "2" }, "app");
    await expect(outside).rejects.toMatchObject({ code: "WRONG_SPACE", facts: { app: "2", settings: ["app"] } });
  });
});

describe("languages", () => {
  const label = async (language?: Language) => {
    const request = language && { language };
    const { properties } = formOf(await kintone.as("admin").readSetting(app, "app/form/fields", request));
    return properties["品番"]?.label;
  };

  test("the default names come whoever asks, others when they are asked for", async () => {
    kintone.domain.people.addUser({ code: "smith", name: "Smith", password: "kintone", language: "en" });
    const { properties } = formOf(await kintone.as("smith").readSetting(app, "app/form/fields"));
    expect(properties["品番"]?.label).toBe("品番");
    expect([await label(), await label("en"), await label("zh"), await label("ja")]).toEqual([
      "品番",
      "Part number",
      "零件号",
      "品番",
    ]);
  });

  test("a plugin is called what its English name is, unless asked", async () => {
    expect(await kintone.as("admin").readSetting(app, "app/plugins")).toMatchObject({ plugins: [{ name: "Charts" }] });
    expect(await kintone.as("admin").readSetting(app, "app/plugins", { language: "ja" })).toMatchObject({
      plugins: [{ name: "図表" }],
    });
  });

  test.each(SETTING_OFFERS.filter(({ languages }) => languages.length > 0).map(({ name }) => name))(
    "%s takes all three",
    async (name) => {
      for (const language of ["en", "zh", "ja"] as const) {
        await expect(kintone.as("admin").readSetting(app, name, { language })).resolves.toBeDefined();
      }
      expect(kintone.sent.map((request) => /lang=(\w+)/.exec(request)?.[1])).toEqual(["en", "zh", "ja"]);
    },
  );
});

test("the space of an app is read by the space's id", async () => {
  const { spaceId } = appOf(await kintone.as("admin").readSetting(app, "app"));
  expect(spaceId).toBe("5");
  const request = { spaceId: spaceId ?? "" };
  expect(await kintone.as("admin").readSetting(app, "space", request)).toMatchObject({ id: "5", name: "工場" });
  expect(await kintone.as("admin").readSetting(app, "space/members", request)).toMatchObject({
    members: [{ entity: { code: "admin" }, isAdmin: true }],
  });
});
