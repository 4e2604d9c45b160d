import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SETTING_OFFERS, settingRequest } from "../../../src/kintone/settings/settings-endpoints";
import { descriptionFile } from "../../conformance/openapi/description";

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: { enum?: string[] };
}

interface Document {
  paths: Record<string, { get?: { parameters?: Parameter[] } }>;
}

const app = { appId: "7" };

describe.skipIf(!existsSync(descriptionFile()))("the OpenAPI description has every row of the table", () => {
  let document: Document;
  beforeAll(async () => {
    document = parse(await readFile(descriptionFile(), "utf8"), { maxAliasCount: -1 }) as Document;
  });

  const described = SETTING_OFFERS.filter(({ underConsideration }) => !underConsideration);
  test.each(described.map((offer) => [offer.name, offer] as const))("%s", (name, { languages, of }) => {
    const parameters = document.paths[`/k/v1/${name}.json`]?.get?.parameters;
    const inGuestSpace = document.paths[`/k/guest/{guestSpaceId}/v1/${name}.json`]?.get;
    expect(parameters).toBeDefined();
    expect(inGuestSpace).toBeDefined();

    const { query = {} } = settingRequest(app, name, { spaceId: "9" });
    const required = parameters?.filter((parameter) => parameter.required).map((parameter) => parameter.name) ?? [];
    expect(required).toHaveLength(1);
    expect(query[required[0] ?? ""]).toBe(of === "app" ? "7" : "9");
    expect(Object.keys(query).sort()).toEqual(parameters?.map((parameter) => parameter.name).sort());

    // The description writes some lists of words in capitals; what it says about them, and official clients, do not.
    const lang = parameters
      ?.find((parameter) => parameter.name === "lang")
      ?.schema.enum?.map((word) => word.toLowerCase());
    expect(languages).toEqual(lang === undefined ? [] : ["en", "zh", "ja"]);
    for (const language of [query.lang, ...languages]) {
      if (lang !== undefined) expect(lang).toContain(language);
    }
    if (lang?.includes("default")) expect(query.lang).toBe("default");
  });

  test("and it has no other setting of an app or a space that could be read", () => {
    const about = (path: string) => /^\/k\/v1\/(?:app|record|field|space)(?:\/.+)?\.json$/.test(path);
    const known = new Set(SETTING_OFFERS.map(({ name }) => `/k/v1/${name}.json`));
    const others = Object.keys(document.paths).filter(
      (path) => about(path) && document.paths[path]?.get && !known.has(path),
    );
    // Records are no settings.
    expect(others.sort()).toEqual(["/k/v1/record.json", "/k/v1/record/comments.json"]);
  });
});

test("a language is asked for only where there is a choice", () => {
  expect(settingRequest(app, "app/views", { language: "zh" }).query).toEqual({ app: "7", lang: "zh" });
  expect(settingRequest(app, "app/form/layout", { language: "zh" }).query).toEqual({ app: "7" });
  expect(settingRequest(app, "app/plugins").query).toEqual({ app: "7", lang: "en" });
});

test("a setting of a plug-in needs the plug-in", () => {
  const request = settingRequest({ ...app, guestSpaceId: "3" }, "app/plugin/config", { pluginId: "charts" });
  expect(request).toMatchObject({ path: "app/plugin/config", guestSpaceId: "3", query: { app: "7", id: "charts" } });
  expect(() => settingRequest(app, "app/plugin/config")).toThrow(expect.objectContaining({ code: "UNEXPECTED" }));
});

test("a setting of a space needs the space", () => {
  expect(() => settingRequest(app, "space")).toThrow(expect.objectContaining({ code: "UNEXPECTED" }));
});
