import { expect, it } from "vitest";
import { compareKept } from "../../../src/history/runs/kept-zips";

const volume = (name: string, digit: string, size = 10) => ({ name, size, sha256: digit.repeat(64) });
const run = (recordId: string) => ({
  type: "run" as const,
  recordId,
  runId: `run-${recordId}`,
  startedAt: "2026-11-23T03:00:07.123Z",
});

const ONE = volume("a.zip", "1");
const TWO = volume("b.zip", "2");
const PART = volume("b.part02.zip", "3");
const THREE = volume("c.zip", "4");
const HISTORY = [
  { run: run("1"), volumes: [ONE] },
  { run: run("2"), volumes: [TWO, PART] },
  { run: run("3"), volumes: [] },
  { run: run("4"), volumes: [THREE] },
];

const states = (files: Array<ReturnType<typeof volume>>) => {
  const { zips, incomplete, absent } = compareKept(HISTORY, files);
  return {
    zips: zips.map(({ state, of }) => [state, of?.run.recordId, of?.volume.name]),
    incomplete: incomplete.map((gap) => [gap.run.recordId, ...gap.missing.map(({ name }) => name)]),
    absent,
  };
};

it("finds the run of each zip, in the order of the files", () => {
  expect(states([PART, ONE, TWO])).toEqual({
    zips: [
      ["unchanged", "2", "b.part02.zip"],
      ["unchanged", "1", "a.zip"],
      ["unchanged", "2", "b.zip"],
    ],
    incomplete: [],
    absent: 1,
  });
});

it("tells a new name and a copy from a change and from a stranger", () => {
  const { zips } = states([
    volume("a (1).zip", "1"),
    volume("a (2).zip", "1"),
    volume("c.zip", "9"),
    volume("x.zip", "8"),
    volume("a.zip", "7"),
  ]);
  expect(zips).toEqual([
    ["renamed", "1", "a.zip"],
    ["copy", "1", "a.zip"],
    ["changed", "4", "c.zip"],
    ["unknown", undefined, undefined],
    ["unknown", undefined, undefined],
  ]);
});

it("misses a volume of a run only where others of it are, changed or not", () => {
  expect(states([ONE])).toMatchObject({ incomplete: [], absent: 2 });
  expect(states([PART])).toMatchObject({ incomplete: [["2", "b.zip"]], absent: 2 });
  expect(states([volume("b.zip", "9")])).toMatchObject({ incomplete: [["2", "b.part02.zip"]], absent: 2 });
});

it("knows no zip where there is no history", () => {
  expect(compareKept([], [ONE])).toEqual({
    zips: [{ file: ONE, state: "unknown" }],
    incomplete: [],
    disposed: 0,
    absent: 0,
  });
});

it("tells runs that were removed by a rule from those that nobody gave", () => {
  const { disposed, absent } = compareKept(HISTORY, [ONE], new Set(["run-4", "run-1"]));
  expect({ disposed, absent }).toEqual({ disposed: 1, absent: 1 });
});
