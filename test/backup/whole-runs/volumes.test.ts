import { createHash } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Manifest } from "../../../src/archive/manifest/manifest";
import { readZip } from "../../../src/archive/zip/zip-reader";
import type { OutgoingVolume } from "../../../src/domain/destination";
import { expectAgreement } from "./agreement";
import { addInspections } from "./inspections";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

async function manifestOf({ file }: OutgoingVolume): Promise<{ manifest: Manifest; paths: string[] }> {
  const { entries } = await readZip(file);
  const own = entries.find(({ path }) => path === "manifest.json");
  const manifest = (await new Response(own!.open() as ReadableStream<Uint8Array<ArrayBuffer>>).json()) as Manifest;
  return { manifest, paths: entries.map(({ path }) => path) };
}

it.each([
  { maxEntries: 7, maxBytes: 1024 ** 3 },
  { maxEntries: 10_000, maxBytes: 30_000 },
  { maxEntries: 1, maxBytes: 1024 ** 3 },
])("many volumes of %o are one archive", async (volumeLimits) => {
  const apps = [60, 0, 55].map((records) => addInspections(domain, { records }));
  const run = await kintone.backUp(
    apps.map(({ id }) => target(id)),
    { options: { volumeLimits } },
  );
  expect(run.outcome.status).toBe("success");
  expect(run.volumes.length).toBeGreaterThan(3);
  for (const { id } of apps) await expectAgreement(run, kintone, { appId: id });

  const volumes = await Promise.all(run.volumes.map(manifestOf));
  expect(volumes.map(({ paths }) => paths.includes("README.txt"))).toEqual(volumes.map((_, index) => index === 0));
  expect(volumes.map(({ manifest }) => manifest.volume)).toEqual(volumes.map((_, index) => index + 1));
  expect(volumes.map(({ manifest }) => manifest.last)).toEqual(volumes.map((_, index) => index === volumes.length - 1));
  for (const { manifest, paths } of volumes) {
    const content = paths.filter((path) => path !== "manifest.json");
    expect(manifest.entries.map(({ path }) => path).sort()).toEqual(content.sort());
    expect(content.filter((path) => path !== "README.txt").length).toBeLessThanOrEqual(volumeLimits.maxEntries);
    for (const { path, sha256 } of manifest.entries) {
      expect(createHash("sha256").update(run.contents.get(path)!).digest("hex")).toBe(sha256);
    }
  }
  expect(run.outcome.volumes.map(({ name }) => name)).toEqual(run.volumes.map(({ name }) => name));
});

it("the same app twice gives the same entries byte for byte", async () => {
  const app = addInspections(domain, { records: 60 });
  const [first, second] = [await kintone.backUp([target(app.id)]), await kintone.backUp([target(app.id)])];
  expect(first.outcome.archiveDigest).toBe(second.outcome.archiveDigest);
});
