import type { ZipInput } from "../archive/entry";
import { type Manifest, type TargetFacts, manifestInput } from "../archive/manifest";
import { volumeName } from "../archive/volume-name";
import { MAX_ENTRY_BYTES, type VolumeLimits, createPendingVolume } from "../archive/volumes";
import { verifyVolume } from "../archive/verify";
import { writeZip } from "../archive/zip-writer";
import { fromArchive } from "./archive-problem";
import type { OutgoingVolume } from "./destination";
import type { RunLog } from "./log";
import type { RunStart, Volume } from "./outcome";
import type { ProgressTracker } from "./progress-tracker";
import type { StagedEntry } from "./staging";
import type { FileWriter, Workspace } from "./workspace";
import { BackupError, toBackupError } from "./errors";

export interface ArchiveOptions {
  filePrefix: string;
  /** IANA name: of the stamps in file names. */
  timeZone: string;
  volumeLimits: VolumeLimits;
}

/** A volume that was packed, and read back. */
export interface PackedVolume extends Volume, OutgoingVolume {}

/**
 * Takes the entries of a run and makes volumes of them, each packed as soon as it is full, which gives room back. Once a
 * volume could not be packed or read back, nothing more can be added: its entries would be missing without a word.
 */
export interface ArchiveBuilder {
  /** Rejects with `ENTRY_TOO_LARGE` for what no zip can hold; the archive goes on without it. */
  add(entry: StagedEntry): Promise<void>;
  /** What the manifest tells about a target; call it when the target's entries are added. */
  addTarget(facts: TargetFacts): void;
  /** Packs what is left. No entries at all make no volume. */
  finish(): Promise<void>;
  /** Packed and read back so far. */
  readonly volumes: readonly PackedVolume[];
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
  let failure: BackupError | undefined;

  async function pack(last: boolean): Promise<void> {
    if (failure) throw failure;
    try {
      const volume = await packAndReadBack(last);
      volumes.push(volume);
      for (const entry of pending.take()) await entry.remove();
    } catch (thrown) {
      failure = toBackupError(thrown);
      throw failure;
    }
    if (!last) progress.phase("reading");
  }

  async function packAndReadBack(last: boolean): Promise<PackedVolume> {
    const { entries } = pending;
    const volume = volumes.length + 1;
    const { filePrefix: prefix, timeZone } = options;
    const name = volumeName({ prefix, timeZone, startedAt: run.startedAt, volume });
    const manifest: Manifest = {
      formatVersion: 1,
      runId: run.runId,
      createdAt: run.startedAt.toISOString(),
      volume,
      last,
      entries: entries.map(({ path, size, sha256, kind, target }) => ({ path, size, sha256, kind, target })),
      targets: [...targets],
      volumes: last ? volumes.map(volumeFacts) : [],
    };
    const packed = await writeVolume(name, [...entries, manifestInput(manifest)]);
    log.add({ kind: "volume-packed", volume: packed });
    await readBack(packed, manifest);
    log.add({ kind: "volume-verified", volume: packed, entries: entries.length });
    return packed;
  }

  async function writeVolume(name: string, inputs: ZipInput[]): Promise<PackedVolume> {
    progress.phaseOverBytes("packing", totalSize(inputs));
    let writer: FileWriter | undefined;
    try {
      writer = await workspace.create(`volume-${String(volumes.length + 1).padStart(2, "0")}`);
      const { write } = writer;
      const measure = await writeZip(inputs, write, {
        date: run.startedAt,
        signal,
        onRead: (bytes) => progress.bytesWorkedOn(bytes),
      });
      return { name, ...measure, file: await writer.close() };
    } catch (thrown) {
      await writer?.discard().catch(() => undefined);
      throw fromArchive(thrown).with({ path: name }).at("pack");
    }
  }

  /** Only what was read back may count as backed up. */
  async function readBack({ name, file }: PackedVolume, written: Manifest): Promise<void> {
    progress.phaseOverBytes("verifying", totalSize(written.entries));
    try {
      const { manifest, findings, counts } = await verifyVolume(file, {
        signal,
        onRead: (bytes) => progress.bytesWorkedOn(bytes),
      });
      const [finding] = findings;
      if (finding || manifest?.runId !== written.runId) {
        throw new BackupError("ARCHIVE_DAMAGED", finding?.message ?? "The manifest read back is another run's", {
          facts: { path: finding?.path ?? name, expected: written.entries.length, actual: counts.entries },
        });
      }
    } catch (thrown) {
      await workspace.remove(file.name).catch(() => undefined);
      throw fromArchive(thrown).with({ path: name }).at("verify");
    }
  }

  return {
    volumes,
    async add(entry) {
      if (entry.size > MAX_ENTRY_BYTES) {
        await entry.remove();
        throw new BackupError("ENTRY_TOO_LARGE", `${entry.path} is larger than a zip can hold`, {
          facts: { path: entry.path, expected: MAX_ENTRY_BYTES, actual: entry.size },
        });
      }
      if (failure || (!pending.fits(entry) && pending.entries.length > 0)) await pack(false);
      pending.add(entry);
    },
    addTarget(facts) {
      targets.push(facts);
    },
    async finish() {
      if (failure || pending.entries.length > 0) await pack(true);
    },
  };
}

/** What history and manifest tell of a volume. */
export function volumeFacts({ name, size, sha256 }: PackedVolume): Volume {
  return { name, size, sha256 };
}

/** Bytes of all of them. */
export function totalSize(entries: ReadonlyArray<{ size: number }>): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}
