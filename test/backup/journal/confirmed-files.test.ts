import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { JournalLine } from "../../../src/backup/journal/entries";
import { type Memory, createMemory } from "../../../src/backup/journal/memory";
import { createStaging } from "../../../src/staging/staging";
import { createFolderWorkspace } from "../../../src/workspace/folder";
import { openFolderJournal } from "../../../src/workspace/folder-journal";
import { NOTHING_COUNTED } from "../../backup/nothing-counted";

const RUN = "run";
let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "confirmed-"));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

async function attempt(): Promise<{ memory: Memory; file: (question: string, unconfirmed: boolean) => Promise<void> }> {
  const workspace = await createFolderWorkspace(parent, RUN);
  const memory = await createMemory(await openFolderJournal<JournalLine>(join(parent, RUN), {}), NOTHING_COUNTED);
  const staging = createStaging(workspace, memory.kept);
  return {
    memory,
    async file(question, unconfirmed) {
      await memory.filed("7", question, await staging.keep("7", new TextEncoder().encode(question)), unconfirmed);
      await staging.close("7");
    },
  };
}

/** Which of the files another attempt finds, when the process ended without a word. */
async function found(...questions: string[]): Promise<string[]> {
  const { memory } = await attempt();
  const files = await Promise.all(questions.map((question) => memory.file("7", question)));
  return questions.filter((_, index) => files[index]);
}

it("a file that was never confirmed is fetched anew; one that nobody else could have been given is not", async () => {
  const { memory, file } = await attempt();
  await file("certain", false);
  await file("uncertain", true);
  await memory.begun([]);
  expect(await found("certain", "uncertain")).toEqual(["certain"]);
});

it("a confirmation counts for the files before it, of its target", async () => {
  const { memory, file } = await attempt();
  await file("before", true);
  memory.confirmed("8");
  await memory.begun([]);
  expect(await found("before")).toEqual([]);

  const again = await attempt();
  await again.file("before", true);
  again.memory.confirmed("7");
  await again.file("behind", true);
  await again.memory.begun([]);
  expect(await found("before", "behind")).toEqual(["before"]);
});
