import { describe, expect, test } from "vitest";
import type { MissingCode, TargetFacts } from "../../../src/archive/manifest/manifest";
import { verifyFiles } from "../../../src/entries/wiring/verify-files";
import { hasEverything } from "../../../src/screens/verify/archive-check";
import { archiveOf } from "../../archive/archive-fixture";
import { entry, randomAccess, targetFacts } from "../../archive/volume-fixture";
import { deflatedZeros, rawZip } from "../../archive/zip/hostile-zips";

const GB = 1024 ** 3;

test("a manifest that would fill memory is not unpacked to learn of which run the file is", async () => {
  const { packed, size } = deflatedZeros(2 * GB);
  const sizes = { size, crc: 0 };
  const zip = rawZip({ entries: [{ path: "manifest.json", packed, method: 8, local: sizes, central: sizes }] });
  const [started, before] = [performance.now(), process.memoryUsage().rss];
  const check = await verifyFiles([{ name: "bomb.zip", source: randomAccess(zip) }], {
    runId: "a",
    report: () => undefined,
  });
  expect(check.findings.map(({ code }) => code)).toContain("MANIFEST_INVALID");
  expect(check.foreign).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2);
});

describe("an archive of which every byte is as it was made", () => {
  const NOTHING = { expected: 0, written: 0 };
  const empty = (facts: Partial<TargetFacts>) =>
    targetFacts({ records: NOTHING, attachments: NOTHING, ...facts, missing: facts.missing ?? [] });
  const madeOf = async (targets: TargetFacts[], volumes = 1) => {
    const files = await archiveOf(
      Array.from({ length: volumes }, (_, at) => [
        entry(`${targets[0]!.folder}/settings/${at}.json`, "{}", "settings"),
      ]),
      targets,
    );
    return files.map(({ name, bytes }) => ({ name, source: randomAccess(bytes) }));
  };
  const check = async (...targets: TargetFacts[]) => verifyFiles(await madeOf(targets), { report: () => undefined });

  test.each<[MissingCode, boolean]>([
    ["FAILED", false],
    ["NOT_READABLE", false],
    ["NOT_OFFERED_BY_KINTONE", true],
    ["NOT_READ", true],
    ["EXCLUDED", true],
    ["NOT_IN_CSV", true],
  ])("with a gap of code %s: has everything that was asked for: %s", async (code, everything) => {
    const gap = { code, what: "field", text: "t", field: "memo" };
    const checked = await check(empty({}), empty({ folder: "13", appId: "13", missing: [gap] }));
    expect(checked.findings).toEqual([]);
    expect(checked.targets.map(({ groups }) => groups)).toEqual([
      [],
      [{ code, what: "field", count: 1, accepted: false, general: false, examples: [gap] }],
    ]);
    expect(hasEverything(checked)).toBe(everything);
  });

  test("has not everything when counts do not agree, even without a gap", async () => {
    for (const part of ["records", "attachments"] as const) {
      const checked = await check(empty({ [part]: { expected: 1, written: 0 } }));
      expect(checked.findings).toEqual([]);
      expect(hasEverything(checked)).toBe(false);
    }
  });

  test("tells its gaps also while the last zip is not there, as far as they are known", async () => {
    const gap = { code: "FAILED" as const, what: "app", text: "t" };
    const [first] = await madeOf([empty({ missing: [gap] })], 2);
    const checked = await verifyFiles([first!], { report: () => undefined });
    expect(checked.backup).toBeUndefined();
    expect(checked.targets).toMatchObject([{ folder: "12", groups: [{ code: "FAILED", what: "app" }] }]);
    expect(hasEverything(checked)).toBe(false);
  });

  test("hands around a few of very many gaps, and their number", async () => {
    const missing = Array.from({ length: 5000 }, (_, at) => ({
      ...{ code: "FAILED" as const, what: "attachment", text: "t" },
      record: String(at),
    }));
    const { targets } = await check(empty({ missing }));
    expect(targets[0]!.groups).toMatchObject([{ count: 5000 }]);
    expect(targets[0]!.groups[0]!.examples).toHaveLength(20);
  });
});
