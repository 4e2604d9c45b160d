import { describe, expect, it } from "vitest";
import { dayIn } from "../../src/query/moments/day";
import { periodOf } from "../../src/query/moments/period";
import { meets } from "./asked-app";

// A Wednesday in a month of 31 days; the next month is in another year.
const DECEMBER = "2026-12-09";

describe("The days of", () => {
  it.each<[string, string, string, string?]>([
    ["TODAY()", DECEMBER, "2026-12-09"],
    ["YESTERDAY()", "2027-01-01", "2026-12-31"],
    ["TOMORROW()", "2028-02-28", "2028-02-29"],
    ["FROM_TODAY(0,DAYS)", DECEMBER, "2026-12-09"],
    ["FROM_TODAY(-9,DAYS)", DECEMBER, "2026-11-30"],
    ["FROM_TODAY(3,WEEKS)", DECEMBER, "2026-12-30"],
    ["FROM_TODAY(1,MONTHS)", DECEMBER, "2027-01-09"],
    ["FROM_TODAY(1,MONTHS)", "2027-01-31", "2027-02-28"],
    ["FROM_TODAY(-1,MONTHS)", "2027-01-31", "2026-12-31"],
    ["FROM_TODAY(-13,MONTHS)", DECEMBER, "2025-11-09"],
    ["FROM_TODAY(-1,YEARS)", "2028-02-29", "2027-02-28"],
    ["THIS_WEEK()", DECEMBER, "2026-12-06", "2026-12-12"],
    ["THIS_WEEK()", "2026-12-06", "2026-12-06", "2026-12-12"],
    ["THIS_WEEK()", "2026-12-12", "2026-12-06", "2026-12-12"],
    ["THIS_WEEK(SUNDAY)", DECEMBER, "2026-12-06"],
    ["LAST_WEEK(SATURDAY)", DECEMBER, "2026-12-05"],
    ["NEXT_WEEK()", "2026-12-31", "2027-01-03", "2027-01-09"],
    ["THIS_MONTH()", DECEMBER, "2026-12-01", "2026-12-31"],
    ["THIS_MONTH(9)", DECEMBER, "2026-12-09"],
    ["LAST_MONTH(LAST)", DECEMBER, "2026-11-30"],
    ["LAST_MONTH(31)", DECEMBER, "2026-12-01"],
    ["NEXT_MONTH()", DECEMBER, "2027-01-01", "2027-01-31"],
    ["NEXT_MONTH(LAST)", "2028-01-31", "2028-02-29"],
    ["NEXT_MONTH(30)", "2027-01-31", "2027-03-01"],
    ["THIS_YEAR()", DECEMBER, "2026-01-01", "2026-12-31"],
    ["LAST_YEAR()", DECEMBER, "2025-01-01", "2025-12-31"],
    ["NEXT_YEAR()", "2028-02-29", "2029-01-01", "2029-12-31"],
  ])("%s on %s", (call, today, from, to = from) => {
    const [, name = "", args = ""] = /^(\w+)\((.*)\)$/.exec(call) ?? [];
    const parts = args.split(",").filter(Boolean);
    expect(periodOf({ kind: "function", name, arguments: parts, position: 0 }, today)).toEqual({ from, to });
  });
});

it("is the day of whoever asks", () => {
  // As measured by SonicGarden/kintone-emulator, doc/kintone-query-behavior.md, with users in Samoa and Hawaii.
  const instant = new Date("2026-04-24T13:51:00Z");
  expect(dayIn("Pacific/Apia")(instant)).toBe("2026-04-25");
  expect(dayIn("Pacific/Honolulu")(instant)).toBe("2026-04-24");
  // The day on which the clocks are put forward has 23 hours.
  expect(dayIn("America/New_York")(new Date("2026-03-08T04:59:00Z"))).toBe("2026-03-07");
  expect(dayIn("America/New_York")(new Date("2026-03-09T03:59:00Z"))).toBe("2026-03-08");
  expect(dayIn("America/New_York")(new Date("2026-03-09T04:00:00Z"))).toBe("2026-03-09");
});

/** The context is noon of the 9th of December 2026 in Tokyo, and 30 seconds. */
describe("A date", () => {
  it.each<[string | null, string, boolean]>([
    ["2026-12-09", "DATE = TODAY()", true],
    ["2026-12-08", "DATE = TODAY()", false],
    ["2026-12-31", "DATE = THIS_MONTH()", true],
    ["2027-01-01", "DATE != THIS_MONTH()", true],
    ["2026-12-31", "DATE > THIS_MONTH()", false],
    ["2027-01-01", "DATE > THIS_MONTH()", true],
    ["2026-12-01", "DATE >= THIS_MONTH()", true],
    ["2026-11-30", "DATE < THIS_MONTH()", true],
    ["2026-12-31", "DATE <= THIS_MONTH()", true],
    ["2026-12-01", 'DATE >= "2026-12-1"', true],
    ["2026-12-01", 'DATE > "2026-12-01"', false],
    [null, 'DATE = ""', true],
    ["2026-12-01", 'DATE != ""', true],
    [null, "DATE != TODAY()", true],
    [null, "DATE < TODAY()", false],
    [null, "DATE >= TODAY()", false],
  ])("%s: %s", (value, condition, isMet) => {
    expect(meets({ DATE: value }, condition)).toBe(isMet);
  });
});

describe("An instant", () => {
  it.each<[string, string, string, boolean]>([
    ["2026-12-08T15:00:00Z", "Asia/Tokyo", "DATETIME = TODAY()", true],
    ["2026-12-08T14:59:00Z", "Asia/Tokyo", "DATETIME = TODAY()", false],
    ["2026-12-09T14:59:00Z", "Asia/Tokyo", "DATETIME <= TODAY()", true],
    ["2026-12-09T15:00:00Z", "Asia/Tokyo", "DATETIME > TODAY()", true],
    ["2026-12-08T15:00:00Z", "America/New_York", "DATETIME = YESTERDAY()", false],
    ["2026-12-08T15:00:00Z", "America/New_York", "DATETIME = TODAY()", true],
    ["2026-12-31T15:00:00Z", "Asia/Tokyo", "DATETIME = NEXT_YEAR()", true],
    ["2026-12-09T03:00:00Z", "Asia/Tokyo", "DATETIME < NOW()", true],
    ["2026-12-09T03:01:00Z", "Asia/Tokyo", "DATETIME > NOW()", true],
    ["2026-12-09T03:00:00Z", "Asia/Tokyo", 'DATETIME = "2026-12-09T12:00:00+09:00"', true],
    ["2026-12-09T03:00:00Z", "Asia/Tokyo", 'DATETIME = "2026-12-09T03:00Z"', true],
    ["2026-12-09T03:00:00Z", "Asia/Tokyo", 'DATETIME <= "2026-12-09T02:59:00Z"', false],
  ])("%s in %s: %s", (value, timeZone, condition, isMet) => {
    expect(meets({ DATETIME: value }, condition, { timeZone })).toBe(isMet);
  });
});

it("compares times of a day", () => {
  expect(meets({ TIME: "09:05" }, 'TIME = "9:05" and TIME < "10:00" and TIME >= "09:05:00"')).toBe(true);
  expect(meets({ TIME: null }, 'TIME = ""')).toBe(true);
  expect(meets({ TIME: null }, 'TIME < "23:00" or TIME >= "00:00"')).toBe(false);
});
