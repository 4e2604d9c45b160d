import { describe, expect, it } from "vitest";
import { fromPluginConfig, toPluginConfig } from "../../src/settings/plugin-config";
import { DEFAULT_SETTINGS } from "../../src/settings/settings";

describe("plugin config", () => {
  it.each([{}, null, undefined])("is the defaults when nothing was saved (%j)", (config) => {
    expect(fromPluginConfig(config)).toEqual({ settings: DEFAULT_SETTINGS });
  });

  it("holds strings only, and gives back what was put in", () => {
    const settings = { ...DEFAULT_SETTINGS, filePrefix: "品質", requestsAtOnce: 3 };
    const config = toPluginConfig(settings);
    expect(Object.values(config).every((value) => typeof value === "string")).toBe(true);
    expect(fromPluginConfig({ ...config })).toEqual({ settings });
  });

  it.each(["", "{", "[]", "null"])("says so when it cannot be read (%j)", (settings) => {
    expect(fromPluginConfig({ settings })).toEqual({ problems: [{ field: "", reason: "unreadable", facts: {} }] });
  });

  it("says so when a newer plugin wrote it", () => {
    const { settings } = toPluginConfig(DEFAULT_SETTINGS);
    const newer = { settings: settings.replace('"version":1', '"version":9') };
    expect(fromPluginConfig(newer)).toMatchObject({ problems: [{ field: "version", reason: "newer-version" }] });
  });
});
