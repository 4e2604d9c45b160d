import { expect, it } from "vitest";
import { differencesBetween } from "../../src/settings/difference";
import { DEFAULT_SETTINGS } from "../../src/settings/settings";

it("names what differs with its old and new value, in the order of the screen", () => {
  const after = { ...DEFAULT_SETTINGS, incremental: true, filePrefix: "品質" };
  expect(differencesBetween(DEFAULT_SETTINGS, after)).toEqual([
    { name: "filePrefix", before: "kintone-backup", after: "品質" },
    { name: "incremental", before: false, after: true },
  ]);
  expect(differencesBetween(after, { ...after })).toEqual([]);
});

it("takes every setting for new where nobody knows what was before, and never the version", () => {
  const names = differencesBetween(undefined, DEFAULT_SETTINGS).map(({ name, before }) => [name, before]);
  const { version: _version, ...chosen } = DEFAULT_SETTINGS;
  expect(names).toEqual(Object.keys(chosen).map((name) => [name, undefined]));
});
