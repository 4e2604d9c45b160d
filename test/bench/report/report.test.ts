import { expect, it } from "vitest";
import { median } from "./median";
import { verdictOf } from "./row";
import { table } from "./table";

it("the middle run counts, not the mean", () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(() => median([])).toThrow();
});

it("a target is of the ratio where there is one, else of what was measured", () => {
  const row = { part: "p", what: "w" };
  expect(verdictOf({ ...row, ratio: 12, target: { atLeast: 12 } })).toBe("met");
  expect(verdictOf({ ...row, ratio: 11.99, target: { atLeast: 12 } })).toBe("MISSED");
  expect(verdictOf({ ...row, ratio: 1.2, target: { atMost: 1.2 } })).toBe("met");
  expect(verdictOf({ ...row, ratio: 1.21, target: { atMost: 1.2 } })).toBe("MISSED");
  expect(verdictOf({ ...row, measured: { value: 50, unit: "ms" }, target: { below: 50 } })).toBe("MISSED");
  expect(verdictOf({ ...row, measured: { value: 49, unit: "ms" }, target: { below: 50 } })).toBe("met");
  expect(verdictOf({ ...row, measured: { value: 400, unit: "MB" }, ratio: 1, target: { atMost: 1.2 } })).toBe("met");
});

it("no target and no figure make no verdict", () => {
  expect(verdictOf({ part: "p", what: "w", ratio: 3 })).toBeUndefined();
  expect(verdictOf({ part: "p", what: "w", target: { atMost: 1 }, note: "not available" })).toBeUndefined();
});

it("the table has a line for each row, and says in words what was missed", () => {
  const rows = [
    { part: "records", what: "ours", measured: { value: 2.345, unit: "s" as const }, runs: 3 },
    { part: "records", what: "cli / ours", ratio: 11.5, target: { atLeast: 12 } },
    { part: "memory", what: "peak", measured: { value: 120.4, unit: "MB" as const }, target: { below: 300 } },
    { part: "second-run", what: "incremental", note: "not available" },
  ];
  expect(table(rows)).toBe(
    [
      "part        what                         measured  runs  ratio  target",
      "records     ours                           2.35 s     3",
      "            cli / ours                                   11.50  at least 12   MISSED",
      "memory      peak                           120 MB               below 300 MB  met",
      "second-run  incremental (not available)",
      "",
    ].join("\n"),
  );
});
