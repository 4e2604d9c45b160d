import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { JournalLine } from "../../../src/backup/journal/entries";
import { type Memory, createMemory } from "../../../src/backup/journal/memory";
import type { TargetResult } from "../../../src/domain/outcome";
import type { Workspace } from "../../../src/domain/workspace";
import { type StagedEntry, type Staging, createStaging } from "../../../src/staging/staging";
import { createFolderWorkspace } from "../../../src/workspace/folder";
import { openFolderJournal } from "../../../src/workspace/folder-journal";
import { targetFacts } from "../../archive/volume-fixture";
import { NOTHING_COUNTED } from "../nothing-counted";
import { target } from "../scripted-run";

const RUN = "run";
let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "names-"));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

async function attempt(): Promise<{ workspace: Workspace; memory: Memory; staging: Staging }> {
  const workspace = await createFolderWorkspace(parent, RUN);
  const memory = await createMemory(await openFolderJournal<JournalLine>(join(parent, RUN), {}), NOTHING_COUNTED);
  return { workspace, memory, staging: createStaging(workspace, memory.kept, memory.toldNames) };
}

async function stage(staging: Staging, folder: string): Promise<StagedEntry> {
  const writer = await staging.create({ path: `${folder}/records.jsonl`, kind: "records", target: folder });
  await writer.write(new TextEncoder().encode(`records of ${folder}\n`));
  const entry = await writer.close();
  await staging.close(folder);
  return entry;
}

it("what is read now lies in no file whose room is yet to be given back: what was in that is in a volume", async () => {
  const first = await attempt();
  await first.memory.begun([target("6"), target("7"), target("8")]);
  const packed = [await stage(first.staging, "6"), await stage(first.staging, "7")];
  for (const entry of packed) {
    const result = { target: target(entry.target!), problems: [], accepted: [] } as Partial<TargetResult>;
    await first.memory.settle(targetFacts({ folder: entry.target! }), [entry], result as TargetResult);
  }
  const file = await (await first.workspace.create("volume-1")).close();
  const volume = { name: "backup.zip", size: 0, sha256: bytesToHex(sha256(new Uint8Array())), file };
  await first.memory.packed(
    1,
    volume,
    packed.map(({ path }) => path),
  );

  // The process ends before the room of what was packed is given back; the next attempt does that when it is at the volume.
  const second = await attempt();
  const again = packed.map((entry) => {
    const [noted] = second.memory.settled(target(entry.target!))!.entries;
    return second.staging.adopt(entry, noted!.file!, () => Promise.reject(new Error("it is in the volume")));
  });
  const read = await stage(second.staging, "8");
  for (const entry of again) await entry.remove();
  expect(await readdir(join(parent, RUN))).toContain(read.file!.name);
});
