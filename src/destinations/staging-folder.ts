import { randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { OutgoingVolume } from "../domain/destination";

/** Not like an archive, nor like the files of a run. */
const PREFIX = ".delivering-";
const LEFT_BEHIND_HOURS = 48;

/** A new folder on this machine with one file in it, for programs that take folders. Removed when the work with it ends. */
export async function inStagingFolder<Result>(
  parent: string,
  fill: (folder: string) => Promise<void>,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  await mkdir(parent, { recursive: true });
  await sweep(parent).catch(() => undefined);
  const folder = join(parent, `${PREFIX}${randomUUID()}`);
  try {
    await mkdir(folder);
    await fill(folder);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The volume as a file of that name. It is read to its end in either case, so that it is known to be what it was. */
export async function stageVolume({ name, file }: OutgoingVolume, folder: string, signal?: AbortSignal): Promise<void> {
  const path = join(folder, name);
  const isLinked =
    file.path !== undefined &&
    (await link(file.path, path).then(
      () => true,
      () => false,
    ));
  const handle = isLinked ? undefined : await open(path, "wx");
  try {
    for await (const chunk of file.stream()) {
      signal?.throwIfAborted();
      await handle?.appendFile(chunk);
    }
  } finally {
    await handle?.close();
  }
}

/** What was left by a process that was killed. */
async function sweep(parent: string): Promise<void> {
  for (const name of (await readdir(parent)).filter((found) => found.startsWith(PREFIX))) {
    const { mtimeMs } = await stat(join(parent, name));
    if (Date.now() - mtimeMs > LEFT_BEHIND_HOURS * 3_600_000) await rm(join(parent, name), { recursive: true });
  }
}
