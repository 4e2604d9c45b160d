import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormFields, KintoneRecord } from "../../../../src/archive/records/kintone-app";
import { suspectedIdentifiers } from "../../../../src/backup/left-out/identifiers/suspected-identifiers";
import { leaveOutFields } from "../../../../src/backup/left-out/leave-out-fields";
import type { TargetLedger } from "../../../../src/backup/targets/target-ledger";
import type { BackupError } from "../../../../src/domain/errors";
import type { Choices } from "../../../../src/history/targets/target-choices";
import { choosableFields, countLeftOut } from "../../../../src/screens/settings/targets/choosable-fields";
import {
  decide,
  decisionOn,
  derivedIn,
  leaveOut,
  undecidedIn,
  unknownIn,
} from "../../../../src/screens/settings/targets/decisions";

const text = (code: string, label = code) => ({ type: "SINGLE_LINE_TEXT", code, label });
const calc = (code: string, expression: string) => ({ type: "CALC", code, label: code, expression });
const form: FormFields = {
  revision: "1",
  properties: {
    name: text("name", "氏名"),
    number: text("number", "マイナンバー"),
    memo: text("memo", "備考"),
    salary: { type: "NUMBER", code: "salary", label: "月給" },
    yearly: calc("yearly", "salary * 12"),
    taxed: calc("taxed", "yearly * 0.9"),
    shown: { ...text("shown", "表示"), expression: "number & name" },
    family: {
      type: "SUBTABLE",
      code: "family",
      label: "扶養家族",
      fields: { family_name: text("family_name"), family_number: text("family_number", "個人番号") },
    },
    group: { type: "GROUP", code: "group", label: "グループ" },
    related: { type: "REFERENCE_TABLE", code: "related", label: "関連" },
    Status: { type: "STATUS", code: "Status", label: "Status", enabled: false },
  },
};
const sample: KintoneRecord[] = [{ memo: { type: "SINGLE_LINE_TEXT", value: "123456789018" } }];
const details = {
  ...{ appName: "名簿", records: 1, commentsEnabled: true, form, sample: 1, lastingGaps: [] },
  suspects: suspectedIdentifiers(form, sample),
};

const undecided: Choices = {
  include: { records: true, attachments: true, comments: true, settings: true, administration: true },
  excludedFields: [],
  includedIdentifiers: [],
  acceptedGaps: [],
};
const codes = (suspects: ReadonlyArray<{ field: string }>) => suspects.map(({ field }) => field);

/** What a run makes of the choices. */
function inARun(choices: Choices): { leftOut: string[]; undecided: string[] } {
  const leftOut: string[] = [];
  const problems: BackupError[] = [];
  const ledger = {
    target: { recordId: "1", appId: "11", appName: "", query: "", ...choices },
    problem: (_: string, error: BackupError) => problems.push(error),
    missing: () => undefined,
    leaveOut: (fields: string[]) => leftOut.push(...fields),
  } as unknown as TargetLedger;
  const suspects = suspectedIdentifiers(form, sample);
  leaveOutFields({ fields: form, layout: { layout: [], revision: "1" } }, suspects, ledger);
  const waiting = problems.filter(({ code }) => code === "IDENTIFIER_UNDECIDED");
  return { leftOut, undecided: waiting.map(({ facts }) => facts.field ?? "") };
}

describe("decisions", () => {
  it("find what a run finds", () => {
    expect(codes(undecidedIn(details, undecided))).toEqual(["number", "memo", "family_number"]);
    expect(derivedIn(details, undecided)).toEqual(["shown"]);
  });

  it("whatever they are, leave out what a run leaves out, and ask for what a run asks for", async () => {
    const all = [...Object.keys(form.properties), "family_name", "family_number", "unknown"];
    const property = fc.asyncProperty(
      fc.subarray(all),
      fc.subarray(all),
      async (excludedFields, includedIdentifiers) => {
        const choices = { ...undecided, excludedFields, includedIdentifiers };
        const waiting = codes(undecidedIn(details, choices));
        const run = await inARun(choices);
        expect(waiting).toEqual(run.undecided);
        expect([...excludedFields, ...waiting, ...derivedIn(details, choices)].sort()).toEqual(run.leftOut.sort());
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });

  it.each(["leave-out", "back-up", "undecided"] as const)("%s replaces what was decided before", (decision) => {
    const [suspect] = details.suspects;
    const before = {
      ...undecided,
      excludedFields: ["number", "x"],
      includedIdentifiers: ["number", "y"],
      acceptedGaps: [],
    };
    const after = decide(before, "number", decision);
    expect(decisionOn(suspect!, after)).toBe(decision);
    expect([after.excludedFields.includes("x"), after.includedIdentifiers.includes("y")]).toEqual([true, true]);
    expect(before.excludedFields).toEqual(["number", "x"]);
  });

  it("are not asked for when no record is backed up", () => {
    const none = { ...undecided, include: { ...undecided.include, records: false } };
    expect(undecidedIn(details, none)).toEqual([]);
  });

  it("leave a field out once, and take it in again", () => {
    const out = leaveOut(leaveOut(undecided, "salary", true), "salary", true);
    expect(out.excludedFields).toEqual(["salary"]);
    expect(derivedIn(details, out)).toEqual(["yearly", "taxed", "shown"]);
    expect(leaveOut(out, "salary", false)).toEqual(undecided);
  });
});

describe("the fields to choose from", () => {
  it("are those with values, without the suspects, tables opened", () => {
    const fields = choosableFields(details).map(({ code, inner }) => (inner ? [code, codesOf(inner)] : code));
    expect(fields).toEqual(["name", "salary", "yearly", "taxed", "shown", ["family", ["family_name"]]]);
  });

  it("are counted with the codes that the form does not have, and without the suspects", () => {
    const choices = { ...undecided, excludedFields: ["salary", "family_name", "number", "gone"] };
    expect(unknownIn(details, choices)).toEqual(["gone"]);
    expect(countLeftOut(details, choices)).toBe(3);
  });
});

function codesOf(fields: ReadonlyArray<{ code: string }>): string[] {
  return fields.map(({ code }) => code);
}
