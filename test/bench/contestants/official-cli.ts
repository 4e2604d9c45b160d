import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { type BenchApp, countOf } from "../kintone/catalogue";
import { runNode } from "./child";
import type { Contestant } from "./contestant";
import { countCsvRecords } from "./csv-records";

const CLI = path.join(path.dirname(createRequire(import.meta.url).resolve("@kintone/cli/package.json")), "cli.js");

/**
 * `@kintone/cli record export --attachments-dir`, one call for each app, as it takes one app only. It exports records and
 * attachments, no settings.
 */
export const officialCli = (baseUrl: string, folder: string): Contestant => ({
  name: "@kintone/cli",
  async run(apps) {
    let seconds = 0;
    for (const app of apps) seconds += await exportApp(baseUrl, app, path.join(folder, "cli"));
    return { seconds };
  },
});

async function exportApp(baseUrl: string, app: BenchApp, folder: string): Promise<number> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const [csv, attachments] = [path.join(folder, "records.csv"), path.join(folder, "attachments")];
  const args = ["record", "export", "--base-url", baseUrl, "--app", app.appId, "--attachments-dir", attachments];
  const { seconds } = await runNode([CLI, ...args], csv);
  const found = { records: await countCsvRecords(csv), ...(await filesIn(attachments)) };
  const { records, files, bytes } = countOf([app]);
  await rm(folder, { recursive: true });
  if (found.records === records && found.files === files && found.bytes === bytes) return seconds;
  throw new Error(`@kintone/cli exported ${JSON.stringify(found)} of ${JSON.stringify({ records, files, bytes })}`);
}

async function filesIn(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((file) => stat(path.join(file.parentPath, file.name))));
  return { files: files.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) };
}
