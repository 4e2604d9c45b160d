import { createMeter } from "../../archive/bytes/digest";
import type { OutgoingVolume } from "../../domain/destination";
import { BackupError, toBackupError } from "../../domain/errors";
import type { RunContext } from "../run-context";
import type { RunLedger } from "../run-ledger";
import { type PackedVolume, totalSize, volumeFacts } from "./pack-volume";
import { type PlaceBooks, hasArchive } from "./place-books";
import { bookSaved, readWhereTheyLie } from "./read-where-they-lie";

/**
 * Packs what is left and delivers every volume that was read back; also after an error that ended the reading or the
 * packing, as what was read back until then is worth having.
 */
export async function packAndDeliver(ledger: RunLedger, context: RunContext): Promise<void> {
  const { archive, progress, signal, source } = context;
  progress.allTargetsRead();
  await ledger.attempt("pack", async () => {
    // What was read when the cancel came is in no volume: without this the run would be a success without an archive.
    signal.throwIfAborted();
    await archive.finish();
  });
  if (ledger.cancelled || archive.volumes.length === 0) return;
  await ledger.attempt("deliver", async () => {
    // Whose browser this is by now, gets the zips.
    await source.reader.confirm();
    for (const books of ledger.places) await deliverTo(books, ledger, context);
    settle(ledger, context);
  });
  if (ledger.cancelled) await removeUndelivered(ledger, context);
}

/** What goes wrong at one place is booked there, and the others have their turn. */
async function deliverTo(books: PlaceBooks, { places }: RunLedger, context: RunContext): Promise<void> {
  const { archive, log, progress, signal } = context;
  const { name: place, destination } = books.place;
  try {
    progress.phaseOverBytes("delivering", totalSize(archive.volumes));
    for (const volume of archive.volumes) {
      signal.throwIfAborted();
      const { notOnDisk, proof } = await destination.deliver(watched(volume, context), signal);
      books.delivered.push(volume);
      log.add({ kind: "volume-delivered", volume, destination: destination.kind, place });
      if (notOnDisk !== undefined) log.add({ kind: "volume-not-on-disk", volume, reason: notOnDisk });
      if (proof) bookSaved(books, volume, proof, log);
    }
    await readWhereTheyLie(books, context);
  } catch (thrown) {
    // Once a place has the archive, a cancel takes nothing away from the run.
    if (signal.aborted && !places.some((other) => hasArchive(other, archive.volumes))) throw thrown;
    books.error = placeError(books, places, toBackupError(thrown));
  }
}

/** Which of several it was has to be said. */
function placeError({ place }: PlaceBooks, places: readonly PlaceBooks[], error: BackupError): BackupError {
  return places.length > 1 ? error.with({ place: place.name }) : error;
}

/** One place that has the archive is enough for the run; where it lies and where it does not is told beside its status. */
function settle(ledger: RunLedger, { archive }: RunContext): void {
  const errors = ledger.places.flatMap(({ error }) => error ?? []);
  const arrived = ledger.places.some((books) => hasArchive(books, archive.volumes));
  for (const error of arrived ? errors : errors.slice(1)) ledger.tell("deliver", error);
  if (!arrived && errors[0]) throw errors[0];
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
