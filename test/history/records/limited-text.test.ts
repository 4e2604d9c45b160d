import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limited } from "../../../src/history/records/limited-text";

describe("a message in the history", () => {
  it("is every line, when they fit", () => {
    expect(limited([])).toBe("");
    expect(limited(["一行目", "二行目\n続き"])).toBe("一行目\n二行目\n続き");
  });

  it("says how many lines it leaves out", () => {
    const text = limited(Array.from({ length: 500 }, (_, index) => `添付ファイル ${index} がありません`));
    const kept = text.split("\n").length - 1;
    expect(text.endsWith(`\n… (+${500 - kept})`)).toBe(true);
    expect(kept).toBeGreaterThan(50);
  });

  it("has neither control characters nor torn ones, and an end", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 5000, size: "max" }), { maxLength: 5 }), (lines) => {
        const text = limited(lines);
        expect(text).not.toMatch(/\p{Cs}/u);
        expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
        expect(text.length).toBeLessThanOrEqual(2100);
      }),
      { numRuns: 50 },
    );
  });
});
