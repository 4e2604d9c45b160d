import { type Measure, createMeter } from "../../archive/bytes/digest";
import type { EncryptedStream, Encrypt } from "../../archive/encryption/encrypt";
import { EncryptionError } from "../../archive/encryption/encryption-error";
import { BackupError, toBackupError } from "../../domain/errors";
import { ENCRYPTED } from "../../domain/outcome";
import type { FileWriter, StoredFile } from "../../domain/workspace";
import type { PackedVolume, VolumeParts } from "./pack-volume";

type Parts = Pick<VolumeParts, "workspace" | "progress" | "log" | "signal">;

/**
 * Encrypts a volume that was read back, and reads it back again by decrypting it: what leaves holds the very zip that was verified. The zip gives its room back.
 * Rejects with `ARCHIVE_DAMAGED` when it does not, and nothing of the volume is left.
 */
export async function encryptVolume(zip: PackedVolume, encrypt: Encrypt, parts: Parts): Promise<PackedVolume> {
  const { workspace, log } = parts;
  const { size, sha256 } = zip;
  const name = `${zip.name}${ENCRYPTED}`;
  try {
    const encrypted = await encrypt(zip.file.stream());
    const written = await write(encrypted.stream, zip, parts);
    const volume = { name, ...written, zip: { size, sha256 } };
    await readBack(volume, encrypted, parts);
    log.add({ kind: "volume-encrypted", volume });
    return volume;
  } catch (thrown) {
    throw toBackupError(thrown).with({ path: name });
  } finally {
    await workspace.remove(zip.file.name).catch(() => undefined);
  }
}

async function write(
  stream: ReadableStream<Uint8Array>,
  zip: PackedVolume,
  { workspace, progress, signal }: Parts,
): Promise<Measure & { file: StoredFile }> {
  progress.phaseOverBytes("packing", zip.size);
  let writer: FileWriter | undefined;
  const reader = stream.getReader();
  try {
    writer = await workspace.create(`${zip.file.name}${ENCRYPTED}`);
    const meter = createMeter();
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      meter.add(value);
      await writer.write(value);
      progress.bytesWorkedOn(value.length);
    }
    return { ...(await meter.finish()), file: await writer.close() };
  } catch (thrown) {
    await writer?.discard().catch(() => undefined);
    throw toBackupError(thrown).at("pack");
  } finally {
    // Whatever it was read from has to be closed, too.
    await reader.cancel().catch(() => undefined);
  }
}

const CHUNK_BYTES = 1024 ** 2;

async function readBack(
  volume: PackedVolume,
  { reopened }: EncryptedStream,
  { workspace, progress, signal }: Parts,
): Promise<void> {
  const { zip, file } = volume;
  progress.phaseOverBytes("verifying", file.size);
  try {
    const meter = createMeter();
    const source = await reopened(file);
    for (let start = 0; start < source.size; start += CHUNK_BYTES) {
      signal.throwIfAborted();
      const chunk = await source.bytes(start, start + CHUNK_BYTES);
      meter.add(chunk);
      progress.bytesWorkedOn(chunk.length);
    }
    const { size, sha256 } = await meter.finish();
    if (size !== zip?.size || sha256 !== zip.sha256) throw new EncryptionError("CHANGED");
  } catch (thrown) {
    await workspace.remove(file.name).catch(() => undefined);
    throw unreadable(thrown, volume).at("verify");
  }
}

function unreadable(thrown: unknown, { zip, size }: PackedVolume): BackupError {
  if (!(thrown instanceof EncryptionError)) return toBackupError(thrown);
  const facts = { actual: size, ...(zip && { expected: zip.size }) };
  return new BackupError("ARCHIVE_DAMAGED", `The encrypted volume does not give the zip back: ${thrown.code}`, {
    facts,
    cause: thrown,
  });
}
