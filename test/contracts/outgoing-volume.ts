import { createHash } from "node:crypto";
import type { OutgoingVolume } from "../../src/domain/destination";
import { createMemoryWorkspace } from "../../src/workspace/memory";

/** A volume of these bytes, with what a run knows of it. */
export async function outgoingVolume(name: string, ...chunks: number[][]): Promise<OutgoingVolume> {
  const writer = await createMemoryWorkspace().create("volume");
  const hash = createHash("sha256");
  for (const chunk of chunks) {
    hash.update(Uint8Array.from(chunk));
    await writer.write(Uint8Array.from(chunk));
  }
  const file = await writer.close();
  return { name, size: file.size, sha256: hash.digest("hex"), file };
}
