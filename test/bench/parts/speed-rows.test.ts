import { expect, it } from "vitest";
import { verdictOf } from "../report/row";
import { speedRows } from "./speed-rows";

const runs = (name: string, ...seconds: number[]) => ({ name, finishes: seconds.map((one) => ({ seconds: one })) });

it("compares the middle runs of those that took part", () => {
  const rows = speedRows("records", [
    runs("@kintone/cli", 26),
    runs("ours in Node", 9, 2, 1),
    runs("limit in Node", 1.6, 1.6, 1.5),
  ]);
  expect(rows.map((row) => [row.what, row.measured?.value ?? row.ratio, row.runs, verdictOf(row)])).toEqual([
    ["@kintone/cli", 26, 1, undefined],
    ["ours in Node", 2, 3, undefined],
    ["limit in Node", 1.6, 3, undefined],
    ["@kintone/cli / ours in Node", 13, undefined, "met"],
    ["ours in Node / limit in Node", 1.25, undefined, "MISSED"],
  ]);
});

it("who did not run is told of, and compared with nobody", () => {
  const rows = speedRows("records", [runs("@kintone/cli", 26), runs("ours in Node")]);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toEqual({ part: "records", what: "ours in Node", note: "left out for want of time" });
});

it("the longest task of all runs on a page counts", () => {
  const ours = (...tasks: number[]) => [
    { name: "ours in Chromium, HTTP/2", finishes: tasks.map((longestTask) => ({ seconds: 1, longestTask })) },
  ];
  const last = (...tasks: number[]) => speedRows("records", ours(...tasks)).at(-1)!;
  expect(last(0, 73, 0)).toMatchObject({ measured: { value: 73, unit: "ms" } });
  expect(verdictOf(last(0, 73, 0))).toBe("MISSED");
  expect(last(0, 0)).toMatchObject({ note: "none of 50 ms" });
  expect(verdictOf(last(0, 0))).toBe("met");
});
