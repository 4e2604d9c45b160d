import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../src/history/overview/calendar";
import { dayAfter, daysBetween, daysOf, everyDay } from "../../../src/history/overview/days";
import { filtered, NO_FILTER, type RunFilter, runsFor } from "../../../src/history/overview/filter";
import { result, told } from "./told";

describe("days of a time zone", () => {
  it("begin at its midnight", () => {
    const [tokyo, utc] = [daysOf("Asia/Tokyo"), daysOf("UTC")];
    expect(tokyo("2026-11-22T14:59:59Z")).toBe("2026-11-22");
    expect(tokyo("2026-11-22T15:00:00Z")).toBe("2026-11-23");
    expect(utc("2026-11-22T15:00:00Z")).toBe("2026-11-22");
    expect(utc("")).toBeUndefined();
    expect(utc("昨日")).toBeUndefined();
  });

  it("are counted on the calendar, over the ends of months and years", () => {
    expect(everyDay("2026-12-30", "2027-01-02")).toEqual(["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"]);
    expect(everyDay("2026-12-30", "2026-12-29")).toEqual([]);
    expect(dayAfter("2028-02-28")).toBe("2028-02-29");
    expect(daysBetween("2026-11-01", "2026-12-01")).toBe(30);
  });
});

describe("the calendar", () => {
  const dayOf = ({ startedAt }: { startedAt: string }) => daysOf("Asia/Tokyo")(startedAt);
  const runs = [
    told(1, []),
    told(2, [], { status: "failed" }),
    told(3, [], { status: "failed" }),
    { ...told(3, [], { status: "partial" }), recordId: "4" },
    told(5, [], { status: "cancelled" }),
    told(7, [], { status: "running" }),
  ];
  const days = calendarOf(runs, dayOf, { from: "2026-11-01", to: "2026-11-07" }, "2026-11-07");

  it("shows the best that came of each day", () => {
    expect(days.map(({ state }) => state)).toEqual([
      ...["success", "failed", "partial", "none", "cancelled", "none", "running"],
    ]);
    expect(days.map(({ runs: ofDay }) => ofDay.length)).toEqual([1, 1, 2, 0, 1, 0, 1]);
  });

  it("takes a day without any archive for missing, but not the one that is not over", () => {
    expect(days.filter(({ missing }) => missing).map(({ day }) => day.slice(-2))).toEqual(["02", "04", "05", "06"]);
  });
});

describe("the filter", () => {
  const dayOf = ({ startedAt }: { startedAt: string }) => daysOf("Asia/Tokyo")(startedAt);
  const runs = [
    told(1, [result("1"), result("2", { status: "failed" })], { status: "partial" }),
    told(2, [result("1")]),
    told(3, [result("2")], { startedAt: "" }),
  ];
  const ids = (filter: Partial<RunFilter>) =>
    filtered(runsFor(runs, filter.target ?? ""), { ...NO_FILTER, ...filter }, dayOf).map(({ recordId }) => recordId);

  it("leaves everything when nothing is chosen", () => {
    expect(ids({})).toEqual(["1", "2", "3"]);
  });

  it("knows periods, both days included, and leaves out a run whose day nobody knows", () => {
    expect(ids({ from: "2026-11-01", to: "2026-11-01" })).toEqual(["1"]);
    expect(ids({ from: "2026-11-02" })).toEqual(["2"]);
    expect(ids({ to: "2026-11-30" })).toEqual(["1", "2"]);
  });

  it("asks for the target's own status and amounts, when a target is chosen", () => {
    expect(ids({ status: "partial" })).toEqual(["1"]);
    expect(ids({ status: "failed" })).toEqual([]);
    expect(ids({ status: "failed", target: "2" })).toEqual(["1"]);
    expect(ids({ target: "1" })).toEqual(["1", "2"]);
    expect(runsFor(runs, "2")).toMatchObject([{ status: "failed", records: 1000, seconds: 30 }, { recordId: "3" }]);
  });
});
