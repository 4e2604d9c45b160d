import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import {
  createRestoreFolder,
  type RestoreAbout,
  type RestoreFolder,
  unfinishedRestores,
} from "../../../src/entries/command/restoring/restore-folder";
import { keptRestoreContract } from "../../contracts/kept-restore";

let parent: string;
let restores = 0;
const attempts: RestoreFolder[] = [];

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "restore-folder-"));
});
afterAll(async () => {
  // A process that is killed lets go of its files; this one has to do it itself.
  for (const folder of attempts) await folder.clear();
  await rm(parent, { recursive: true });
});

/** As much of it as is read back. */
function aboutOf(reason: string): RestoreAbout {
  const at = new Date("2026-11-30T03:00:00Z");
  return { start: { reason, startedAt: at, archive: { createdAt: at } } } as RestoreAbout;
}

keptRestoreContract("folder", async () => {
  const restoreId = `restore-${(restores += 1)}`;
  return {
    async attempt() {
      const folder = createRestoreFolder(parent, restoreId);
      attempts.push(folder);
      return { journal: folder.journal, keep: (mark) => folder.keep(aboutOf(mark)), clear: () => folder.clear() };
    },
    tear: (text) => appendFile(join(parent, `.unfinished_restore-${restoreId}`, "journal.jsonl"), text),
    unfinished: async () => (await unfinishedRestores(parent)).map(({ about }) => about.start.reason),
  };
});
