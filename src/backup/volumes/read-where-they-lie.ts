import { createMeter } from "../../archive/bytes/digest";
import type { Proof } from "../../domain/destination";
import { BackupError } from "../../domain/errors";
import { storageError } from "../../domain/storage-error";
import type { RunLog } from "../log-event";
import type { RunContext } from "../run-context";
import { type PackedVolume, totalSize } from "./pack-volume";
import type { PlaceBooks } from "./place-books";

/**
 * Reads every volume back that was delivered to a place and is not proven yet, where that can be read: only then it is known that
 * it is saved there. A cancel ends the reading and takes nothing from the run: everything is delivered.
 */
export async function readWhereTheyLie(books: PlaceBooks, { log, progress, signal }: RunContext): Promise<void> {
  const { destination } = books.place;
  const unproven = books.delivered.filter((volume) => !books.saved.includes(volume));
  if (!destination.read || unproven.length === 0) return;
  progress.phaseOverBytes("verifying", totalSize(unproven));
  for (const volume of unproven) {
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
    bookSaved(books, volume, "read-back", log);
  }
}

export function bookSaved({ place, saved }: PlaceBooks, volume: PackedVolume, proof: Proof, log: RunLog): void {
  saved.push(volume);
  log.add({ kind: "volume-saved", volume, place: place.name, proof });
}

function damaged({ name, size }: PackedVolume, actual: number): BackupError {
  return new BackupError("ARCHIVE_DAMAGED", "The delivered volume is not what was packed", {
    facts: { path: name, expected: size, actual },
  });
}
