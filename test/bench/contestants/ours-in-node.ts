import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../../../scripts/root";
import type { BenchKintone } from "../kintone/bench-kintone";
import type { BenchApp } from "../kintone/catalogue";
import { runSettings } from "../kintone/run-settings";
import { runNode } from "./child";
import type { Finish } from "./contestant";

const COMMAND = path.join(root, "dist", "headless", "kintone-backup.cjs");

interface OursInNode {
  name: string;
  /** Into a folder of its own, which is removed. */
  run(apps: readonly BenchApp[]): Promise<Finish & { peak: number }>;
  /** Into a folder that an earlier run may have filled; what did not change may come from there. */
  runInto(archives: string, apps: readonly BenchApp[]): Promise<Finish & { peak: number }>;
}

/** `kintone-backup run`, from the start of its process to the end. The targets must be set. */
export function oursInNode(kintone: BenchKintone, folder: string): OursInNode {
  async function runWith(archives: string, incremental: boolean, apps: readonly BenchApp[]) {
    await mkdir(archives, { recursive: true });
    const file = path.join(folder, "kintone-backup.json");
    const settings = runSettings(incremental);
    await writeFile(file, JSON.stringify({ baseUrl: kintone.url, app: kintone.backupApp, folder: archives, settings }));
    const ended = await runNode([COMMAND, "run", "--file", file], path.join(folder, "kintone-backup.out"));
    await kintone.expectWholeRun(apps);
    return ended;
  }
  return {
    name: "ours in Node",
    async run(apps) {
      const archives = await mkdtemp(path.join(folder, "archives-"));
      try {
        return await runWith(archives, false, apps);
      } finally {
        await rm(archives, { recursive: true, force: true });
      }
    },
    runInto: (archives, apps) => runWith(archives, true, apps),
  };
}
