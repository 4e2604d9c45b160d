import { createMeter } from "../../archive/bytes/digest";
import type { OutgoingVolume } from "../../domain/destination";
import { BackupError } from "../../domain/errors";
import type { RunContext } from "../run-context";
import type { RunLedger } from "../run-ledger";
import { type PackedVolume, totalSize, volumeFacts } from "./pack-volume";
import { readWhereTheyLie } from "./read-where-they-lie";

/**
 * Packs what is left and delivers every volume that was read back; also after an error that ended the reading or the
 * packing, as what was read back until then is worth having.
 */
export async function packAndDeliver(ledger: RunLedger, context: RunContext): Promise<void> {
  const { archive, destination, log, progress, signal, source } = context;
  progress.allTargetsRead();
  await ledger.attempt("pack", async () => {
    // What was read when the cancel came is in no volume: without this the run would be a success without an archive.
    signal.throwIfAborted();
    await archive.finish();
  });
  if (ledger.cancelled || archive.volumes.length === 0) return;
  progress.phaseOverBytes("delivering", totalSize(archive.volumes));
  await ledger.attempt("deliver", async () => {
    // Whose browser this is by now, gets the zips.
    await source.reader.confirm();
    for (const volume of archive.volumes) {
      signal.throwIfAborted();
      const { notOnDisk } = await destination.deliver(watched(volume, context), signal);
      ledger.volumes.push(volume);
      log.add({ kind: "volume-delivered", volume, destination: destination.kind });
      if (notOnDisk !== undefined) log.add({ kind: "volume-not-on-disk", volume, reason: notOnDisk });
    }
    await readWhereTheyLie(ledger, context);
  });
  if (ledger.cancelled) await removeUndelivered(ledger, context);
}

/** What was delivered may still be read from the workspace, by a browser that saves it; the rest is of no use to anybody. */
async function removeUndelivered({ volumes }: RunLedger, { archive, workspace }: RunContext): Promise<void> {
  for (const { file } of archive.volumes.slice(volumes.length)) {
    await workspace.remove(file.name).catch(() => undefined);
  }
}

/** The volume as it was read back: where it is copied, it must still be the same, to the last byte. A cancel ends the copy. */
function watched(volume: PackedVolume, { progress, signal }: RunContext): OutgoingVolume {
  const stream = () => {
    const meter = createMeter();
    return volume.file.stream().pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          signal.throwIfAborted();
          meter.add(chunk);
          progress.bytesWorkedOn(chunk.length);
          controller.enqueue(chunk);
        },
        async flush() {
          const { size, sha256 } = await meter.finish();
          if (size === volume.size && sha256 === volume.sha256) return;
          throw new BackupError("ARCHIVE_DAMAGED", "The volume changed after it was read back", {
            facts: { path: volume.name, expected: volume.size, actual: size },
          });
        },
      }),
    );
  };
  return { ...volumeFacts(volume), file: { ...volume.file, stream } };
}
