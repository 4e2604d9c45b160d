import { type Volume, zipOf } from "../../domain/outcome";
import type { AppRecord } from "../../domain/record-store";
import { runReference, type RunReference } from "./run-reference";
import { compareVolumes, runVolumes } from "./run-volumes";

/** A run with the volumes that its record tells of. */
export interface ToldRun {
  run: RunReference;
  volumes: Volume[];
}

/**
 * What the history says of a zip that somebody kept. `unknown`: nothing; `copy`: it is the same as a volume that another of
 * the zips is already.
 */
export type KeptState = "unchanged" | "renamed" | "changed" | "copy" | "unknown";

export interface KeptZip {
  file: Volume;
  state: KeptState;
  /** Absent when it is unknown. */
  of?: { run: RunReference; volume: Volume };
}

export interface KeptZips {
  /** One for each file, in that order. */
  zips: KeptZip[];
  /** Runs of which some volumes are there and others are not. */
  incomplete: Array<{ run: RunReference; missing: Volume[] }>;
  /** How many runs have volumes of which none is there: those that were removed by a rule, from whatever place, and others. */
  disposed: number;
  absent: number;
}

export function toldRun(record: AppRecord): ToldRun {
  return { run: runReference(record), volumes: runVolumes(record)?.volumes ?? [] };
}

/**
 * Compares files with the volumes of all runs, as `compareVolumes` does with those of one.
 *
 * @param disposed ids of runs whose archive was removed from a place, as the history tells
 */
export function compareKept(
  runs: readonly ToldRun[],
  files: readonly Volume[],
  disposed: ReadonlySet<string> = new Set(),
): KeptZips {
  const told = runs.flatMap(({ run, volumes }) => volumes.map((volume) => ({ run, volume })));
  const { volumes } = compareVolumes(
    told.map(({ volume }) => volume),
    files,
  );
  const found = new Map<Volume, KeptZip>();
  const missing = new Map<RunReference, Volume[]>(runs.map(({ run }) => [run, []]));
  volumes.forEach(({ told: volume, state, file }, at) => {
    const of = told[at];
    if (!of) return;
    if (state === "missing") missing.get(of.run)?.push(volume);
    else if (file) found.set(file, { file, state, of });
  });
  const bySha256 = new Map(
    told.flatMap((of) => [of.volume, zipOf(of.volume)].map(({ sha256 }) => [sha256, of] as const)),
  );
  const beside = runs
    .filter(({ volumes: { length } }) => length > 0)
    .map((run) => ({ ...run, gone: missing.get(run.run) ?? [] }));
  const lacking = beside.filter(({ volumes: { length }, gone }) => gone.length === length);
  return {
    zips: files.map((file) => {
      const of = bySha256.get(file.sha256);
      return found.get(file) ?? (of ? { file, state: "copy", of } : { file, state: "unknown" });
    }),
    incomplete: beside
      .filter(({ volumes: { length }, gone }) => gone.length > 0 && gone.length < length)
      .map(({ run, gone }) => ({ run, missing: gone })),
    disposed: lacking.filter(({ run }) => disposed.has(run.runId)).length,
    absent: lacking.filter(({ run }) => !disposed.has(run.runId)).length,
  };
}
