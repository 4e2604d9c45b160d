import { type FileHandle, mkdtemp, open as openFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { BackupError } from "../../src/domain/errors";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { workspaceContract } from "../contracts/workspace";

let parent: string;
let runs = 0;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "workspace-"));
});
afterAll(() => rm(parent, { recursive: true }));

workspaceContract("folder", async () => {
  const run = `run-${(runs += 1)}`;
  const names = () => readdir(join(parent, run)).catch(() => []);
  return { workspace: await createFolderWorkspace(parent, run), names };
});

test("a finished file tells where it lies", async () => {
  const workspace = await createFolderWorkspace(parent, "path");
  const writer = await workspace.create("a");
  await writer.write(Uint8Array.from([1, 2]));
  expect([...(await readFile((await writer.close()).path ?? ""))]).toEqual([1, 2]);
  await workspace.clear();
});

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

test("a reason that is on no list is the workspace's error, which keeps it", async () => {
  const workspace = await createFolderWorkspace(parent, "stale");
  const writer = await workspace.create("a");
  await writer.write(Uint8Array.from([1]));
  const file = await writer.close();
  const open = await workspace.create("b");
  const ofHandles = Object.getPrototypeOf(await openHandle(file.path ?? "")) as FileHandle;
  const stale = Object.assign(new Error(`ESTALE: stale file handle, read '${parent}'`), { code: "ESTALE" });
  for (const call of ["read", "appendFile"] as const) vi.spyOn(ofHandles, call).mockRejectedValue(stale as never);
  try {
    const read = () => file.stream().getReader().read();
    for (const attempt of [() => file.bytes(0, 1), read, () => open.write(Uint8Array.from([1]))]) {
      const error = (await attempt().catch((thrown: unknown) => thrown)) as BackupError;
      expect(error).toMatchObject({ code: "WORKSPACE_FAILED", facts: { reason: "ESTALE" }, cause: stale });
      expect(error.message).not.toContain(parent);
    }
  } finally {
    vi.restoreAllMocks();
    await workspace.clear();
  }
});

/** Closed at once: only what it is made of is looked at. */
async function openHandle(path: string): Promise<FileHandle> {
  const handle = await openFile(path);
  await handle.close();
  return handle;
}

test.each<[string, (place: string) => Promise<unknown>]>([
  ["is removed", async () => undefined],
  ["becomes a file", (place) => writeFile(place, "")],
])("a workspace whose place %s tells it without the place's path", async (_name, afterwards) => {
  const place = await mkdtemp(join(parent, "withdrawn-"));
  const workspace = await createFolderWorkspace(place, "run");
  const writer = await workspace.create("a");
  await writer.write(Uint8Array.from([1]));
  const file = await writer.close();
  await rm(place, { recursive: true });
  await afterwards(place);
  const attempts = [workspace.create("b"), file.bytes(0, 1), file.stream().getReader().read()];
  await Promise.allSettled(attempts);
  for (const attempt of attempts) {
    const error = (await attempt.catch((thrown: unknown) => thrown)) as BackupError;
    expect(error).toMatchObject({ code: "WORKSPACE_FAILED", facts: { refusal: "no-folder" } });
    expect(error.message).not.toContain(parent);
  }
  const removal = (await workspace.remove("a").catch((thrown: unknown) => thrown)) as BackupError | undefined;
  expect(removal?.message ?? "").not.toContain(parent);
});
