import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { createMeter } from "../../src/archive/bytes/digest";
import { encryptionFor } from "../../src/archive/encryption/encrypt";
import { encryptVolume } from "../../src/backup/volumes/encrypt-volume";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { newKey } from "../archive/encryption/encrypted";
import { watchMemory } from "./apart";

const MIB = 1024 ** 2;

/** Encrypts a volume of that size and reads it back. Resolves to how much the memory grew, and to how long it took. */
async function encrypted(mebibytes: number): Promise<{ growth: number; seconds: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), "encrypted-"));
  try {
    const workspace = await createFolderWorkspace(folder, "run");
    const writer = await workspace.create("volume-01");
    const [meter, chunk] = [createMeter(), new Uint8Array(randomBytes(MIB))];
    for (let at = 0; at < mebibytes; at += 1) {
      meter.add(chunk);
      await writer.write(chunk);
    }
    const zip = { name: "a.zip", ...(await meter.finish()), file: await writer.close() };
    const { recipient } = await newKey();
    const grown = watchMemory();
    const started = performance.now();
    const volume = await encryptVolume(zip, encryptionFor({ recipients: [recipient] }), {
      workspace,
      progress: { phaseOverBytes: () => undefined, bytesWorkedOn: () => undefined },
      log: { add: () => undefined },
      signal: new AbortController().signal,
    });
    expect(volume.zip).toEqual({ size: mebibytes * MIB, sha256: zip.sha256 });
    return { growth: grown(), seconds: (performance.now() - started) / 1000 };
  } finally {
    await rm(folder, { recursive: true });
  }
}

it("a volume of 1 GB takes no more memory than one of 100 MB", { timeout: 600_000 }, async () => {
  const small = await encrypted(100);
  const large = await encrypted(1024);
  const told = ({ growth, seconds }: typeof small) => `${Math.round(growth / MIB)} MB, ${seconds.toFixed(1)} s`;
  console.log(`100 MB: ${told(small)}; 1 GB: ${told(large)}`);
  expect(large.growth).toBeLessThan(Math.max(small.growth * 1.2, 200 * MIB));
});
