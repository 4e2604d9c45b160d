import { open } from "node:fs/promises";

/** So that the name of a new file in it outlasts a power failure, too. Not every system can do it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
