import type { Need, PastSizes } from "../../domain/room";
import type { AppRef } from "../../domain/target";

interface Packing {
  /** When a volume is full. */
  volumeBytes: number;
  /** Whether the volumes are copied to a destination in the same place. */
  copied: boolean;
}

/** `undefined` when no target was ever backed up. */
export function foreseenNeed(targets: readonly AppRef[], past: PastSizes, packing: Packing): Need | undefined {
  const sizes = targets.map((target) => past.of(target));
  const known = sizes.filter((size) => size !== undefined);
  if (known.length === 0) return undefined;
  return {
    bytes: Math.ceil(mostAtOnce(known, past.zippedShare, packing)),
    unknownTargets: sizes.length - known.length,
    lastRun: past.lastRun,
  };
}

/**
 * Goes through a run as `volumes/archive-builder.ts` does it: a target is staged whole before any of it is packed; the
 * entries of a volume make room when it is packed, but those of the first wait until the end; a copy is made of every
 * volume before any is removed. Small entries share files, so that up to two of these (32 MiB) go later than their entries: that is
 * less than such an estimate can know.
 */
function mostAtOnce(targets: readonly number[], zippedShare: number, { volumeBytes, copied }: Packing): number {
  let [first, pending, zipped, most] = [0, 0, 0, 0];
  const seen = (staged: number) => {
    most = Math.max(most, first + pending + staged + zipped);
  };
  const pack = (bytes: number, staged: number) => {
    zipped += bytes * zippedShare;
    seen(staged);
  };

  for (const size of targets) {
    seen(size);
    let left = size;
    while (pending + left > volumeBytes) {
      left -= volumeBytes - pending;
      pending = volumeBytes;
      if (first === 0) first = pending;
      else pack(pending, left);
      pending = 0;
    }
    pending += left;
  }
  if (first > 0) pack(first, 0);
  first = 0;
  pack(pending, 0);
  return copied ? Math.max(most, 2 * zipped) : most;
}
