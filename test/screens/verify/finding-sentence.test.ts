import { describe, expect, it } from "vitest";
import type { Finding, FindingCode } from "../../../src/archive/verify/finding";
import { describeFinding } from "../../../src/screens/text/verify/finding-sentence";
import { auditorMessagesFor } from "../../../src/screens/text/verify/language";

const [ja, en] = [auditorMessagesFor("ja"), auditorMessagesFor("en")];
const CODES = Object.keys(ja.verify.finding) as FindingCode[];
const FACTS: Array<Partial<Finding>> = [
  {},
  { volume: "b.zip" },
  { path: "12/records.jsonl" },
  { volume: "b.zip", path: "12/comments.jsonl", expected: 1234, actual: 5678 },
];

describe.each([ja, en])("findings in $locale", ({ locale, verify }) => {
  const describeAs = (code: FindingCode, facts: Partial<Finding> = {}) =>
    describeFinding(verify, { code, message: "Developer words", ...facts });

  it.each(CODES)("%s reads well with and without facts", (code) => {
    for (const facts of FACTS) {
      const said = describeAs(code, facts);
      expect(said).not.toMatch(/undefined|NaN|\[object|「」|""|（）|\(\)| {2}/);
      expect(said).toMatch(/Developer words[)）]$/);
      // What is wrong, and what it means or what to do.
      expect(said.split(locale === "ja" ? "。" : /\. /).length).toBeGreaterThan(2);
    }
  });

  it.each(CODES.filter((code) => code !== "LAST_MISSING"))("%s names the volume and the entry", (code) => {
    const said = describeAs(code, { volume: "b.zip", path: "12/図面.png" });
    expect(said).toContain("b.zip");
    expect(said).toContain("12/図面.png");
  });

  it.each(["SIZE_MISMATCH", "COUNT_MISMATCH", "VOLUME_SIZE_MISMATCH", "VOLUME_LIST_WRONG"] as const)(
    "%s says how much should be there, and how much is",
    (code) => expect(describeAs(code, { expected: 1234, actual: 5678 })).toMatch(/1,234[^]*5,678/),
  );

  it("gives every code words of its own", () => {
    expect(new Set(CODES.map((code) => verify.finding[code]({ code, message: "" }))).size).toBe(CODES.length);
  });
});

it("says of what there are too few or too many", () => {
  const count = (path: string) => ja.verify.finding.COUNT_MISMATCH({ code: "COUNT_MISMATCH", message: "", path });
  expect(count("12/records.jsonl")).toContain("レコードの件数");
  expect(count("12/comments.jsonl")).toContain("コメントの件数");
  expect(count("12")).toContain("添付ファイルの件数");
});
