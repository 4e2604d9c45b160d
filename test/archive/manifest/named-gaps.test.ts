import { expect, it } from "vitest";
import { manifestInput } from "../../../src/archive/manifest/manifest-entry";
import type { Missing } from "../../../src/archive/manifest/manifest";
import { createGapRoom } from "../../../src/archive/manifest/named-gaps";
import { gapsOf } from "../../../src/archive/verify/target-gaps";
import { encodedAtOnce } from "../bytes/encoded-at-once";
import { manifestOf, targetFacts } from "../volume-fixture";

const lostFile = (at: number): Missing => ({
  ...{ code: "FAILED", what: "attachment", text: "kintone にファイルがありません。", record: String(at) },
  path: `12/attachments/添付-${at}/図面.pdf`,
});
const lostFiles = (count: number) => Array.from({ length: count }, (_, at) => lostFile(at + 1));
const others: Missing[] = [
  { code: "EXCLUDED", what: "comments", text: "Left out." },
  { code: "FAILED", what: "records", record: "7", text: "Too much." },
];

it("all are named as long as there is room for them", () => {
  const missing = [...lostFiles(1000), ...others];
  expect(createGapRoom().named(missing)).toEqual(missing);
});

it("what there is no room for is counted with its kind; each kind is named, of each target", () => {
  const room = createGapRoom(100_000);
  const targets = Array.from({ length: 30 }, () =>
    targetFacts({ missing: room.named([...lostFiles(5000), ...others]) }),
  );
  for (const facts of targets) {
    expect(gapsOf(facts).groups.map(({ what, count }) => [what, count])).toEqual([
      ["attachment", 5000],
      ["comments", 1],
      ["records", 1],
    ]);
  }
  expect(targets[1]!.missing.length).toBeGreaterThan(30);
  expect(manifestInput({ ...manifestOf([]), targets }).size).toBeLessThan(150_000);
});

it("a million of them leave half of what a manifest has for its targets to everything else, and are no text of their own", async () => {
  const named = createGapRoom().named(lostFiles(150_000));
  const manifest = { ...manifestOf([]), targets: [targetFacts({ missing: named })] };
  let size = 0;
  expect(await encodedAtOnce(() => (size = manifestInput(manifest).size))).toBeLessThanOrEqual(64 * 1024);
  expect(size).toBeGreaterThan(8 * 1024 ** 2);
  expect(size).toBeLessThan(32 * 1024 ** 2);
});
