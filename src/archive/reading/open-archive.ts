import type { Entry, EntryFacts, Packed } from "../entry";
import type { Manifest, TargetFacts } from "../manifest/manifest";
import { readManifest } from "../manifest/volume-manifest";
import type { NamedVolume } from "../verify/verify-archive";
import { type ZipEntry, readZip } from "../zip/zip-reader";

/** An entry, and how it lies in its volume. */
export interface ArchivedEntry extends Entry {
  packed: Packed;
}

/** What an archive has of a target. */
export interface ArchivedTarget {
  facts: TargetFacts;
  /** When its run began: ISO 8601, UTC. */
  readAt: string;
  /** By their paths in the archive. */
  entries: ReadonlyMap<string, ArchivedEntry>;
}

/** An archive that can be read from: all of its volumes are at hand. */
export interface OpenArchive {
  runId: string;
  /** When its run began: ISO 8601, UTC. */
  createdAt: string;
  /** Of every target, in the order of the run. */
  targets: readonly TargetFacts[];
  /** By its folder. */
  target(folder: string): ArchivedTarget | undefined;
  entry(path: string): ArchivedEntry | undefined;
}

/**
 * Opens the volumes of one run; reads no more than their directories and manifests. `undefined` when they are not all of the
 * volumes, or one cannot be read: why is for `verifyArchive` to tell.
 */
export async function openArchive(volumes: readonly NamedVolume[]): Promise<OpenArchive | undefined> {
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
  const entries = directory.entries.flatMap((entry): Array<[string, ArchivedEntry]> => {
    const known = facts.get(entry.path);
    return known ? [[entry.path, archivedEntry(known, entry)]] : [];
  });
  return { manifest, entries };
}

/** What its bytes are is for whoever takes them to check, against this digest. */
function archivedEntry(facts: EntryFacts, { packed, open }: ZipEntry): ArchivedEntry {
  return { ...facts, packed, open };
}

function archiveOf({ runId, targets, createdAt }: Manifest, entries: ReadonlyMap<string, ArchivedEntry>): OpenArchive {
  const byFolder = new Map<string, Map<string, ArchivedEntry>>();
  for (const [path, entry] of entries) {
    const folder = entry.target ?? "";
    byFolder.set(folder, (byFolder.get(folder) ?? new Map<string, ArchivedEntry>()).set(path, entry));
  }
  return {
    ...{ runId, createdAt, targets },
    target(folder) {
      const facts = targets.find((target) => target.folder === folder);
      return facts && { facts, readAt: createdAt, entries: byFolder.get(folder) ?? new Map<string, ArchivedEntry>() };
    },
    entry: (path) => entries.get(path),
  };
}
