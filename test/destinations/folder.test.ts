import { type FileHandle, mkdtemp, open, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createFolderDestination } from "../../src/destinations/folder";
import type { BackupError } from "../../src/domain/errors";
import { storedFile } from "../../src/workspace/stored-file";
import { lookedIntoContract } from "../contracts/looked-into";
import { outgoingVolume } from "../contracts/outgoing-volume";

let parent: string;
let places = 0;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "destination-"));
});
afterAll(() => rm(parent, { recursive: true }));

lookedIntoContract("folder", async () => {
  const folder = join(parent, `place-${(places += 1)}`, "backups");
  return {
    destination: createFolderDestination(folder),
    names: () => readdir(folder),
    read: (name) => readFile(join(folder, name)),
  };
});

const volume = (name: string, bytes = [1, 2, 3]) => outgoingVolume(name, bytes);

test("a file that is already there is never overwritten", async () => {
  const folder = await mkdtemp(join(parent, "taken-"));
  await writeFile(join(folder, "backup.zip"), "older");
  await expect(createFolderDestination(folder).deliver(await volume("backup.zip"))).rejects.toMatchObject({
    code: "DELIVERY_FAILED",
    facts: { path: "backup.zip", refusal: "taken" },
  });
  expect(await readdir(folder)).toEqual(["backup.zip"]);
  expect(await readFile(join(folder, "backup.zip"), "utf8")).toBe("older");
});

test("a name is put on the disk after the file that it names", async () => {
  const folder = await mkdtemp(join(parent, "named-"));
  const handle = await open(folder, "r");
  const ofHandles = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const { sync: original } = ofHandles;
  const there: string[][] = [];
  const sync = vi.spyOn(ofHandles, "sync").mockImplementation(async function recorded(this: FileHandle) {
    if ((await this.stat()).isDirectory()) there.push(await readdir(folder));
    return original.call(this);
  });
  await createFolderDestination(folder).deliver(await volume("backup.zip"));
  sync.mockRestore();
  expect(there).toEqual([["backup.zip"]]);
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

test("a volume that lies in a file beside it gets a second name, and is there once the first is gone", async () => {
  const folder = await mkdtemp(join(parent, "linked-"));
  const scratch = join(folder, "scratch");
  await writeFile(scratch, "whole");
  const file = storedFile(scratch, "scratch", 5);
  const unread = { ...file, stream: () => expect.unreachable() as never };
  await createFolderDestination(folder).deliver({ ...(await volume("a.zip")), file: unread });
  expect((await stat(join(folder, "a.zip"))).ino).toBe((await stat(scratch)).ino);
  await rm(scratch);
  expect(await readFile(join(folder, "a.zip"), "utf8")).toBe("whole");
  // Where there are no such names, it is copied.
  await createFolderDestination(folder).deliver({
    ...(await volume("b.zip")),
    file: { ...file, path: "/dev/null/none", stream: () => new Blob(["whole"]).stream() },
  });
  expect(await readFile(join(folder, "b.zip"), "utf8")).toBe("whole");
});

test("a place that cannot be a folder is a failed delivery that keeps its cause", async () => {
  const file = join(parent, "a-file");
  await writeFile(file, "");
  for (const [place, reason] of [
    [join(file, "below"), "ENOTDIR"],
    [file, "EEXIST"],
  ] as const) {
    const destination = createFolderDestination(place);
    const attempts = [
      async () => destination.deliver(await volume("backup.zip")),
      () => destination.claim({ owner: "run-1", names: ["backup"] }),
    ];
    for (const attempt of attempts) {
      const error = (await attempt().catch((thrown: unknown) => thrown)) as BackupError;
      const facts = { refusal: "no-folder" };
      expect(error).toMatchObject({ code: "DELIVERY_FAILED", facts, cause: { code: reason } });
      expect(error.message).not.toContain(parent);
    }
  }
});

describe("a file system that cannot put a file on its disk", () => {
  async function deliverWithoutSync(folder: string, code: string) {
    const probe = await open(join(parent, "probe"), "w");
    const ofHandles = Object.getPrototypeOf(probe) as FileHandle;
    await probe.close();
    const refusal = Object.assign(new Error(`${code}: no, fsync '${parent}'`), { code });
    const sync = vi.spyOn(ofHandles, "sync").mockRejectedValue(refusal);
    const delivery = createFolderDestination(folder).deliver(await volume("backup.zip"));
    return delivery.finally(() => sync.mockRestore());
  }

  test.each(["ENOTSUP", "EOPNOTSUPP", "EINVAL", "ENOSYS"])("as %s tells, has the volume all the same", async (code) => {
    const folder = await mkdtemp(join(parent, "unsynced-"));
    expect(await deliverWithoutSync(folder, code)).toEqual({ notOnDisk: code });
    expect([...(await readFile(join(folder, "backup.zip")))]).toEqual([1, 2, 3]);
  });

  test.each(["EIO", "ESOMEDAY"])("as %s tells, has lost it: nothing is left", async (code) => {
    const folder = await mkdtemp(join(parent, "lost-"));
    const error = { code: "DELIVERY_FAILED", facts: { path: "backup.zip", reason: code } };
    await expect(deliverWithoutSync(folder, code)).rejects.toMatchObject(error);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("a claim in a folder", () => {
  const request = { owner: "run-2", names: ["backup_20261123_030000", "backup_20261123_030000-run2"] };

  test("whose run died does not keep others from going on, and is gone after two days, as are half volumes", async () => {
    const folder = await mkdtemp(join(parent, "dead-"));
    const destination = createFolderDestination(folder);
    await destination.claim({ ...request, owner: "run-1" });
    const half = `.${"0123abcd-".repeat(4)}.part`;
    const names = [half, ".somebody-elses", "notes.claimed"];
    for (const name of names) await writeFile(join(folder, name), "");
    const claim = await destination.claim(request);
    expect(claim.name).toBe(request.names[1]);
    await claim.release();
    expect(await readdir(folder)).toHaveLength(4);

    const longAgo = new Date(Date.now() - 49 * 3_600_000);
    for (const name of await readdir(folder)) await utimes(join(folder, name), longAgo, longAgo);
    const later = await destination.claim({ owner: "run-3", names: ["backup_20261125_040000"] });
    await later.release();
    expect((await readdir(folder)).sort()).toEqual([".somebody-elses", "notes.claimed"]);
  });

  test("is refused when all the names are taken, and what lies there stays as it is", async () => {
    const folder = await mkdtemp(join(parent, "all-taken-"));
    for (const name of request.names) await writeFile(join(folder, `${name}.zip`), "older");
    await expect(createFolderDestination(folder).claim(request)).rejects.toMatchObject({
      code: "DELIVERY_FAILED",
      facts: { path: "backup_20261123_030000.zip", refusal: "taken" },
    });
    expect(await readdir(folder)).toEqual(["backup_20261123_030000-run2.zip", "backup_20261123_030000.zip"]);
  });

  test("of an attempt that was broken off is lost to somebody who has claimed the name since", async () => {
    const destination = createFolderDestination(await mkdtemp(join(parent, "lost-claim-")));
    await destination.claim({ ...request, owner: "run-1" });
    const again = destination.claim({ ...request, again: "backup_20261123_030000" });
    await expect(again).rejects.toMatchObject({ code: "DELIVERY_FAILED", facts: { refusal: "taken" } });
  });
});

test("a full disk is NO_SPACE", async () => {
  const outgoing = await volume("backup.zip");
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(full);
      },
    });
  const folder = await mkdtemp(join(parent, "full-"));
  const delivery = createFolderDestination(folder).deliver({ ...outgoing, file: { ...outgoing.file, stream } });
  await expect(delivery).rejects.toMatchObject({ code: "NO_SPACE" });
  expect(await readdir(folder)).toEqual([]);
});
