import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyArchive } from "../../src/archive/verify/verify-archive";
import { readZip } from "../../src/archive/zip/zip-reader";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { runUnopened, target } from "../backup/whole-runs/run-against";
import { LONG_RECORDS } from "./long-records";

let kintone: ChildProcess;
let url: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "heavy-"));
  kintone = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "kintone.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(kintone.stdout!, "data")) as [Buffer];
  url = line.toString().trim();
}, 120_000);

afterAll(async () => {
  kintone.kill();
  await rm(folder, { recursive: true, force: true });
});

it("a file of 1 GB, an empty one and 20,000 records, in little memory", { timeout: 1_200_000 }, async () => {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const before = process.memoryUsage.rss();
  const workspace = await createFolderWorkspace(folder, "run");
  const include = { records: true, attachments: true, comments: false, settings: true, administration: true };
  const { outcome, volumes } = await runUnopened(url, [target(1, { include })], { workspace });
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
  clearInterval(watch);
  const mebibytes = (bytes: number) => Math.round(bytes / 1024 ** 2);
  console.log(`RSS ${mebibytes(before)} MiB before, at most ${mebibytes(peak)} MiB`);
  expect(found).toEqual(
    new Map([
      [`1/attachments/添付-1/${1024 ** 3}.bin`, { size: 1024 ** 3, sha256: await digestInKintone() }],
      ["1/attachments/添付-2/0.bin", { size: 0, sha256: createHash("sha256").digest("hex") }],
    ]),
  );
  expect(peak - before).toBeLessThan(600 * 1024 ** 2);
});

it("records of 4.5 GiB, which lie in two files", { timeout: 2_400_000 }, async () => {
  const workspace = await createFolderWorkspace(folder, "long");
  const include = { records: true, attachments: false, comments: false, settings: false, administration: false };
  const volumeLimits = { maxEntries: 10_000, maxBytes: 3 * 1024 ** 3 };
  const parts = { workspace, options: { volumeLimits } };
  const { outcome, volumes } = await runUnopened(url, [target(2, { include })], parts);
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
  const answer = await fetch(`${url}/k/v1/record.json?app=1&id=1`, { headers });
  const { record } = (await answer.json()) as { record: { 添付: { value: [{ fileKey: string }] } } };
  const file = await fetch(`${url}/k/v1/file.json?fileKey=${record.添付.value[0].fileKey}`, { headers });
  const hash = createHash("sha256");
  for await (const chunk of file.body!) hash.update(chunk);
  return hash.digest("hex");
}
