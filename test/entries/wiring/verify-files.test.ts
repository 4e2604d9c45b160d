import { expect, test } from "vitest";
import { verifyFiles } from "../../../src/entries/wiring/verify-files";
import { randomAccess } from "../../archive/volume-fixture";
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
