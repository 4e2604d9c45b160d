import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readJsonLines } from "../../src/archive/records/json-lines";
import type { KintoneRecord } from "../../src/archive/records/kintone-app";
import { readZip } from "../../src/archive/zip/zip-reader";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { runUnopened, target } from "../backup/whole-runs/run-against";

const RECORDS = 560;
let kintone: ChildProcess;
let url: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "heavy-"));
  kintone = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "long-records-kintone.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(kintone.stdout!, "data")) as [Buffer];
  url = line.toString().trim();
}, 120_000);

afterAll(async () => {
  kintone.kill();
  await rm(folder, { recursive: true, force: true });
});

it(
  `${RECORDS} records of 1.1 MB, of which no page of 500 is read, in little memory`,
  { timeout: 600_000 },
  async () => {
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
    const before = process.memoryUsage.rss();
    const workspace = await createFolderWorkspace(folder, "run");
    const include = { records: true, attachments: false, comments: false, settings: false, administration: false };
    const asked: string[] = [];
    const { outcome, volumes } = await runUnopened(url, [target(1, { include })], {
      workspace,
      before({ purpose, parameter }) {
        const limit = /limit (\d+)$/.exec(parameter("query") ?? "")?.[1];
        if (purpose === "sample" || purpose === "page") asked.push(`${purpose} ${limit}`);
      },
    });
    clearInterval(watch);
    expect(outcome).toMatchObject({ status: "success", records: RECORDS });
    expect(asked.filter((one) => one.startsWith("sample"))).toEqual([
      "sample 500",
      "sample 250",
      "sample 100",
      "sample 20",
    ]);
    expect(new Set(asked.filter((one) => one.startsWith("page")))).toEqual(new Set(["page 20"]));
    const ids: number[] = [];
    for (const { file } of volumes) {
      for (const entry of (await readZip(file)).entries.filter((each) => each.path === "1/records.jsonl")) {
        for await (const record of readJsonLines(entry.open())) ids.push(Number((record as KintoneRecord).$id?.value));
      }
    }
    expect(ids).toEqual(Array.from({ length: RECORDS }, (_, index) => index + 1));
    const mebibytes = (bytes: number) => Math.round(bytes / 1024 ** 2);
    console.log(`RSS ${mebibytes(before)} MiB before, at most ${mebibytes(peak)} MiB`);
    expect(peak - before).toBeLessThan(700 * 1024 ** 2);
  },
);
