import { createMeter } from "../../archive/bytes/digest";
import type { Encrypt } from "../../archive/encryption/encrypt";
import { type Entry, type EntryFacts, type ZipInput, streamOf } from "../../archive/entry";
import type { DomainFacts, Manifest, TargetFacts } from "../../archive/manifest/manifest";
import { manifestInput, README_PATH } from "../../archive/manifest/manifest-entry";
import { verifyVolume } from "../../archive/verify/verify-volume";
import { writeZip } from "../../archive/zip/zip-writer";
import type { OutgoingVolume } from "../../domain/destination";
import { BackupError } from "../../domain/errors";
import { type RunStart, type Volume, zipOf } from "../../domain/outcome";
import type { FileWriter, Workspace } from "../../domain/workspace";
import type { RunLog } from "../log-event";
import type { RunProgressTracker } from "../run-progress";
import { fromArchive } from "./archive-problem";
import type { WriteReadme } from "./readme";

/** A volume that was packed, and read back. */
export type PackedVolume = OutgoingVolume;

/** What goes into a volume. */
export interface VolumePlan {
  /** Counted from 1. */
  volume: number;
  /** Whether it is the run's last one. */
  last: boolean;
  entries: readonly Entry[];
  targets: readonly TargetFacts[];
  /** When it was asked for, and is known by now. */
  domain: DomainFacts | undefined;
  /** The volumes before it; only the last one lists them. */
  earlier: readonly Volume[];
}

export interface VolumeParts {
  run: RunStart;
  /** The file name of a volume, counted from 1. */
  nameOf: (volume: number) => string;
  workspace: Workspace;
  progress: RunProgressTracker;
  log: RunLog;
  signal: AbortSignal;
  /** Absent when volumes leave as they are. */
  encrypt?: Encrypt;
  /** Whether the domain is asked for, in whatever volume it will be. */
  domain?: object;
  readme: WriteReadme;
}

/**
 * Writes a volume with its manifest into the workspace and reads it back. Only what was read back may count as backed up:
 * rejects with `ARCHIVE_DAMAGED` otherwise, and nothing of the volume is left.
 */
export async function packVolume(plan: VolumePlan, parts: VolumeParts): Promise<PackedVolume> {
  const { run, nameOf, log, domain: asksForDomain } = parts;
  const { volume, last } = plan;
  const name = nameOf(volume);
  const entries = volume === 1 ? [await readmeEntry(plan, parts), ...plan.entries] : plan.entries;
  const manifest: Manifest = {
    formatVersion: asksForDomain ? 3 : 2,
    runId: run.runId,
    createdAt: run.startedAt.toISOString(),
    volume,
    last,
    entries: entries.map(entryFacts),
    targets: [...plan.targets],
    ...(plan.domain && { domain: plan.domain }),
    volumes: last ? plan.earlier.map(zipOf) : [],
  };
  const packed = await writeVolume(name, volume, [...entries, manifestInput(manifest)], parts);
  log.add({ kind: "volume-packed", volume: packed });
  await readBack(packed, manifest, parts);
  log.add({ kind: "volume-verified", volume: packed, entries: entries.length });
  return packed;
}

async function writeVolume(
  name: string,
  number: number,
  inputs: ZipInput[],
  { run, workspace, progress, signal }: VolumeParts,
): Promise<PackedVolume> {
  progress.phaseOverBytes("packing", totalSize(inputs.map(({ size, packed }) => packed ?? { size })));
  let writer: FileWriter | undefined;
  try {
    writer = await workspace.create(`volume-${String(number).padStart(2, "0")}`);
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

async function readBack(
  { name, file }: PackedVolume,
  written: Manifest,
  { workspace, progress, signal }: VolumeParts,
): Promise<void> {
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

async function readmeEntry({ targets, domain, last }: VolumePlan, { run, readme }: VolumeParts): Promise<Entry> {
  const bytes = new TextEncoder().encode(readme({ run, targets, ...(domain && { domain }), moreVolumes: !last }));
  const meter = createMeter();
  meter.add(bytes);
  return { path: README_PATH, kind: "readme", ...(await meter.finish()), open: () => streamOf(bytes) };
}

function entryFacts({ path, size, sha256, kind, target }: EntryFacts): EntryFacts {
  return { path, size, sha256, kind, ...(target !== undefined && { target }) };
}

/** What the history tells of a volume. */
export function volumeFacts({ name, size, sha256, zip }: Volume): Volume {
  return { name, size, sha256, ...(zip && { zip }) };
}

/** Bytes of all of them. */
export function totalSize(entries: ReadonlyArray<{ size: number }>): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}
