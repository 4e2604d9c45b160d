import { createMeter } from "../../archive/bytes/digest";
import { BackupError } from "../../domain/errors";
import { storageError } from "../../domain/storage-error";
import type { RunContext } from "../run-context";
import type { RunLedger } from "../run-ledger";
import { type PackedVolume, totalSize } from "./pack-volume";

/**
 * Reads every delivered volume back from its destination, where that can be read: only then it is known that they were saved.
 * A cancel ends the reading and takes nothing from the run: everything is delivered.
 */
export async function readWhereTheyLie(ledger: RunLedger, context: RunContext): Promise<void> {
  const { destination, log, progress, signal } = context;
  if (!destination.read) return;
  progress.phaseOverBytes("verifying", totalSize(ledger.volumes));
  for (const volume of ledger.volumes) {
    const meter = createMeter();
    try {
      for await (const chunk of destination.read(volume.name)) {
        if (signal.aborted) return;
        meter.add(chunk);
        progress.bytesWorkedOn(chunk.length);
      }
    } catch (thrown) {
      throw storageError(thrown, "DELIVERY_FAILED", { path: volume.name });
    }
    const { size, sha256 } = await meter.finish();
    if (size !== volume.size || sha256 !== volume.sha256) throw damaged(volume, size);
    ledger.saved.push(volume);
    log.add({ kind: "volume-saved", volume });
  }
}

function damaged({ name, size }: PackedVolume, actual: number): BackupError {
  return new BackupError("ARCHIVE_DAMAGED", "The delivered volume is not what was packed", {
    facts: { path: name, expected: size, actual },
  });
}
