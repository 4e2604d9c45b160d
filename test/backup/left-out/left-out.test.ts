import { describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import { type ScriptedApp, createScriptedSource, scriptedRecord } from "../scripted-kintone";
import { runOver, target } from "../scripted-run";

const SECRET = "123456789018";

/** An app whose every record has a My Number, a number that is computed from it, and a file. */
function personnel(): ScriptedApp {
  const cells = {
    number: { type: "SINGLE_LINE_TEXT", value: SECRET },
    copy: { type: "CALC", value: SECRET },
  };
  return {
    name: "人事",
    records: [1, 2].map((id) => ({ ...scriptedRecord(id, [[`k${id}`, `scan of ${SECRET}.txt`, 4]]), ...cells })),
    files: { k1: "SCAN", k2: "COPY" },
    fields: {
      properties: {
        text: { type: "SINGLE_LINE_TEXT", code: "text", label: "Text" },
        number: { type: "SINGLE_LINE_TEXT", code: "number", label: "番号" },
        copy: { type: "CALC", code: "copy", label: "控え", expression: "number" },
        file: { type: "FILE", code: "file", label: "File" },
      },
      revision: "5",
    },
  };
}

async function run(changes: Parameters<typeof target>[1]) {
  const result = await runOver(createScriptedSource({ 12: personnel() }), [target("12", changes)]);
  const facts = JSON.parse(result.contents.get("manifest.json")!).targets[0];
  return { ...result, facts, everything: [...result.contents].flat().join("\n") + result.history.log };
}

describe("fields that are left out", () => {
  it("are nowhere: not in records, not in CSV, not in attachments, not in names, not in the log", async () => {
    const { everything, outcome, facts, contents } = await run({ excludedFields: ["number", "file"] });
    expect(everything).not.toContain(SECRET);
    expect(everything).not.toContain("SCAN");
    expect(outcome.status).toBe("success");
    expect(facts.options.excludedFields).toEqual(["number", "file", "copy"]);
    expect(contents.get("12/records.csv")).toBe('"text"\n"text 1"\n"text 2"\n');
    expect(facts.missing).toContainEqual(
      expect.objectContaining({ code: "EXCLUDED", what: "derived-field", field: "copy" }),
    );
  });

  it("include what looks like a personal identifier, until somebody decides", async () => {
    const { everything, outcome } = await run({ excludedFields: ["file"] });
    expect(everything).not.toContain(SECRET);
    expect(outcome.results[0]).toMatchObject({
      status: "partial",
      problems: [{ step: "records", error: { code: "IDENTIFIER_UNDECIDED", facts: { app: "12", field: "number" } } }],
    });
  });

  it("do not include an identifier that is to be backed up", async () => {
    const { outcome, contents } = await run({ includedIdentifiers: ["number"], acceptedGaps: [] });
    expect(outcome.status).toBe("success");
    expect(contents.get("12/records.jsonl")).toContain(SECRET);
  });

  it("are a problem when the form has no such field: its code may have changed", async () => {
    const { outcome } = await run({ excludedFields: ["numbre"], includedIdentifiers: ["number"], acceptedGaps: [] });
    expect(outcome.results[0]).toMatchObject({
      status: "partial",
      problems: [{ error: { code: "EXCLUDED_FIELD_UNKNOWN", facts: { field: "numbre" } } }],
    });
  });
});

describe("parts that are left out", () => {
  const parts = { records: true, attachments: true, comments: true, settings: true, administration: true };

  it("are not asked for, and the manifest says so", async () => {
    const asked: string[] = [];
    const scripted = { ...personnel(), comments: { 1: ["1"] } };
    const source = createScriptedSource({ 12: scripted }, ({ method, argument }) => {
      asked.push(method === "readSetting" ? String(argument) : method);
    });
    const include = { ...parts, attachments: false, comments: false, settings: false, administration: false };
    const { outcome, contents } = await runOver(source, [target("12", { include, excludedFields: ["number"] })]);
    expect(outcome.status).toBe("success");
    expect(asked).not.toContain("openFile");
    expect(asked).not.toContain("readComments");
    expect(asked).not.toContain("app/views");
    expect([...contents.keys()].sort()).toEqual([
      "12/records.csv",
      "12/records.jsonl",
      "12/settings/app.json",
      "12/settings/app/form/fields.json",
      "12/settings/app/form/layout.json",
      "README.txt",
      "manifest.json",
    ]);
    const { missing, options } = JSON.parse(contents.get("manifest.json")!).targets[0];
    expect(options.include).toEqual(["records"]);
    for (const what of ["attachments", "comments", "settings"]) {
      expect(missing).toContainEqual(expect.objectContaining({ code: "EXCLUDED", what }));
    }
  });

  it("may be the records themselves", async () => {
    const { outcome, contents } = await runOver(createScriptedSource({ 12: personnel() }), [
      target("12", { include: { ...parts, records: false } }),
    ]);
    expect(outcome).toMatchObject({ status: "success", records: 0 });
    expect(contents.has("12/records.jsonl")).toBe(false);
    expect(contents.has("12/settings/app/views.json")).toBe(true);
  });
});

describe("settings that the user may not read", () => {
  it("are one problem that names them all, and the rest is there", async () => {
    const source = createScriptedSource({ 12: personnel() }, ({ method, argument }) => {
      if (method === "readSetting" && (argument === "app/views" || argument === "app/settings")) {
        throw new BackupError("NO_PERMISSION", "no", { answer: { status: 403, code: "CB_NO02" } });
      }
    });
    const { outcome, contents } = await runOver(source, [target("12", { excludedFields: ["number"] })]);
    expect(outcome.results[0]).toMatchObject({ status: "partial", records: 2 });
    expect(outcome.results[0]?.problems).toMatchObject([
      {
        step: "settings",
        error: { code: "SETTINGS_NOT_READABLE", facts: { settings: ["app/settings", "app/views"] } },
      },
    ]);
    const { missing } = JSON.parse(contents.get("manifest.json")!).targets[0];
    expect(missing).toContainEqual(
      expect.objectContaining({ code: "NOT_READABLE", what: "settings", path: "12/settings/app/views.json" }),
    );
  });
});
