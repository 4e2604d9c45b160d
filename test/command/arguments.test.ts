import { parseArgs } from "node:util";
import { describe, expect, it } from "vitest";
import { OPTIONS, toCommand } from "../../src/command/arguments";

describe("the command line", () => {
  it("asks for a run with a file, in the language of the environment unless told otherwise", () => {
    expect(toCommand({ positionals: ["run"], values: { file: "a.json" } }, "ja")).toEqual({
      kind: "run",
      file: "a.json",
      language: "ja",
      resume: false,
      refuseWithoutRoom: false,
      overBudget: "stop",
    });
    expect(toCommand({ positionals: ["run"], values: { file: "a.json", lang: "en" } }, "ja")).toMatchObject({
      language: "en",
    });
  });

  it.each([
    [[], {}, "no command given"],
    [["resore"], {}, "unknown command"],
    [["run"], {}, "--file is missing"],
    [["run", "now"], { file: "a.json" }, "run takes nothing but options"],
    [["verify"], {}, "no zip file given"],
    [
      ["verify", "a.zip"],
      { file: "a.json" },
      "--file belongs to run, deliver, test-place, compare, compare-settings, restore, rebuild, drill, prune, hold, and prove-key",
    ],
    [["verify", "a.zip"], { resume: true }, "--resume belongs to run, restore, and rebuild"],
    [["verify", "a.zip"], { "refuse-without-room": true }, "--refuse-without-room belongs to run"],
    [["run"], { file: "a.json", "over-budget": "ask" }, "--over-budget is one of stop, pause, without-comments, go-on"],
    [["verify", "a.zip"], { zips: ["b.zip"] }, "--zips belongs to check-history"],
    [["check-history"], {}, "no settings file given"],
    [
      ["check-history"],
      { file: "a.json" },
      "--file belongs to run, deliver, test-place, compare, compare-settings, restore, rebuild, drill, prune, hold, and prove-key",
    ],
    [["check-history", "a.json", "b.zip"], {}, "zip files come after --zips"],
    [["compare", "a.zip"], {}, "--file is missing"],
    [["compare"], { file: "a.json", resume: true }, "--resume belongs to run, restore, and rebuild"],
    [
      ["run"],
      { file: "a.json", app: ["12"] },
      "--app belongs to rehearse, compare, compare-settings, restore, rebuild, drill, and probe",
    ],
    [["rehearse"], {}, "no zip file given"],
    [["compare"], { file: "a.json", app: ["12", "x"] }, "--app takes the id of an app, not x"],
    [["compare-settings", "a.zip"], {}, "--file or --with is missing"],
    [["compare-settings"], { with: ["b.zip"] }, "no zip file given"],
    [["compare-settings", "a.zip"], { with: ["b.zip"], app: [""] }, "--app takes the id of an app, not nothing"],
  ])("says what is wrong with %j %j", (positionals, values, reason) => {
    expect(toCommand({ positionals, values }, "")).toMatchObject({ kind: "misused", reason });
  });

  it("refuses a run without room when told to", () => {
    const values = { file: "a.json", "refuse-without-room": true };
    expect(toCommand({ positionals: ["run"], values }, "")).toMatchObject({ refuseWithoutRoom: true });
    const beyond = { file: "a.json", "over-budget": "go-on" };
    expect(toCommand({ positionals: ["run"], values: beyond }, "")).toMatchObject({ overBudget: "go-on" });
  });

  it("asks for zip files to be verified", () => {
    const verify = { positionals: ["verify", "a.zip", "b.zip"], values: { lang: "en" } };
    expect(toCommand(verify, "ja")).toEqual({ kind: "verify", volumes: ["a.zip", "b.zip"], language: "en" });
  });

  it("asks for the history to be checked, alone or with zips, as many as a shell makes of --zips *.zip", () => {
    const asked = (args: string[]) => toCommand(parseArgs({ args, options: OPTIONS, allowPositionals: true }), "ja");
    const check = { kind: "check-history", file: "a.json", language: "ja" };
    expect(asked(["check-history", "a.json"])).toEqual({ ...check, zips: [] });
    expect(asked(["check-history", "a.json", "--zips", "a.zip", "b.zip"])).toEqual({
      ...check,
      zips: ["a.zip", "b.zip"],
    });
    expect(asked(["check-history", "--zips", "x", "--zips", "y", "a.json"])).toEqual({ ...check, zips: ["x", "y"] });
  });

  it("asks for a comparison, of whatever is in the folder or of some zips, apps and a run", () => {
    const asked = (args: string[]) => toCommand(parseArgs({ args, options: OPTIONS, allowPositionals: true }), "ja");
    const order = { kind: "compare", file: "a.json", zips: [], apps: [], bytes: false, record: false, language: "ja" };
    expect(asked(["compare", "--file", "a.json"])).toEqual(order);
    expect(
      asked(["compare", "a.zip", "b", "--file=a.json", "--run=r", "--app=1", "--app=2", "--bytes", "--differences=d"]),
    ).toEqual({ ...order, zips: ["a.zip", "b"], runId: "r", apps: ["1", "2"], bytes: true, differences: "d" });
    const recorded = { ...order, record: true, reason: "audit" };
    expect(asked(["compare", "--file=a.json", "--record", "--reason=audit"])).toEqual(recorded);
    expect(asked(["compare", "--file=a.json", "--reason=audit"])).toMatchObject({ kind: "misused" });
  });

  it("gives each verb an option of one name in the verb's own way, several or the last", () => {
    const asked = (args: string[]) => toCommand(parseArgs({ args, options: OPTIONS, allowPositionals: true }), "ja");
    const probe = ["probe", "--base-url=https://example.cybozu.com"];
    expect(asked([...probe, "--app=1", "--app=2"])).toMatchObject({ kind: "probe", app: { appId: "2" } });
    expect(asked(["compare", "--file=a.json", "--app=1"])).toMatchObject({ kind: "compare", apps: ["1"] });
  });

  it("prefers help to everything else", () => {
    expect(toCommand({ positionals: ["nonsense"], values: { help: true } }, "")).toEqual({ kind: "help" });
    expect(toCommand({ positionals: [], values: { version: true } }, "")).toEqual({ kind: "version" });
  });
});
