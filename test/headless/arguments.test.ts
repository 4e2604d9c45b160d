import { describe, expect, it } from "vitest";
import { toCommand } from "../../src/headless/arguments";

describe("the command line", () => {
  it("asks for a run with a file, in the language of the environment unless told otherwise", () => {
    expect(toCommand({ positionals: ["run"], values: { file: "a.json" } }, "ja_JP.UTF-8")).toEqual({
      kind: "run",
      file: "a.json",
      language: "ja",
      refuseWithoutRoom: false,
    });
    expect(toCommand({ positionals: ["run"], values: { file: "a.json", lang: "en" } }, "ja_JP.UTF-8")).toMatchObject({
      language: "en",
    });
  });

  it.each([
    [[], {}, "no command given"],
    [["restore"], {}, "unknown command: restore"],
    [["run"], {}, "--file is missing"],
    [["run", "now"], { file: "a.json" }, "unexpected: now"],
    [["verify"], {}, "no zip file given"],
    [["verify", "a.zip"], { "refuse-without-room": true }, "verify takes no --refuse-without-room"],
    [["verify", "a.zip"], { file: "a.json" }, "verify takes no --file"],
  ])("says what is wrong with %j %j", (positionals, values, reason) => {
    expect(toCommand({ positionals, values }, "")).toEqual({ kind: "misused", reason });
  });

  it("refuses a run without room when told to", () => {
    const values = { file: "a.json", "refuse-without-room": true };
    expect(toCommand({ positionals: ["run"], values }, "")).toMatchObject({ refuseWithoutRoom: true });
  });

  it("asks for zip files to be verified", () => {
    const verify = { positionals: ["verify", "a.zip", "b.zip"], values: { lang: "en" } };
    expect(toCommand(verify, "ja_JP.UTF-8")).toEqual({ kind: "verify", volumes: ["a.zip", "b.zip"], language: "en" });
  });

  it("prefers help to everything else", () => {
    expect(toCommand({ positionals: ["nonsense"], values: { help: true } }, "")).toEqual({ kind: "help" });
    expect(toCommand({ positionals: [], values: { version: true } }, "")).toEqual({ kind: "version" });
  });
});
