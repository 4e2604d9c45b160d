import { describe, expect, it } from "vitest";
import type { AppRecord } from "../../../src/domain/record-store";
import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { looksLikeSecret, secretPlaces } from "../../../src/history/security/secrets";

/** Made up for this test; put together here, so that no scanner takes this file for a leak. */
const TOKEN = ["aB3dE5fG7hJ9kL1mN3pQ", "5rS7tU9vW1xY3zA5bC7d"].join("");

describe("a text", () => {
  it.each([
    TOKEN,
    `トークンは${TOKEN}です`,
    "password: hunter22",
    "パスワード：ひみつの言葉",
    'api_key = "0123456789"',
    "Bearer abcdefghijklmnop",
    `AKIA${"ABCDEFGH12345678"}`,
    "https://sato:himitsu@example.com/",
    `-----BEGIN RSA ${"PRIVATE KEY"}-----`,
    `eyJ${"hbGciOiJIUzI1"}.${"eyJzdWIiOiIxMjM0"}.x`,
  ])("%s looks like a secret", (text) => expect(looksLikeSecret(text)).toBe(true));

  it.each([
    "",
    "品質保証部",
    '更新日時 >= THIS_MONTH() and ステータス in ("完了")',
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "https://example.cybozu.com/k/5/show#record=1",
    '{"version":1,"filePrefix":"kintone-backup","timeZone":"Asia/Tokyo"}',
    "0b8ab0b6-5d5e-4bd5-9a33-8a5a36d9a8f1",
    "password",
  ])("%s does not", (text) => expect(looksLikeSecret(text)).toBe(false));
});

it("says where something looks like a secret, and never what it is", () => {
  const field = (code: string, label: string) => ({ type: "SINGLE_LINE_TEXT", code, label });
  const target = {
    target_app_name: { type: "SINGLE_LINE_TEXT", value: "検査" },
    メモ: { type: "SINGLE_LINE_TEXT", value: `api token: ${TOKEN}` },
    target_query: { type: "SINGLE_LINE_TEXT", value: "" },
  };
  const places = secretPlaces({
    config: { settings: "{}", old: TOKEN },
    fields: {
      ...formFields(japanese),
      // What people call a field of ours makes it no place for secrets.
      run_lock: field("run_lock", "トークン"),
      pw: field("pw", "管理用パスワード"),
      表: { ...field("表", "表"), type: "SUBTABLE", fields: { apiToken: field("apiToken", "値") } },
      備考: field("備考", "備考"),
    },
    targets: [target as unknown as AppRecord],
  });
  expect(places).toEqual([
    { kind: "config", name: "old" },
    { kind: "field", code: "pw", label: "管理用パスワード" },
    { kind: "field", code: "apiToken", label: "値" },
    { kind: "target", appName: "検査", field: "メモ" },
  ]);
  expect(JSON.stringify(places)).not.toContain(TOKEN);
});
