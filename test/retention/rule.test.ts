import { describe, expect, it } from "vitest";
import { readSpan, spanText, wantsSomething } from "../../src/retention/rule";

describe("a span of time", () => {
  it.each(["2y5m7d3h", "30d", "1y", "12h", "1y6h"])("is read as restic reads it: %s", (text) => {
    const span = readSpan(text);
    expect(span && spanText(span)).toBe(text);
  });

  it.each(["", "0d", "30", "d", "3d2y", "1w", "-3d", "1.5y", "1y1y", "99999y"])("is none in: %s", (text) => {
    expect(readSpan(text)).toBeUndefined();
  });
});

describe("a rule", () => {
  it("wants something as soon as one part does", () => {
    expect(wantsSomething({})).toBe(false);
    expect(wantsSomething({ last: 0, yearly: 0 })).toBe(false);
    expect(wantsSomething({ yearly: 1 })).toBe(true);
    expect(wantsSomething({ within: { years: 0, months: 0, days: 0, hours: 1 } })).toBe(true);
  });
});
