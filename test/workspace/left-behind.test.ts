import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sweepFolderWorkspaces } from "../../src/workspace/folder";
import { interruptedFolderRuns } from "../../src/workspace/folder-journal";
import { ABOUT_FILE } from "../../src/workspace/journal-lines";

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "left-behind-"));
});
afterEach(() => rm(parent, { recursive: true }));

async function workspace(name: string, about: string): Promise<string> {
  await mkdir(join(parent, name));
  await writeFile(join(parent, name, ABOUT_FILE), about);
  return join(parent, name);
}

describe("what runs have left in a folder", () => {
  it.each([
    ["empty, after a power failure", ""],
    ["full of zeros", "\0\0\0"],
    ["cut off", '{"runId":"2026'],
    ["nothing", "null"],
  ])("is passed over where what it says of itself is %s, and the others are found", async (_name, about) => {
    await workspace(".unfinished-a", about);
    const whole = await workspace(".unfinished-b", '{"runId":"b"}');
    expect(await interruptedFolderRuns(parent, ".unfinished-")).toEqual([{ folder: whole, about: { runId: "b" } }]);
  });

  it("is removed two days after the last file of it was written to, however old the folder is", async () => {
    const now = new Date("2026-11-23T03:00:00Z");
    const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    for (const [name, hours] of Object.entries({ living: 47, killed: 49 })) {
      const folder = await workspace(`.unfinished-${name}`, "{}");
      await utimes(join(folder, ABOUT_FILE), hoursAgo(hours), hoursAgo(hours));
      await utimes(folder, hoursAgo(70), hoursAgo(70));
    }
    await sweepFolderWorkspaces(parent, ".unfinished-", now);
    expect(await readdir(parent)).toEqual([".unfinished-living"]);
  });
});
