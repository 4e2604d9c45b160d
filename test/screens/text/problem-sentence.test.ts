import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BackupError, type ErrorCode, type ErrorFacts } from "../../../src/domain/errors";
import { en } from "../../../src/screens/text/run/en";
import { ja } from "../../../src/screens/text/run/ja";
import { describeProblem } from "../../../src/screens/text/run/problem-sentence";
import { zh } from "../../../src/screens/text/run/zh";

const LANGUAGES = [ja, en, zh];
const CODES = Object.keys(ja.problem.sentence) as ErrorCode[];

const text = fc.stringMatching(/^[a-z0-9ぁ-ん漢字]{1,12}$/);
const size = fc.nat();
const anyFacts = fc.record(
  {
    settings: fc.uniqueArray(fc.constantFrom("app/views", "app/acl", "space"), { maxLength: 3 }),
    ...{ app: text, record: text, field: text, file: text, guestSpaceId: text, path: text, contentType: text },
    ...{
      expected: size,
      actual: size,
      operator: text,
      lacking: fc.constantFrom("view", "add", "edit", "app", "fields"),
      since: fc.oneof(text, fc.constant("2026-11-23T03:00:00Z")),
    },
    parts: fc.array(text),
  },
  { requiredKeys: [] },
);
const anyAnswer = fc.record({ status: fc.integer({ min: 400, max: 599 }) }, { requiredKeys: ["status"] });

function sentence(messages: typeof ja, code: ErrorCode, facts: ErrorFacts, answer?: { status: number; code?: string }) {
  const error = new BackupError(code, "developer words", { facts, ...(answer && { answer }) });
  return describeProblem(messages, { error });
}

describe.each(LANGUAGES)("sentences in $locale", (messages) => {
  it.each(CODES)("%s reads well whatever is known", (code) => {
    fc.assert(
      fc.property(anyFacts, fc.option(anyAnswer, { nil: undefined }), (facts, answer) => {
        const said = sentence(messages, code, facts, answer);
        expect(said).not.toMatch(/undefined|null|NaN|Invalid|\[object|\(\)|（）|「」|“”|""| {2}/);
        // "kintone" alone begins a sentence in small letters.
        if (messages.locale === "en") expect(said).toMatch(/^([^a-z]|kintone)/);
      }),
    );
  });

  it.each(CODES)("%s ends with kintone's code, or with the HTTP status", (code) => {
    expect(sentence(messages, code, {}, { status: 404, code: "GAIA_AP01" })).toMatch(/ \(GAIA_AP01\)$/);
    expect(sentence(messages, code, {}, { status: 503 })).toMatch(/ \(HTTP 503\)$/);
  });

  it("gives every code words of its own", () => {
    expect(new Set(CODES.map((code) => sentence(messages, code, {}))).size).toBe(CODES.length);
  });
});

it("tells an answer that is not kintone's by its kind, and does not speak of permissions", () => {
  for (const [messages, kind, otherCauses] of [
    [ja, "（text/html）", /IPアドレス制限、プロキシ、ファイアウォール、ログインページ/],
    [en, "(text/html)", /IP address restriction, a proxy, a firewall or a login page/],
  ] as const) {
    const said = sentence(messages, "NOT_KINTONE", { contentType: "text/html" }, { status: 403 });
    expect(said).toContain(kind);
    expect(said).toMatch(otherCauses);
    expect(said).toMatch(/ \(HTTP 403\)$/);
    expect(said).not.toMatch(/権限|permission/);
  }
});

it("names the app, the record and the file", () => {
  const facts = { app: "12", record: "34", field: "drawing", file: "図面.pdf" };
  expect(sentence(ja, "FILE_GONE", facts)).toContain(
    "アプリ（ID 12）のレコード（ID 34）のフィールド「drawing」の添付ファイル「図面.pdf」",
  );
  expect(sentence(en, "FILE_GONE", facts)).toContain('ttachment "図面.pdf" of field "drawing" of record 34 of app 12');
});

describe.each(LANGUAGES)("a run that its history refused, in $locale", (messages) => {
  it("says who lacks which right in which app", () => {
    const [view, add, edit] = (["view", "add", "edit"] as const).map((lacking) =>
      sentence(messages, "HISTORY_REFUSED", { app: "90", operator: "鈴木", lacking }),
    );
    expect(new Set([view, add, edit]).size).toBe(3);
    for (const said of [view, add, edit]) expect(said).toMatch(/鈴木.*90|90.*鈴木/);
    expect(sentence(messages, "HISTORY_REFUSED", { operator: "", lacking: "add" })).toMatch(/API/);
  });

  it("says whether the app or its fields are missing", () => {
    const reasons = (["app", "fields", undefined] as const).map((lacking) =>
      sentence(messages, "HISTORY_REFUSED", { app: "90", ...(lacking && { lacking }) }),
    );
    expect(new Set(reasons).size).toBe(3);
    for (const said of reasons) expect(said).toContain("90");
  });
});

it("adds what kintone says where it knows better, and the developer's words to what nobody foresaw", () => {
  const answer = { status: 400, code: "GAIA_IQ11", message: "フィールドが見つかりません。" };
  const refused = new BackupError("QUERY_REFUSED", "x", { answer });
  expect(describeProblem(ja, { error: refused })).toMatch(
    /kintoneのメッセージ: フィールドが見つかりません。 \(GAIA_IQ11\)$/,
  );
  expect(sentence(en, "UNEXPECTED", {})).toContain("developer words");
  expect(sentence(en, "NETWORK", {})).not.toContain("developer words");
});
