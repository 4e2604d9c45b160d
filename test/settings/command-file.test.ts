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
  it("is complete with where kintone is, the app and the folder, which is the one place of its archives", () => {
    const places = [{ kind: "folder", name: "folder", path: "backups" }];
    expect(parse(complete)).toEqual({ file: { ...complete, places, settings: DEFAULT_SETTINGS } });
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
    String.raw`https://example.cybozu.com\k`,
    "https://example.cybozu.com:99999",
    "https://[::1",
    "https://100%.cybozu.com",
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

  it.each([String.raw`C:\backups\new`, String.raw`C:\temp`, String.raw`D:\n`, String.raw`\b`])(
    "refuses %s with single backslashes, which JSON takes for control characters",
    (folder) => {
      const parsed = parseCommandFile(`{"baseUrl":"https://example.cybozu.com","app":"5","folder":"${folder}"}`);
      expect(parsed).toEqual({ problems: [{ field: "folder", reason: "control-characters", facts: {} }] });
    },
  );

  it.each([
    ["~sato/backups", "~sato"],
    ["$HOME/backups", "$HOME"],
    ["${HOME}/backups", "${HOME}"],
    ["%USERPROFILE%\\backups", "%USERPROFILE%"],
  ])("refuses %s, which only a shell would replace", (folder, found) => {
    const problem = { field: "folder", reason: "shell-notation", facts: { found } };
    expect(parse({ ...complete, folder })).toEqual({ problems: [problem] });
  });

  it.each(["~", "~/backups", "./~sato", "100%", "C:\\backups\\new", "\\\\server\\share", "$"])(
    "may go to %s",
    (folder) => expect(problems({ ...complete, folder })).toEqual([]),
  );

  it.each([
    ["UTF-16LE", [0xff, 0xfe], "utf16le"],
    ["UTF-16LE", [], "utf16le"],
    ["UTF-16BE", [0xfe, 0xff], "utf16be"],
    ["UTF-16BE", [], "utf16be"],
  ] as const)("tells %s by its name, with the mark %j", (encoding, mark, as) => {
    const bytes = Buffer.from(JSON.stringify({ ...complete, folder: "保管" }), "utf16le");
    const file = Buffer.concat([Buffer.from(mark), as === "utf16be" ? bytes.swap16() : bytes]);
    const problem = { field: "", reason: "not-utf-8", facts: { encoding } };
    expect(parseCommandFile(file.toString("utf8"))).toEqual({ problems: [problem] });
  });

  it("takes no text that is no UTF-8, which would be another name", () => {
    const shiftJis = Buffer.concat([
      Buffer.from('{"folder":"'),
      Buffer.from([0x95, 0xdb, 0x8a, 0xc7]),
      Buffer.from('"}'),
    ]);
    expect(parseCommandFile(shiftJis.toString("utf8"))).toEqual({
      problems: [{ field: "", reason: "not-utf-8", facts: {} }],
    });
  });

  it.each([
    ['{\n  "app": "5",\n}', 3, 1],
    ['{\r\n  "app": "5"\r\n  "folder": "x"\r\n}', 3, 3],
    ['{"folder": "C:\\Users"}', 1, 15],
    ["{'app': 5}", 1, 2],
    ['{"app": 05}', 1, 10],
    ['{"app": "5"', 1, 12],
    ['{"app": "5', 1, 11],
    ['{"app": [1, 2,]}', 1, 15],
    ['{"app": 5} // the app', 1, 12],
    ["", 1, 1],
  ])("says where %j stops being JSON", (text, line, column) => {
    expect(parseCommandFile(text)).toEqual({ problems: [{ field: "", reason: "not-json", facts: { line, column } }] });
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

  it.each(["null", '"text"'])("cannot be read from %j", (text) => {
    expect(parseCommandFile(text)).toEqual({ problems: [{ field: "", reason: "unreadable", facts: {} }] });
  });
});
