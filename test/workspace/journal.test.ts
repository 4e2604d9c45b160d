import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { createLazyJournal, createLazyWorkspace } from "../../src/workspace/lazy";
import { type Attempt, journalContract } from "../contracts/journal";

let parent: string;
let runs = 0;
const attempts: Attempt[] = [];

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "journal-"));
});
afterAll(async () => {
  // A process that is killed lets go of its files; this one has to do it itself.
  for (const { journal } of attempts) await journal.end();
  await rm(parent, { recursive: true });
});

/** @param begin an attempt in the workspace of that name, and whether there was one before */
function runInFolder(begin: (name: string, resumed: boolean) => Promise<Attempt>) {
  const name = `run-${(runs += 1)}`;
  let resumed = false;
  return {
    async attempt() {
      const attempt = await begin(name, resumed);
      resumed = true;
      attempts.push(attempt);
      return attempt;
    },
    tear: (text: string) => appendFile(join(parent, name, "journal.jsonl"), text),
  };
}

journalContract("folder", async () =>
  runInFolder(async (name) => {
    const workspace = await createFolderWorkspace(parent, name);
    return { workspace, journal: await workspace.openJournal({}) };
  }),
);

journalContract("lazy", async () =>
  runInFolder(async (name, resumed) => {
    const workspace = createLazyWorkspace(() => createFolderWorkspace(parent, name));
    return { workspace, journal: createLazyJournal(async () => (await workspace.made()).openJournal({}), resumed) };
  }),
);

describe("a lazy journal", () => {
  const nothing = async (resumed: boolean) => {
    let opened = 0;
    const journal = createLazyJournal(() => {
      opened += 1;
      return Promise.reject(new Error("no room"));
    }, resumed);
    for await (const line of journal.lines()) expect(line).toBeUndefined();
    expect(await journal.file("a")).toBeUndefined();
    await journal.sweep(new Set());
    return { journal, opened: () => opened };
  };

  test("that cannot be opened keeps nothing, tells nobody, and is not tried again", async () => {
    const { journal, opened } = await nothing(true);
    await journal.note({ kind: "logged", line: "", requests: 0 });
    await journal.end();
    expect(opened()).toBe(1);
  });

  test("of a run that begins is not opened before something is noted", async () => {
    const { journal, opened } = await nothing(false);
    await journal.end();
    expect(opened()).toBe(0);
  });
});
