import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRcloneDestination } from "../../src/destinations/rclone/destination";
import { lookedIntoContract } from "../contracts/looked-into";
import { outgoingVolume } from "../contracts/outgoing-volume";

/** The program is no part of the project: where it is not installed, `apt-get install rclone` has these tests run. */
const isThere = (() => {
  try {
    return /rclone v\d/.test(execFileSync("rclone", ["version"], { encoding: "utf8" }));
  } catch {
    return false;
  }
})();

describe.skipIf(!isThere)("rclone (skipped where it is not installed)", () => {
  let parent: string;
  let places = 0;
  const before = { ...process.env };

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), "rclone-"));
    // A configuration without a file, and a remote that stands for a folder.
    Object.assign(process.env, {
      RCLONE_CONFIG: "/dev/null",
      RCLONE_CONFIG_KEPT_TYPE: "alias",
      RCLONE_CONFIG_KEPT_REMOTE: parent,
    });
  });
  afterAll(async () => {
    process.env = before;
    await rm(parent, { recursive: true });
  });

  function place() {
    places += 1;
    const folder = join(parent, `place-${places}`, "backups");
    return {
      destination: createRcloneDestination(`kept:place-${places}/backups`, join(parent, `staging-${places}`)),
      folder,
      staging: join(parent, `staging-${places}`),
      names: () => readdir(folder).catch(() => []),
      read: (name: string) => readFile(join(folder, name)),
    };
  }

  lookedIntoContract("a remote of rclone", async () => place());

  test("proves a delivery by a digest, and leaves nothing on this machine", async () => {
    const { destination, staging } = place();
    expect(await destination.deliver(await outgoingVolume("a.zip", [1, 2]))).toEqual({ proof: "server-digest" });
    expect(await readdir(staging)).toEqual([]);
  });

  test("an unknown remote is told as one", async () => {
    const destination = createRcloneDestination("nowhere:backups", parent);
    await expect(destination.deliver(await outgoingVolume("a.zip", [1]))).rejects.toMatchObject({
      code: "DELIVERY_FAILED",
      facts: { path: "a.zip", refusal: "no-remote" },
    });
    await expect(destination.list()).rejects.toMatchObject({ facts: { refusal: "no-remote" } });
  });

  test("a service that is not reached is told as one", async () => {
    Object.assign(process.env, {
      RCLONE_CONFIG_GONE_TYPE: "webdav",
      RCLONE_CONFIG_GONE_URL: "http://127.0.0.1:9",
      RCLONE_RETRIES: "1",
      RCLONE_LOW_LEVEL_RETRIES: "1",
    });
    const destination = createRcloneDestination("gone:backups", parent);
    await expect(destination.list()).rejects.toMatchObject({ facts: { refusal: "not-reached" } });
  });

  test("no rclone is told as that, and an old one", async () => {
    const programs = join(parent, "programs");
    await mkdir(programs);
    const path = process.env.PATH;
    process.env.PATH = programs;
    try {
      const find = () => createRcloneDestination("kept:x", parent).list();
      await expect(find()).rejects.toMatchObject({ facts: { refusal: "no-program" } });
      await writeFile(join(programs, "rclone"), "#!/bin/sh\necho rclone v1.53.3\n", { mode: 0o755 });
      await expect(find()).rejects.toMatchObject({ facts: { refusal: "old-program", said: "rclone v1.53.3" } });
    } finally {
      process.env.PATH = path;
    }
  });

  test("what opens kintone is not given to it", async () => {
    const programs = join(parent, "telling");
    await mkdir(programs);
    const path = process.env.PATH;
    const script =
      '#!/bin/sh\n[ "$1" = version ] && echo rclone v1.60.1 || echo "[{\\"Name\\":\\"-$KINTONE_PASSWORD-\\",\\"Size\\":1,\\"ModTime\\":\\"2026-11-23T00:00:00Z\\"}]"\n';
    await writeFile(join(programs, "rclone"), script, { mode: 0o755 });
    Object.assign(process.env, { PATH: `${programs}:${path}`, KINTONE_PASSWORD: "secret" });
    try {
      expect(await createRcloneDestination("kept:x", parent).list()).toEqual([{ name: "--", size: 1 }]);
    } finally {
      process.env.PATH = path;
      delete process.env.KINTONE_PASSWORD;
    }
  });
});
