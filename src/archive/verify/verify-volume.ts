import { ArchiveError } from "../archive-error";
import type { EntryFacts } from "../entry";
import type { Manifest } from "../manifest/manifest";
import { MANIFEST_PATH } from "../manifest/manifest-entry";
import { readManifest } from "../manifest/volume-manifest";
import type { ReadOptions } from "../zip/read-chunks";
import { type RandomAccess, readZip, type ZipDirectory, type ZipEntry } from "../zip/zip-reader";
import type { RefusalReason } from "../zip/zip-refusal";
import { compareDomain } from "./domain-counts";
import type { Finding } from "./finding";
import { type ReadBack, isJsonLines, readBack } from "./read-back";
import { compareCounts } from "./target-counts";

export interface VolumeVerdict {
  /** Absent when it could not be read. */
  manifest?: Manifest;
  /** Everything that is wrong; empty for a sound volume. */
  findings: Finding[];
  /** What was read back, without the manifest. Bytes are those before compression. */
  counts: { entries: number; bytes: number };
  /** Lines of every `.jsonl` by path; `undefined` for one that could not be unpacked. */
  lines: ReadonlyMap<string, number | undefined>;
}

/**
 * Reads a volume back: every entry's CRC, size and SHA-256 against the manifest, entries missing and surplus, records,
 * comments and attachments counted. Never stops at the first finding. Rejects only with the signal's reason or with what `source` threw.
 *
 * Anybody may have made the volume, so what it takes is bounded: memory by the directory (64 MiB, and ten times that for
 * what is known of its entries), the manifest (128 MiB) and one chunk of one entry; time by the sizes that the manifest lists, which is what a sound volume takes. An
 * entry that the manifest does not list, or that the directory gives more bytes, is a finding and is not unpacked, and nothing is
 * unpacked without a manifest. A manifest that lists gigabytes of zeros truthfully is no lie: the signal ends that.
 */
export async function verifyVolume(source: RandomAccess, options: ReadOptions = {}): Promise<VolumeVerdict> {
  const findings: Finding[] = [];
  const counts = { entries: 0, bytes: 0 };
  const lines = new Map<string, number | undefined>();

  const directory = await readDirectory(source, findings);
  if (!directory) return { findings, counts, lines };
  for (const { path, reason } of directory.refused) {
    findings.push({ code: "ENTRY_REFUSED", path, message: `Refused: ${REFUSALS[reason]}` });
  }
  const manifest = await readManifestOf(directory, findings, options);
  if (!manifest) return { findings, counts, lines };

  const facts = new Map(manifest.entries.map((entry) => [entry.path, entry]));
  for (const entry of directory.entries) {
    if (entry.path === MANIFEST_PATH) continue;
    const expected = facts.get(entry.path);
    facts.delete(entry.path);
    const read = await readExpected(entry, expected, findings, options);
    if (isJsonLines(entry)) lines.set(entry.path, read?.lines);
    if (!read) continue;
    counts.entries += 1;
    counts.bytes += read.size;
  }
  for (const path of facts.keys()) findings.push({ code: "ENTRY_MISSING", path, message: "Not in the volume" });
  const { entries, targets, domain, volume, last } = manifest;
  const held = { entries, lines, isWhole: last && volume === 1 };
  findings.push(...compareCounts(targets, held), ...compareDomain(domain, held));
  return { manifest, findings, counts, lines };
}

const REFUSALS: Record<RefusalReason, string> = {
  "unsafe-path": "its path is not safe",
  "ambiguous-path": "programs read its path differently",
  duplicate: "its path is there twice, on Windows or macOS at least",
  encrypted: "it is encrypted",
  "not-a-file": "it is a link or a device, or a folder that is none",
  unsupported: "it is neither stored nor deflated, or it is a zip64 entry",
  misplaced: "it reaches into another entry, or out of the file",
};

async function readDirectory(source: RandomAccess, findings: Finding[]): Promise<ZipDirectory | undefined> {
  try {
    return await readZip(source);
  } catch (error) {
    findings.push({ code: "UNREADABLE", message: damageOf(error).message });
    return undefined;
  }
}

async function readManifestOf(
  directory: ZipDirectory,
  findings: Finding[],
  options: ReadOptions,
): Promise<Manifest | undefined> {
  try {
    const manifest = await readManifest(directory, options);
    if (!manifest) findings.push({ code: "MANIFEST_MISSING", message: `There is no ${MANIFEST_PATH}` });
    return manifest;
  } catch (error) {
    findings.push({ code: "MANIFEST_INVALID", path: MANIFEST_PATH, message: damageOf(error).message });
    return undefined;
  }
}

/** Unpacks an entry, unless that would give more than the manifest says. */
async function readExpected(
  entry: ZipEntry,
  expected: EntryFacts | undefined,
  findings: Finding[],
  options: ReadOptions,
): Promise<ReadBack | undefined> {
  const { path, size } = entry;
  if (!expected) {
    findings.push({ code: "ENTRY_SURPLUS", path, message: "Not in the manifest" });
    return undefined;
  }
  if (size > expected.size) {
    findings.push(sizeMismatch(expected, size));
    return undefined;
  }
  try {
    const read = await readBack(entry, options);
    compare(expected, read, findings);
    return read;
  } catch (error) {
    findings.push({ code: "ENTRY_DAMAGED", path, message: damageOf(error).message });
    return undefined;
  }
}

function compare(expected: EntryFacts, actual: ReadBack, findings: Finding[]): void {
  const { path, size, sha256 } = expected;
  if (actual.size !== size) findings.push(sizeMismatch(expected, actual.size));
  else if (actual.sha256 !== sha256) {
    findings.push({ code: "DIGEST_MISMATCH", path, message: `Its SHA-256 is ${actual.sha256}, not ${sha256}` });
  }
}

function sizeMismatch({ path, size: expected }: EntryFacts, actual: number): Finding {
  return { code: "SIZE_MISMATCH", path, expected, actual, message: "Another size" };
}

/** Damage is a finding; anything else ends the verification. */
function damageOf(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  throw error;
}
