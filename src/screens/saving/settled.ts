import type { BackupError } from "../../domain/errors";
import { type Volume, zipOf } from "../../domain/outcome";
import type { VolumeComparison } from "../../history/runs/run-volumes";
import type { Confirmation } from "../../history/saved/confirm-saved";

/** What came of showing all files of a run, or why it could not be written down. */
export type Settled = { kind: Confirmation } | { kind: "failed"; error: BackupError };

/** Whether every volume is among the files; another name takes nothing from it. */
export function isWholly({ volumes }: VolumeComparison): boolean {
  return volumes.every(({ state }) => state === "unchanged" || state === "renamed");
}

/** Those that are no volume of the run, whatever their name; a second copy of one is no stranger. */
export function strangersAmong({ volumes, surplus }: VolumeComparison): Volume[] {
  const own = new Set(volumes.flatMap(({ told }) => [told.sha256, zipOf(told).sha256]));
  return surplus.filter(({ sha256 }) => !own.has(sha256));
}

/** What was shown by now, each file once: one after the other is as good as all at once. */
export function withMore(shown: readonly Volume[], more: readonly Volume[]): Volume[] {
  const key = ({ name, sha256 }: Volume) => `${sha256} ${name}`;
  return [...new Map([...shown, ...more].map((file) => [key(file), file])).values()];
}
