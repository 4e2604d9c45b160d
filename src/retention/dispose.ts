import { createMeter } from "../archive/bytes/digest";
import type { Clock } from "../domain/clock";
import type { OpenDestination } from "../domain/destination";
import type { DisposalOutcome, DisposalStart, DisposedVolume } from "../domain/disposal-outcome";
import type { Disposals } from "../domain/disposals";
import { BackupError, toBackupError } from "../domain/errors";
import type { RunStart, Volume } from "../domain/outcome";
import type { PlacedGeneration } from "./generations-at";

/** By whom and by which rule, which somebody confirmed. */
export interface DisposalOrder extends Pick<RunStart, "operator"> {
  place: string;
  rule: string;
  confirmation: { previewDigest: string; by: string; at: Date };
}

/** What a disposal needs of the world. */
export interface DisposalWorld {
  destination: OpenDestination;
  disposals: Disposals;
  clock: Clock;
  /** A new id for each. */
  newId: (at: Date) => string;
  /** Names of other places that have the archive of a run, as far as anybody knows. */
  elsewhere: (runId: string) => readonly string[];
  /** API requests of kintone so far. */
  requests: () => number;
  signal: AbortSignal;
}

/**
 * Removes one generation from its place: as a whole, after the history has written down that it will, and only bytes that are the history's. What
 * it came to is a link of the chain. A volume that cannot be removed stays with its reason, and the others go.
 *
 * Rejects when it could not begin, as another run holds the lock, and when the history does not take the end; then too the record names
 * every volume that was to go.
 */
export async function dispose(
  generation: PlacedGeneration,
  { confirmation, ...order }: DisposalOrder,
  world: DisposalWorld,
): Promise<DisposalOutcome> {
  const { archive, present } = generation;
  const startedAt = world.clock.now();
  const start: DisposalStart = {
    ...{ ...order, disposalId: world.newId(startedAt), startedAt, volumes: present },
    ...{ archiveRunId: archive.runId, archiveCreated: archive.startedAt, archiveDigest: archive.digest },
    ...{ previewDigest: confirmation.previewDigest, approvedBy: confirmation.by, approvedAt: confirmation.at },
  };
  const requestsBefore = world.requests();
  await world.disposals.begin(start);

  const disposed: DisposedVolume[] = present.map((volume) => ({ ...volume, fate: "kept" }));
  const stopped = await removeAll().then(
    () => undefined,
    (thrown: unknown) => toBackupError(thrown),
  );
  const isGone = disposed.every(({ fate }) => fate !== "kept");
  const outcome: DisposalOutcome = {
    ...{ ...start, disposed, finishedAt: world.clock.now(), elsewhere: world.elsewhere(archive.runId) },
    ...{ requests: world.requests() - requestsBefore, verdict: isGone ? "disposed" : "remains" },
    ...(stopped && { stopped, verdict: "stopped" }),
  };
  await world.disposals.finish(outcome);
  return outcome;

  async function removeAll(): Promise<void> {
    // Nobody could hold it any more once it is gone, and somebody may have since it was decided on.
    const held = (await world.disposals.known()).holds.get(archive.runId);
    for (const [at, volume] of present.entries()) {
      if (world.signal.aborted) throw new BackupError("CANCELLED", "The disposal was cancelled");
      disposed[at] = held === undefined ? await removed(volume, world.destination) : keptAs(volume, "held");
      await world.disposals.report();
    }
  }
}

async function removed(volume: Volume, destination: OpenDestination): Promise<DisposedVolume> {
  try {
    const lies = await measured(destination.read(volume.name));
    if (lies.sha256 !== volume.sha256) return keptAs(volume, "not the bytes of the history");
    await destination.remove(volume.name);
    return { ...volume, fate: "deleted" };
  } catch (thrown) {
    const { code, message } = toBackupError(thrown);
    return keptAs(volume, `${code}: ${message}`);
  }
}

function keptAs(volume: Volume, answer: string): DisposedVolume {
  return { ...volume, fate: "kept", answer };
}

async function measured(pieces: AsyncIterable<Uint8Array>) {
  const meter = createMeter();
  for await (const piece of pieces) meter.add(piece);
  return meter.finish();
}
