import { describe, expect, it } from "vitest";
import { toCommand } from "../../src/headless/arguments";

describe("the command line", () => {
  it("asks for a run with a file, in the language of the environment unless told otherwise", () => {
    expect(toCommand({ positionals: ["run"], values: { file: "a.json" } }, "ja_JP.UTF-8")).toEqual({
      kind: "run",
      file: "a.json",
      language: "ja",
    });
    expect(toCommand({ positionals: ["run"], values: { file: "a.json", lang: "en" } }, "ja_JP.UTF-8")).toMatchObject({
      language: "en",
    });
  });

  it.each([
    [[], {}, "no command given"],
    [["restore"], {}, "unknown command"],
    [["run"], {}, "--file is missing"],
    [["run", "now"], { file: "a.json" }, "run takes nothing but options"],
    [["verify"], {}, "no zip file given"],
    [["verify", "a.zip"], { file: "a.json" }, "verify takes no --file"],
  ])("says what is wrong with %j %j", (positionals, values, reason) => {
    expect(toCommand({ positionals, values }, "")).toEqual({ kind: "misused", reason });
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
