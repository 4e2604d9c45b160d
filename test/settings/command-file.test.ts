import { describe, expect, it } from "vitest";
import { parseCommandFile } from "../../src/settings/command-file";
import { DEFAULT_SETTINGS } from "../../src/settings/settings";

const complete = { baseUrl: "https://example.cybozu.com", app: "5", folder: "backups" };
const parse = (file: object) => parseCommandFile(JSON.stringify(file));
const problems = (file: object) => {
  const parsed = parse(file);
  return "problems" in parsed ? parsed.problems.map(({ field, reason }) => `${field}: ${reason}`) : [];
};

describe("the file of the command", () => {
  it("is complete with where kintone is, the app and the folder", () => {
    expect(parse(complete)).toEqual({ file: { ...complete, settings: DEFAULT_SETTINGS } });
  });

  it("takes ids as numbers, and leaves out slashes after the address", () => {
    expect(parse({ ...complete, app: 5, guestSpaceId: 3, baseUrl: "https://example.cybozu.com/" })).toMatchObject({
      file: { app: "5", guestSpaceId: "3", baseUrl: "https://example.cybozu.com" },
    });
  });

  it("may begin with the mark that Windows editors write", () => {
    expect(parseCommandFile(`\uFEFF${JSON.stringify(complete)}`)).toHaveProperty("file");
  });

  it.each(["http://localhost:9000", "http://127.0.0.1:9000", "http://[::1]:9000", "HTTPS://example.kintone.com"])(
    "may name %s",
    (baseUrl) => expect(problems({ ...complete, baseUrl })).toEqual([]),
  );

  it.each([
    "http://example.cybozu.com",
    "http://localhost.example.com",
    "https://sato:secret@example.cybozu.com",
    "https://example.cybozu.com/k/5/",
    "example.cybozu.com",
  ])("may not name %s", (baseUrl) => expect(problems({ ...complete, baseUrl })).toEqual(["baseUrl: not-an-address"]));

  it("says everything that is missing or wrong, inside the settings too", () => {
    expect(problems({ app: "five", guestSpaceId: null, settings: { timeZone: "x", volumeLimitMiB: 1 } })).toEqual([
      "baseUrl: required",
      "app: not-an-id",
      "guestSpaceId: not-an-id",
      "folder: required",
      "settings.timeZone: unknown-time-zone",
      "settings.volumeLimitMiB: out-of-range",
    ]);
  });

  it.each(["password", "apiToken", "username"])("refuses to hold a secret such as %s", (name) => {
    expect(problems({ ...complete, [name]: "x" })).toEqual([`${name}: secret`]);
  });

  it("refuses names that it does not know, and settings that are none", () => {
    expect(problems({ ...complete, fodler: "x", settings: [] })).toEqual([
      "fodler: unknown-name",
      "settings: unreadable",
    ]);
  });

  it.each(["", "{", "null", '"text"'])("cannot be read from %j", (text) => {
    expect(parseCommandFile(text)).toEqual({ problems: [{ field: "", reason: "unreadable", facts: {} }] });
  });
});
