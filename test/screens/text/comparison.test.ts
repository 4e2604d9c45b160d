import { describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import type { Comparison, RecordFinding } from "../../../src/restore/compare/comparison";
import type { FormDifference } from "../../../src/restore/compare/form-differences";
import type { FieldDifference } from "../../../src/restore/compare/record-differences";
import { describeComparison } from "../../../src/screens/text/restore/command/comparison-report";
import { describeRecordFinding } from "../../../src/screens/text/restore/finding-line";
import { comparisonCommandMessagesFor } from "../../../src/screens/text/restore/command/language";

const LANGUAGES = ["ja", "en", "zh"].map(comparisonCommandMessagesFor);
const [, en] = LANGUAGES as [unknown, (typeof LANGUAGES)[number]];
const NO_WORDS = /undefined|NaN|\[object|「」|""|“”|（）|\(\)|null/;

const FORM: FormDifference[] = [
  ...["", "表"].map((table) => ({
    ...({ kind: "absent", field: "価格", ...(table && { table }), label: "値段", type: "NUMBER" } as const),
    proposals: table ? ["price"] : [],
  })),
  { kind: "type", field: "code", archived: "SINGLE_LINE_TEXT", present: "NUMBER" },
  { kind: "place", field: "inner", archived: "表" },
  { kind: "place", field: "inner", archived: "表", present: "another" },
  { kind: "required", field: "顧客" },
  { kind: "unique", field: "No" },
  { kind: "limit", field: "数量", limit: "maxValue", archived: "", present: "10" },
  { kind: "options", field: "判定", gone: [{ option: "良", proposal: "優" }, { option: "否" }] },
  { kind: "lookup", field: "顧客" },
  { kind: "added", field: "新", label: "新しい", type: "A_TYPE_OF_TOMORROW" },
];
const differing = (fields: FieldDifference[]) => ({
  ...({ kind: "differs", id: "6", present: { id: "66", revision: "2" }, fields } as const),
  changed: { by: "sato", at: "2026-11-23T03:00:00Z" },
});
const examples: Record<RecordFinding["kind"], RecordFinding[]> = {
  missing: [{ kind: "missing", id: "3" }],
  differs: [differing([{ field: "品番", role: "written", archived: "a", present: "b" }])],
  explained: [differing([{ field: "計", role: "calculated", archived: "1", present: "2" }])],
  newer: [{ kind: "newer", id: "31", revision: "1" }],
  surplus: [{ kind: "surplus", id: "9", revision: "1" }],
  unread: [{ kind: "unread", id: "5", error: new BackupError("FILE_GONE", "", { facts: { file: "a.pdf" } }) }],
};
const comparison: Comparison = {
  form: { differences: FORM, isUnchanged: false, excluded: ["番号"] },
  counts: {
    ...{ archived: 1234, present: 1233, equal: 1000 },
    ...{ missing: 25, differs: 1, explained: 1, newer: 1, surplus: 1, unread: 1 },
  },
  ...{ mayBeHidden: "unknown", condition: "", hasAttachments: false },
};
const report = (messages: (typeof LANGUAGES)[number], changes: Partial<Comparison> = {}) =>
  describeComparison(messages, {
    ...{ verdict: "differs", heading: ["heading"], bytes: true },
    targets: [
      {
        app: { appId: "12", appName: "検査\n\u001b[2J" },
        found: { comparison: { ...comparison, ...changes }, examples },
      },
    ],
  });

describe.each(LANGUAGES)("a comparison in $locale", (messages) => {
  const { restore } = messages;

  it("tells every difference of a form in a line of its own, with what it means", () => {
    const lines = report(messages).filter((line) => line.startsWith("    - "));
    const told = lines.slice(0, FORM.length);
    expect(new Set(told).size).toBe(FORM.length);
    for (const [at, { field }] of FORM.entries()) expect(told[at]).toContain(field);
    expect(told[1]).toMatch(/表.*price/);
    expect(told.join("\n")).not.toMatch(/SINGLE_LINE_TEXT|NUMBER/);
    expect(told.join("\n")).not.toMatch(NO_WORDS);
  });

  it("tells the numbers, what it cannot tell, and the first findings of each kind", () => {
    const lines = report(messages);
    const said = lines.join("\n");
    expect(lines[0]).toBe(restore.verdict.differs);
    for (const key of Object.keys(comparison.counts) as Array<keyof Comparison["counts"]>) {
      expect(said).toContain(`${restore.counts[key]}: ${messages.quantities.number(comparison.counts[key])}`);
    }
    expect(said).toContain(restore.mayBeHidden.unknown);
    expect(said).toContain(restore.excluded(["番号"]));
    expect(said).toContain(restore.noAttachments);
    expect(said).toContain(`${restore.kind.missing(25)}\n    - ${restore.record("3", "3")}\n    ${restore.more(24)}\n`);
    for (const { id } of Object.values(examples).flat()) expect(said).toContain(id);
    expect(said).not.toMatch(NO_WORDS);
    expect(lines.at(-1)).toBe(restore.everything);
    expect(said).not.toContain("\u001b");
    expect(lines.filter((line) => line.includes("検査"))).toHaveLength(1);
  });

  it("says nothing of records outside a condition but that nothing is known of them", () => {
    const said = report(messages, { condition: '判定 in ("良")' }).join("\n");
    expect(said).toContain(restore.condition('判定 in ("良")'));
    expect(said).not.toContain(restore.kind.surplus(1));
    expect(report(messages).join("\n")).toContain(restore.kind.surplus(1));
  });

  it("says why an app cannot be compared", () => {
    const identity = { appId: "12", name: "注文", creator: "sato", createdAt: "2026-11-23T03:00:00Z" };
    const sentences = [
      { reason: "no-form", app: "検査" } as const,
      { reason: "no-records", app: "検査" } as const,
      { reason: "another-app", present: identity, archived: { ...identity, name: "検査" } } as const,
      new BackupError("APP_NOT_FOUND", "", { facts: { app: "12" }, answer: { status: 404, code: "GAIA_AP01" } }),
    ].map((obstacle) => {
      const targets = [{ app: { appId: "12", appName: "検査" }, obstacle }];
      return describeComparison(messages, { verdict: "unable", heading: [], bytes: false, targets }).at(-1)!;
    });
    expect(new Set(sentences).size).toBe(4);
    expect(sentences[2]).toMatch(/12.*(注文.*sato.*検査|sato.*注文.*検査)/);
    expect(sentences[3]).toMatch(/12.*14.*GAIA_AP01/);
    expect(sentences.join("\n")).not.toMatch(NO_WORDS);
  });
});

describe("a value on the screen", () => {
  const line = (archived: unknown, present: unknown, more: Partial<FieldDifference> = {}) =>
    describeRecordFinding(en, differing([{ field: "f", role: "written", archived, present, ...more }])).replace(
      /^.*?\): /,
      "",
    );
  const long = "x".repeat(60);
  const user = (code: string, name: string) => ({ code, name });
  const row = (value: string) => ({ id: "1", value: { a: { type: "NUMBER", value } } });

  it.each<[string, unknown, unknown, string]>([
    ["a text", "a", "", 'f: "a" → (empty)'],
    ["several lines", "a\nb", null, 'f: "a b" → (empty)'],
    ["a long text, from where it is another", `${long}a`, `${long}b`, 'f: "…xxxxxxxxa" → "…xxxxxxxxb"'],
    ["a long text that was short", "a", "y".repeat(50), `f: "a" → "${"y".repeat(26)}…${"y".repeat(13)}"`],
    ["what is chosen", ["a", "b"], [], 'f: "a", "b" → (empty)'],
    ["people", [user("sato", "佐藤")], user("ito", "伊藤"), "f: 佐藤 (sato) → 伊藤 (ito)"],
    ["files", [{ fileKey: "k", name: "a.pdf", size: "2048" }], [], "f: a.pdf (2 kB) → (empty)"],
    ["rows", [row("1"), row("2"), row("3")], [row("1"), row("2")], "f: 3 rows → 2 rows"],
    ["as many rows", [row("1")], [row("2")], "f: 1 row → 1 row with other values"],
    ["what nobody foresaw", { odd: 1 }, 7, 'f: "{"odd":1}" → "7"'],
  ])("%s", (_, archived, present, shown) => expect(line(archived, present)).toBe(shown));

  it("is told with why a restore cannot write it", () => {
    expect(line("1", "2", { role: "copied" })).toBe('f (copied from another app): "1" → "2"');
  });

  it("is told when only the bytes are others, and in which table", () => {
    const file = [{ fileKey: "k", name: "a.pdf", size: "1" }];
    expect(line(file, file, { ofBytes: true })).toMatch(/^f a\.pdf \(1 byte\): the same names and sizes/);
    expect(line([row("1")], [row("1")], { ofBytes: true, inner: "photo" })).toMatch(/^f \/ photo: the same names/);
  });

  it("is one of few where a record has many that differ", () => {
    const fields = Array.from({ length: 20 }, (_, at) => ({
      field: `f${at}`,
      role: "written",
      archived: "a",
      present: "b",
    }));
    expect(describeRecordFinding(en, differing(fields as FieldDifference[]))).toMatch(
      /^Record 6 \(66 now\) \(sato, .*\): f0: .*; f7: "a" → "b"; and 12 more/,
    );
  });
});
