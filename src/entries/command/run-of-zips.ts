import path from "node:path";
import type { Keys } from "../../archive/encryption/keys";
import type { Manifest } from "../../archive/manifest/manifest";
import { manifestOfVolume } from "../../archive/reading/manifest-of-volume";
import { isBeforeRestore } from "../wiring/run-options";
import { ClosedFile } from "./encrypted/closed-file";
import { withOpenZips } from "./open-zips";

/** A run, as far as zip files of it are at hand. */
export interface RunOfZips {
  runId: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  files: string[];
  /** Whether every volume is there, as far as their manifests tell. */
  isWhole: boolean;
}

/** Whose archives lie in some zip files. */
export interface SortedZips {
  /** The newest first. */
  runs: RunOfZips[];
  /** Files that are no volumes, or damaged. */
  strange: string[];
  /** Encrypted files that cannot be opened. */
  closed: ClosedFile[];
}

/** Tells zip files of several runs apart by their manifests; reads nothing else. Rejects as `withOpenZips` does. */
export async function sortedByRun(files: readonly string[], keys: Keys, signal: AbortSignal): Promise<SortedZips> {
  const manifests = new Map<string, Array<{ file: string; manifest: Manifest }>>();
  const strange: string[] = [];
  const closed: ClosedFile[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    const manifest = await withOpenZips(
      [file],
      keys,
      async ([volume]) => volume && manifestOfVolume(volume.source, { signal }),
    ).catch(setAside);
    if (manifest === "closed") continue;
    if (manifest) manifests.set(manifest.runId, [...(manifests.get(manifest.runId) ?? []), { file, manifest }]);
    else strange.push(file);
  }
  const runs = [...manifests].map(([runId, volumes]): RunOfZips => {
    const total = volumes.find(({ manifest }) => manifest.last)?.manifest.volume;
    const numbers = new Set(volumes.map(({ manifest }) => manifest.volume));
    const [first] = volumes;
    return {
      ...{ runId, startedAt: first?.manifest.createdAt ?? "", files: volumes.map(({ file }) => file) },
      isWhole: numbers.size === total,
    };
  });
  return { runs: runs.sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt)), strange, closed };

  /** Archives of earlier keys may lie beside those that are meant. */
  function setAside(thrown: unknown): "closed" {
    if (!(thrown instanceof ClosedFile)) throw thrown;
    closed.push(thrown);
    return "closed";
  }
}

/**
 * The run that was asked for, or the newest one that is whole and, where there are others, was not made before a restore; where none is, the newest one with the files of which nobody knows whose they
 * are: what is wrong with it is for the verification to tell. `undefined` when there is none.
 */
export function chosenRun({ runs, strange }: SortedZips, asked: string | undefined): RunOfZips | undefined {
  const ordinary = runs.filter(({ runId }) => !isBeforeRestore(runId));
  const chosen =
    asked === undefined ? newest(ordinary.length > 0 ? ordinary : runs) : runs.find(({ runId }) => runId === asked);
  return chosen && !chosen.isWhole ? { ...chosen, files: [...chosen.files, ...strange] } : chosen;
}

const newest = (runs: readonly RunOfZips[]) => runs.find(({ isWhole }) => isWhole) ?? runs[0];

export const nameOf = (file: string) => path.basename(file);
