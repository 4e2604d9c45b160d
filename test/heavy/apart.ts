import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

/** A local kintone in a process of its own, so that its memory is not the backup's; and a folder for the run. */
export interface KintoneApart {
  readonly url: string;
  readonly folder: string;
}

/** @param script beside this file; prints the address of the kintone that it starts */
export function kintoneApart(script: string): KintoneApart {
  let kintone: ChildProcess;
  let [url, folder] = ["", ""];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "heavy-"));
    kintone = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, script)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(kintone.stdout!, "data")) as [Buffer];
    url = line.toString().trim();
  }, 120_000);
  afterAll(async () => {
    kintone.kill();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get url() {
      return url;
    },
    get folder() {
      return folder;
    },
  };
}

/** Looks at the memory of this process until it is told to stop: then it says by how much it grew, at most. */
export function watchMemory(): () => number {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  return () => {
    clearInterval(watch);
    const mebibytes = (bytes: number) => Math.round(bytes / 1024 ** 2);
    console.log(`RSS ${mebibytes(before)} MiB before, at most ${mebibytes(peak)} MiB`);
    return peak - before;
  };
}
