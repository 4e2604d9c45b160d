import type { Entry, EntryFacts, Packed } from "../../archive/entry";
import type { Manifest, TargetFacts } from "../../archive/manifest/manifest";
import { readManifest } from "../../archive/manifest/volume-manifest";
import type { NamedVolume } from "../../archive/verify/verify-archive";
import { type ZipEntry, readZip } from "../../archive/zip/zip-reader";

/** An entry of the previous archive, packed as it lies there. */
export interface PreviousEntry extends Entry {
  packed: Packed;
}

/** What the previous archive has of a target. */
export interface PreviousTarget {
  facts: TargetFacts;
  /** When its run began: ISO 8601, UTC. */
  readAt: string;
  /** By their paths in the archive. */
  entries: ReadonlyMap<string, PreviousEntry>;
}

/** The archive of an earlier run by the same user, to take from it what has not changed. */
export interface PreviousArchive {
  /** By its folder. */
  target(folder: string): PreviousTarget | undefined;
  entry(path: string): PreviousEntry | undefined;
}

/**
 * Opens the volumes of one run; reads no more than their directories and manifests. `undefined` when they are not all of the
 * volumes, or one cannot be read: then there is nothing to take from.
 */
export async function openPreviousArchive(volumes: readonly NamedVolume[]): Promise<PreviousArchive | undefined> {
  try {
    const opened = await Promise.all(volumes.map(openVolume));
    const last = opened.find(({ manifest }) => manifest.last);
    const numbers = new Set(opened.map(({ manifest }) => manifest.volume));
    const isOneRun = opened.every(({ manifest }) => manifest.runId === last?.manifest.runId);
    if (!last || !isOneRun || numbers.size !== last.manifest.volume || opened.length !== numbers.size) return undefined;
    return archiveOf(last.manifest, new Map(opened.flatMap(({ entries }) => entries)));
  } catch {
    return undefined;
  }
}

async function openVolume({ source }: NamedVolume) {
  const directory = await readZip(source);
  const manifest = await readManifest(directory);
  if (!manifest) throw new Error("A volume without a manifest");
  const facts = new Map(manifest.entries.map((entry) => [entry.path, entry]));
  const entries = directory.entries.flatMap((entry): Array<[string, PreviousEntry]> => {
    const known = facts.get(entry.path);
    return known ? [[entry.path, previousEntry(known, entry)]] : [];
  });
  return { manifest, entries };
}

/** What its bytes are is checked when the volume that it goes into is read back: against this digest. */
function previousEntry(facts: EntryFacts, { packed, open }: ZipEntry): PreviousEntry {
  return { ...facts, packed, open };
}

function archiveOf({ targets, createdAt }: Manifest, entries: ReadonlyMap<string, PreviousEntry>): PreviousArchive {
  const byFolder = new Map<string, Map<string, PreviousEntry>>();
  for (const [path, entry] of entries) {
    const folder = entry.target ?? "";
    byFolder.set(folder, (byFolder.get(folder) ?? new Map<string, PreviousEntry>()).set(path, entry));
  }
  return {
    target(folder) {
      const facts = targets.find((target) => target.folder === folder);
      return facts && { facts, readAt: createdAt, entries: byFolder.get(folder) ?? new Map<string, PreviousEntry>() };
    },
    entry: (path) => entries.get(path),
  };
}
