import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Delivery, OpenDestination, OutgoingVolume } from "../../domain/destination";
import { BackupError } from "../../domain/errors";
import { storageError } from "../../domain/storage-error";
import { claimByMark } from "../marked-claim";
import { inStagingFolder, stageVolume } from "../staging-folder";
import { type Remote, type RemoteFile, openRemote } from "./remote";
import { checkVersion } from "./version";

/**
 * Whatever rclone reaches, by a remote of rclone's own configuration. Of its commands only `copy --immutable` is known never to
 * overwrite: `copyto` and `rcat` do, and say nothing. It takes folders, so a volume waits in one of this machine.
 *
 * @param staging where such folders may be made
 */
export function createRcloneDestination(remote: string, staging: string): OpenDestination {
  const there = openRemote(remote);
  let version: Promise<void> | undefined;
  const usable = () => (version ??= checkVersion());
  return {
    kind: "rclone",
    async claim(request) {
      await usable();
      const mark = async (name: string, text: string) =>
        inStagingFolder(
          staging,
          (folder) => writeFile(join(folder, name), text),
          (folder) => there.add(folder),
        );
      return claimByMark({ ...there, mark }, request);
    },
    async deliver(volume, signal) {
      await usable();
      try {
        return await inStagingFolder(
          staging,
          (folder) => stageVolume(volume, folder, signal),
          (folder) => copy(volume, folder, there, signal),
        );
      } catch (thrown) {
        throw storageError(thrown, "DELIVERY_FAILED", { path: volume.name });
      }
    },
    async *read(name) {
      await usable();
      yield* there.read(name);
    },
    async list() {
      await usable();
      const files = await there.list();
      return files.filter(({ name }) => !name.startsWith(".")).map(({ name, size }) => ({ name, size }));
    },
    async remove(name) {
      await usable();
      await there.remove(name);
    },
  };
}

async function copy(volume: OutgoingVolume, folder: string, there: Remote, signal?: AbortSignal): Promise<Delivery> {
  const { name } = volume;
  const before = await there.find(name);
  if (before) {
    const isSame = await proven(volume, before, folder, there, signal);
    if (isSame) return { proof: "server-digest" };
    // Where the service computes no digests, only reading it tells.
    if (isSame === undefined && (await hasBytes(volume, there))) return { proof: "read-back" };
    throw new BackupError("DELIVERY_FAILED", "A file of the name is there", { facts: { refusal: "taken" } });
  }
  let isOurs = true;
  try {
    isOurs = await there.add(folder, signal);
    signal?.throwIfAborted();
    const after = await there.find(name);
    const isProven = after && (await proven(volume, after, folder, there, signal));
    if (isProven === undefined && after?.size === volume.size) return {};
    if (isProven) return { proof: "server-digest" };
    throw new BackupError("ARCHIVE_DAMAGED", "What lies there is not what was sent", {
      facts: { expected: volume.size, ...(after && { actual: after.size }) },
    });
  } catch (thrown) {
    // It was not there before. Many services show the beginning of a file that was broken off.
    if (isOurs && !isTaken(thrown)) await there.remove(name).catch(() => undefined);
    throw thrown;
  }
}

/** Whether the service's own digest is that of the volume; `undefined` where it computes none. */
async function proven(
  { size, sha256 }: OutgoingVolume,
  found: RemoteFile,
  folder: string,
  there: Remote,
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  if (found.size !== size) return false;
  if (found.hashes.sha256) return found.hashes.sha256 === sha256;
  if (Object.values(found.hashes).every((hash) => hash === "")) return undefined;
  return there.isSame(folder, signal);
}

async function hasBytes({ name, size, sha256 }: OutgoingVolume, there: Remote): Promise<boolean> {
  const hash = createHash("sha256");
  let found = 0;
  for await (const chunk of there.read(name)) {
    hash.update(chunk);
    found += chunk.length;
  }
  return found === size && hash.digest("hex") === sha256;
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof BackupError && thrown.facts.refusal === "taken";
}
