import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFolderDestination } from "../../src/destinations/folder";
import { createMemoryWorkspace } from "../../src/workspace/memory";
import { destinationContract } from "../contracts/destination";

let parent: string;
let places = 0;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "destination-"));
});
afterAll(() => rm(parent, { recursive: true }));

destinationContract("folder", async () => {
  const folder = join(parent, `place-${(places += 1)}`, "backups");
  return {
    destination: createFolderDestination(folder),
    names: () => readdir(folder),
    read: (name) => readFile(join(folder, name)),
  };
});

async function volume(name: string, bytes = [1, 2, 3]) {
  const writer = await createMemoryWorkspace().create("volume");
  await writer.write(Uint8Array.from(bytes));
  return { name, file: await writer.close() };
}

test("a file that is already there is never overwritten", async () => {
  const folder = await mkdtemp(join(parent, "taken-"));
  await writeFile(join(folder, "backup.zip"), "older");
  await expect(createFolderDestination(folder).deliver(await volume("backup.zip"))).rejects.toMatchObject({
    code: "DELIVERY_FAILED",
    facts: { path: "backup.zip" },
  });
  expect(await readdir(folder)).toEqual(["backup.zip"]);
  expect(await readFile(join(folder, "backup.zip"), "utf8")).toBe("older");
});

test("of two deliveries of one name at the same time exactly one arrives", async () => {
  const folder = await mkdtemp(join(parent, "race-"));
  const destination = createFolderDestination(folder);
  const results = await Promise.allSettled([
    destination.deliver(await volume("backup.zip", [1, 2, 3])),
    destination.deliver(await volume("backup.zip", [4, 5, 6])),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await readdir(folder)).toEqual(["backup.zip"]);
  expect([
    [1, 2, 3],
    [4, 5, 6],
  ]).toContainEqual([...(await readFile(join(folder, "backup.zip")))]);
});

test("the very same volume may be delivered again: the first time may have been before a crash", async () => {
  const folder = await mkdtemp(join(parent, "again-"));
  const destination = createFolderDestination(folder);
  for (let time = 0; time < 2; time += 1) await destination.deliver(await volume("backup.zip"));
  expect(await readdir(folder)).toEqual(["backup.zip"]);
});

test("a place that cannot be a folder is a failed delivery that keeps its cause", async () => {
  const file = join(parent, "a-file");
  await writeFile(file, "");
  const error = await createFolderDestination(join(file, "below"))
    .deliver(await volume("backup.zip"))
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "DELIVERY_FAILED", cause: { code: "ENOTDIR" } });
});

test("a full disk is NO_SPACE", async () => {
  const { file } = await volume("backup.zip");
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(full);
      },
    });
  const folder = await mkdtemp(join(parent, "full-"));
  const delivery = createFolderDestination(folder).deliver({ name: "backup.zip", file: { ...file, stream } });
  await expect(delivery).rejects.toMatchObject({ code: "NO_SPACE" });
  expect(await readdir(folder)).toEqual([]);
});
