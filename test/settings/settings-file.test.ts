import { describe, expect, it } from "vitest";
import { parseCommandFile } from "../../src/settings/command-file";
import { DEFAULT_SETTINGS, type Settings } from "../../src/settings/settings";
import { parseSettingsFile, toSettingsFile } from "../../src/settings/settings-file";

const settings: Settings = { ...DEFAULT_SETTINGS, filePrefix: "品質保証部", volumeLimitMiB: 512, incremental: true };
const origin = { at: "2026-11-24T00:00:00.000Z", pluginVersion: "0.1.0" };
const file = toSettingsFile(settings, origin);

describe("a file of settings", () => {
  it("gives back what was put in, and where it comes from; an editor's byte order mark does no harm", () => {
    expect(parseSettingsFile(file)).toEqual({ settings, origin });
    expect(parseSettingsFile(`\uFEFF${file}`)).toEqual({ settings, origin });
  });

  it("tells the version of its settings", () => {
    expect(JSON.parse(file)).toMatchObject({ settings: { version: 1 } });
  });

  it("is a file for the command as soon as it says where kintone, app and folder are", () => {
    const where = { baseUrl: "https://example.cybozu.com", app: "5", folder: "backups" };
    const command = JSON.stringify({ ...where, ...JSON.parse(file) });
    expect(parseCommandFile(command)).toEqual({
      file: { ...where, places: [{ kind: "folder", name: "folder", path: "backups" }], settings },
    });
    expect(parseSettingsFile(command)).toEqual({ settings, origin });
  });

  it.each([
    ["no JSON", "{"],
    ["settings of nothing", "{}"],
    ["a list", "[1]"],
    ["null", "null"],
    ["settings without their place", JSON.stringify(settings)],
  ])("is not %s", (_, text) => {
    expect(parseSettingsFile(text)).toEqual({
      problems: [{ field: "", reason: "unreadable", facts: {} }],
      origin: {},
    });
  });

  it("is checked like every other settings, with a problem for each field", () => {
    const wrong = { ...settings, filePrefix: "a/b", requestsAtOnce: 99, apiToken: "x" };
    const parsed = parseSettingsFile(JSON.stringify({ exported: { at: 1 }, settings: wrong }));
    expect("problems" in parsed && parsed.problems.map(({ field, reason }) => [field, reason])).toEqual([
      ["filePrefix", "forbidden-character"],
      ["requestsAtOnce", "out-of-range"],
      ["apiToken", "unknown-name"],
    ]);
    expect(parsed.origin).toEqual({});
  });

  it("of a newer plugin is refused instead of being half understood", () => {
    const newer = JSON.stringify({ settings: { ...settings, version: 2 } });
    expect(parseSettingsFile(newer)).toMatchObject({ problems: [{ field: "version", reason: "newer-version" }] });
  });
});
