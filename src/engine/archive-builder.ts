import type { ZipInput } from "../archive/entry";
import { type Manifest, type TargetFacts, manifestInput } from "../archive/manifest";
import { volumeName } from "../archive/volume-name";
import { type VolumeLimits, createPendingVolume } from "../archive/volumes";
import { verifyVolume } from "../archive/verify";
import { writeZip } from "../archive/zip-writer";
import { fromArchive } from "./archive-problem";
import type { OutgoingVolume } from "./destination";
import type { RunLog } from "./log";
import type { RunStart, Volume } from "./outcome";
import type { ProgressTracker } from "./progress-tracker";
import type { StagedEntry } from "./staging";
import type { StoredFile, Workspace } from "./workspace";
import { BackupError } from "./errors";

export interface ArchiveOptions {
  filePrefix: string;
  /** IANA name: of the stamps in file names. */
  timeZone: string;
  volumeLimits: VolumeLimits;
}

/** A volume that was packed, and read back. */
export interface PackedVolume extends Volume, OutgoingVolume {}

/** Takes the entries of a run and makes volumes of them, each packed as soon as it is full, which gives room back. */
export interface ArchiveBuilder {
  add(entry: StagedEntry): Promise<void>;
  /** What the manifest tells about a target; call it when the target's entries are added. */
  addTarget(facts: TargetFacts): void;
  /** Packs what is left. No entries at all make no volume. */
  finish(): Promise<PackedVolume[]>;
}

interface ArchiveParts {
  run: RunStart;
  workspace: Workspace;
  progress: ProgressTracker;
  log: RunLog;
  signal: AbortSignal;
}

export function createArchiveBuilder(options: ArchiveOptions, parts: ArchiveParts): ArchiveBuilder {
  const { run, workspace, progress, log, signal } = parts;
  const pending = createPendingVolume<StagedEntry>(options.volumeLimits);
  const targets: TargetFacts[] = [];
  const volumes: PackedVolume[] = [];

  async function pack(last: boolean): Promise<void> {
    const entries = pending.take();
    const number = volumes.length + 1;
    const name = volumeName({
      prefix: options.filePrefix,
      timeZone: options.timeZone,
      startedAt: run.startedAt,
      volume: number,
    });
    const manifest: Manifest = {
      formatVersion: 1,
      runId: run.runId,
      createdAt: run.startedAt.toISOString(),
      volume: number,
      last,
      entries: entries.map(({ path, size, sha256, kind, target }) => ({ path, size, sha256, kind, target })),
      targets: [...targets],
      volumes: last ? volumes.map(withoutFile) : [],
    };
    const volume = await writeVolume(name, [...entries, manifestInput(manifest)]);
    log.add({ kind: "volume-packed", volume });
    await readBack(volume, manifest);
    log.add({ kind: "volume-verified", volume, entries: entries.length });
    volumes.push(volume);
    for (const entry of entries) await entry.remove();
    if (!last) progress.phase("reading");
  }

  async function writeVolume(name: string, inputs: ZipInput[]): Promise<PackedVolume> {
    progress.phaseOverBytes("packing", totalSize(inputs));
    const writer = await workspace.create(`volume-${String(volumes.length + 1).padStart(2, "0")}`);
    try {
      const measure = await writeZip(inputs, (chunk) => writer.write(chunk), {
        date: run.startedAt,
        signal,
        onRead: (bytes) => progress.bytesDone(bytes),
      });
      return { name, ...measure, file: await writer.close() };
    } catch (thrown) {
      await writer.discard();
      throw fromArchive(thrown).with({ path: name });
    }
  }

  /** The map's rule: only what was read back may count as backed up. */
  async function readBack({ name, file }: { name: string; file: StoredFile }, written: Manifest): Promise<void> {
    progress.phaseOverBytes("verifying", totalSize(written.entries));
    const { manifest, findings, counts } = await verifyVolume(file, {
      signal,
      onRead: (bytes) => progress.bytesDone(bytes),
    }).catch((thrown: unknown) => {
      throw fromArchive(thrown).with({ path: name });
    });
    const [finding] = findings;
    if (finding || manifest?.runId !== written.runId) {
      throw new BackupError("ARCHIVE_DAMAGED", finding?.message ?? "The manifest read back is another run's", {
        facts: { path: finding?.path ?? name, expected: written.entries.length, actual: counts.entries },
      });
    }
  }

  return {
    async add(entry) {
      if (!pending.fits(entry) && pending.entries.length > 0) await pack(false);
      pending.add(entry);
    },
    addTarget(facts) {
      targets.push(facts);
    },
    async finish() {
      if (pending.entries.length > 0) await pack(true);
      return volumes;
    },
  };
}

function withoutFile({ name, size, sha256 }: PackedVolume): Volume {
  return { name, size, sha256 };
}

function totalSize(entries: ReadonlyArray<{ size: number }>): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}
