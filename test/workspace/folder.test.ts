import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { workspaceContract } from "../contracts/workspace";

let parent: string;
let runs = 0;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "workspace-"));
});
afterAll(() => rm(parent, { recursive: true }));

workspaceContract("folder", () => createFolderWorkspace(parent, `run-${(runs += 1)}`));

test("clear removes this run's folder and no other", async () => {
  const one = await createFolderWorkspace(parent, "one");
  const two = await createFolderWorkspace(parent, "two");
  await (await one.create("a")).close();
  await (await two.create("a")).close();
  await one.clear();
  expect(await readdir(parent)).toEqual(["two"]);
  await two.clear();
});

test("clear lets go of files that are still being written", async () => {
  const workspace = await createFolderWorkspace(parent, "unfinished");
  const writer = await workspace.create("a");
  await workspace.clear();
  await expect(writer.write(Uint8Array.from([1]))).rejects.toThrow();
});

test("a stream is read at the reader's pace", async () => {
  const workspace = await createFolderWorkspace(parent, "large");
  const writer = await workspace.create("large");
  for (let i = 0; i < 256; i += 1) await writer.write(new Uint8Array(65_536));
  const file = await writer.close();
  const before = process.memoryUsage().arrayBuffers;
  const reader = file.stream().getReader();
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024);
  await reader.cancel();
  await workspace.clear();
});
