import type { PlacedFile } from "../domain/destination";
import type { KeptArchive } from "../domain/kept-archives";
import type { Volume } from "../domain/outcome";
import type { Generation } from "./generation";

/** A generation with the archive that it is, and what of it lies in the place. */
export interface PlacedGeneration extends Generation {
  archive: KeptArchive;
  present: readonly Volume[];
}

/** Of a volume that a place keeps, beside its name and size. */
interface Around {
  /** By the run's id: why it is held. */
  holds: ReadonlyMap<string, string>;
  /** Ids of runs of which something was removed from the place before. */
  disposed: ReadonlySet<string>;
}

/**
 * The generations that lie in a place: of which at least one volume is there by its name. All of its volumes must be there, in their sizes,
 * for it to be known, but for those that an earlier disposal may have removed; whether the bytes are the history's is found out before they go.
 */
export function generationsAt(
  files: readonly PlacedFile[],
  archives: readonly KeptArchive[],
  { holds, disposed }: Around,
): PlacedGeneration[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  return archives.flatMap((archive): PlacedGeneration[] => {
    const { runId, startedAt: at, isWhole, volumes } = archive;
    const present = volumes.filter(({ name }) => byName.has(name));
    if (present.length === 0) return [];
    const isComplete = present.length === volumes.length || disposed.has(runId);
    const held = holds.get(runId);
    const locks = present.flatMap(({ name }) => byName.get(name)?.lockedUntil ?? []);
    const lockedUntil = locks.sort((a, b) => b.getTime() - a.getTime())[0];
    return [
      {
        ...{ archive, present, runId, at, isWhole },
        bytes: present.reduce((sum, { size }) => sum + size, 0),
        ...(held !== undefined && { held }),
        ...(lockedUntil && { lockedUntil }),
        isKnown: isComplete && present.every(({ name, size }) => byName.get(name)?.size === size),
      },
    ];
  });
}
