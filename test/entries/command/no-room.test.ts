import { spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { namesIn, unattended } from "./unattended";

const MIB = 1024 ** 2;
const command = unattended();
let disk: string;
let small: string;
let large: string;

const mount = (...options: string[]) => spawnSync("mount", ["-t", "tmpfs", ...options, "tmpfs", disk]).status === 0;

beforeAll(() => {
  small = command.addTarget(0.3 * MIB);
  large = command.addTarget(2 * MIB);
});

/** A disk of a few megabytes: only root may have one. */
describe("a disk with too little room", () => {
  beforeEach(async (context) => {
    disk = path.join(command.place, "disk");
    await mkdir(disk, { recursive: true });
    if (!mount("-o", `size=${1.5 * MIB}`)) context.skip();
  });
  afterEach(() => void spawnSync("umount", [disk]));

  it("gets no warning as long as nothing is known, takes what fits, and tells what did not", async () => {
    const { code, out, err } = await command.run(disk);
    expect([code, err]).toEqual([1, expect.not.stringContaining("enough room")]);
    expect(out).toContain("There is not enough free space to save the backup.");

    const run = await command.lastRun();
    expect(run).toMatchObject({ status: "partial", lock: "" });
    expect(run.results).toEqual([
      { app: small, status: "success", code: "" },
      { app: large, status: "failed", code: "NO_SPACE" },
    ]);
    expect(run.log).toMatch(/not enough free space[^]*The backup ended/);
    // One whole zip; neither a half one nor scratch files.
    expect(await namesIn(disk)).toEqual([expect.stringMatching(/^kintone-backup_\d{8}_\d{6}\.zip$/)]);
  });

  it("is warned of when earlier runs tell what is needed; the run goes on all the same", async () => {
    const elsewhere = path.join(command.place, "elsewhere");
    expect(await command.run(elsewhere)).toMatchObject({ code: 0, err: expect.not.stringContaining("enough room") });

    const { code, err } = await command.run(disk);
    // Both targets as they are and as a zip, and that once more: 2 · 2.3 MB. The disk has 1.5.
    expect(err).toMatch(
      /^There is probably not enough room\n {2}About 4\.6 MB are needed.*; the disk.* has 1\.5 MB left\.\n/,
    );
    expect(err).not.toContain("never backed up");
    expect(code).toBe(1);
    const { results, log } = await command.lastRun();
    expect(results.map(({ status }) => status)).toEqual(["success", "failed"]);
    // Whoever did not see what was printed finds it there.
    expect(log).toMatch(/About 4\.6 MB are needed.*; the disk.* has 1\.5 MB left\..*Delete files/);
  });

  it("makes a failed run at once when that is asked for, with what is needed and what there is", async () => {
    const { code, out, err } = await command.run(disk, { language: "ja", more: ["--refuse-without-room"] });
    expect(code).toBe(1);
    expect(err).toContain("空き容量が足りない可能性があります");
    expect(out).toContain("空き容量が足りないため、バックアップを保存できませんでした（必要: 4.6 MB、空き: 1.5 MB）");
    const run = await command.lastRun();
    expect(run).toMatchObject({ status: "failed", lock: "", results: [] });
    expect(run.message).toContain("必要: 4.6 MB、空き: 1.5 MB");
    expect(await namesIn(disk)).toEqual([]);
  });

  it("is as good as any other when room was made", async () => {
    expect(mount("-o", `remount,size=${32 * MIB}`)).toBe(true);
    const { code, err } = await command.run(disk, { more: ["--refuse-without-room"] });
    expect([code, err]).toEqual([0, expect.not.stringContaining("enough room")]);
    expect(await namesIn(disk)).toHaveLength(1);
  });
});
