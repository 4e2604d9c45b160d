import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { verifyArchive } from "../../src/archive/verify/verify-archive";
import { readZip } from "../../src/archive/zip/zip-reader";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { runUnopened, target } from "../backup/whole-runs/run-against";
import { kintoneApart, watchMemory } from "./apart";
import { LONG_RECORDS } from "./long-records";

const kintone = kintoneApart("kintone.ts");

it("a file of 1 GB, an empty one and 20,000 records, in little memory", { timeout: 1_200_000 }, async () => {
  const grown = watchMemory();
  const workspace = await createFolderWorkspace(kintone.folder, "run");
  const include = { records: true, attachments: true, comments: false, settings: true, administration: true };
  const { outcome, volumes } = await runUnopened(kintone.url, [target(1, { include })], { workspace });
  expect(outcome).toMatchObject({ status: "success", records: 20_000, attachments: 2 });

  const verdict = await verifyArchive(volumes.map(({ name, file }) => ({ name, source: file })));
  expect(verdict).toMatchObject({ sound: true, archiveDigest: outcome.archiveDigest });
  const found = new Map<string, { size: number; sha256: string }>();
  for (const { file } of volumes) {
    for (const entry of (await readZip(file)).entries) {
      if (!entry.path.includes("/attachments/")) continue;
      const hash = createHash("sha256");
      for await (const chunk of entry.open()) hash.update(chunk);
      found.set(entry.path, { size: entry.size, sha256: hash.digest("hex") });
    }
  }
  const growth = grown();
  expect(found).toEqual(
    new Map([
      [`1/attachments/添付-1/${1024 ** 3}.bin`, { size: 1024 ** 3, sha256: await digestInKintone() }],
      ["1/attachments/添付-2/0.bin", { size: 0, sha256: createHash("sha256").digest("hex") }],
    ]),
  );
  expect(growth).toBeLessThan(600 * 1024 ** 2);
});

it("records of 4.5 GiB, which lie in two files", { timeout: 2_400_000 }, async () => {
  const workspace = await createFolderWorkspace(kintone.folder, "long");
  const include = { records: true, attachments: false, comments: false, settings: false, administration: false };
  const volumeLimits = { maxEntries: 10_000, maxBytes: 3 * 1024 ** 3 };
  const parts = { workspace, options: { volumeLimits } };
  const { outcome, volumes } = await runUnopened(kintone.url, [target(2, { include })], parts);
  expect(outcome).toMatchObject({ status: "success", records: LONG_RECORDS });

  const verdict = await verifyArchive(volumes.map(({ name, file }) => ({ name, source: file })));
  expect(verdict).toMatchObject({ sound: true, archiveDigest: outcome.archiveDigest });
  const manifests = verdict.volumes.flatMap(({ verdict: { manifest } }) => (manifest ? [manifest] : []));
  expect(manifests.at(-1)?.targets[0]?.files).toEqual({ records: 2, csv: 2, comments: 0 });
  const entries = manifests.flatMap((manifest) => manifest.entries);
  for (const extension of ["jsonl", "csv"]) {
    const sizes = entries.filter((entry) => entry.path.endsWith(`.${extension}`)).map(({ size }) => size);
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThan(volumeLimits.maxBytes);
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(4 * 1024 ** 3);
  }
});

/** Downloaded once more, past all code of ours. */
async function digestInKintone(): Promise<string> {
  const headers = { "X-Cybozu-Authorization": Buffer.from("admin:kintone").toString("base64") };
  const answer = await fetch(`${kintone.url}/k/v1/record.json?app=1&id=1`, { headers });
  const { record } = (await answer.json()) as { record: { 添付: { value: [{ fileKey: string }] } } };
  const file = await fetch(`${kintone.url}/k/v1/file.json?fileKey=${record.添付.value[0].fileKey}`, { headers });
  const hash = createHash("sha256");
  for await (const chunk of file.body!) hash.update(chunk);
  return hash.digest("hex");
}
