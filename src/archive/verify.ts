import { ArchiveError } from "./archive-error";
import { createMeter } from "./digest";
import type { EntryFacts } from "./entry";
import type { Finding } from "./finding";
import { countLines } from "./json-lines";
import { MANIFEST_PATH, parseManifest } from "./manifest";
import type { Manifest } from "./manifest";
import { compareCounts } from "./target-counts";
import { readZip } from "./zip-reader";
import type { RandomAccess, ZipDirectory, ZipEntry } from "./zip-reader";

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

export interface VerifyOptions {
  signal?: AbortSignal;
  /** Called with the number of bytes of every chunk unpacked. */
  onRead?: (bytes: number) => void;
}

/**
 * Reads a volume back: every entry's CRC, size and SHA-256 against the manifest, entries missing and surplus, records,
 * comments and attachments counted. Never stops at the first finding. Rejects only with the signal's reason or with what `source` threw.
 */
export async function verifyVolume(source: RandomAccess, options: VerifyOptions = {}): Promise<VolumeVerdict> {
  const findings: Finding[] = [];
  const counts = { entries: 0, bytes: 0 };
  const lines = new Map<string, number | undefined>();

  const directory = await readDirectory(source, findings);
  if (!directory) return { findings, counts, lines };
  for (const { path, reason } of directory.refused) {
    findings.push({ code: "ENTRY_REFUSED", path, message: `Refused: ${reason}` });
  }
  const manifest = await readManifest(directory, findings, options);

  const facts = new Map(manifest?.entries.map((entry) => [entry.path, entry]));
  for (const entry of directory.entries) {
    if (entry.path === MANIFEST_PATH) continue;
    const expected = facts.get(entry.path);
    facts.delete(entry.path);
    if (!expected && manifest)
      findings.push({ code: "ENTRY_SURPLUS", path: entry.path, message: "Not in the manifest" });
    const read = await readEntry(entry, findings, options);
    if (isJsonLines(entry)) lines.set(entry.path, read?.lines);
    if (!read) continue;
    counts.entries += 1;
    counts.bytes += read.size;
    if (expected) compare(expected, read, findings);
  }
  for (const path of facts.keys()) findings.push({ code: "ENTRY_MISSING", path, message: "Not in the volume" });
  if (manifest) {
    const { entries, targets, volume, last } = manifest;
    findings.push(...compareCounts(targets, { entries, lines, isWhole: last && volume === 1 }));
  }
  return { ...(manifest && { manifest }), findings, counts, lines };
}

async function readDirectory(source: RandomAccess, findings: Finding[]): Promise<ZipDirectory | undefined> {
  try {
    return await readZip(source);
  } catch (error) {
    findings.push({ code: "UNREADABLE", message: damageOf(error).message });
    return undefined;
  }
}

async function readManifest(
  directory: ZipDirectory,
  findings: Finding[],
  options: VerifyOptions,
): Promise<Manifest | undefined> {
  const entry = directory.entries.find(({ path }) => path === MANIFEST_PATH);
  if (!entry) {
    findings.push({ code: "MANIFEST_MISSING", message: `There is no ${MANIFEST_PATH}` });
    return undefined;
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (cause) {
      throw new ArchiveError("MANIFEST_INVALID", "The manifest is not UTF-8", { cause });
    }
  };
  let text = "";
  try {
    await readChunks(entry, options, (chunk) => (text += decode(chunk)));
    return parseManifest(text + decode());
  } catch (error) {
    findings.push({ code: "MANIFEST_INVALID", path: MANIFEST_PATH, message: damageOf(error).message });
    return undefined;
  }
}

interface ReadBack {
  size: number;
  sha256: string;
  lines: number;
}

async function readEntry(entry: ZipEntry, findings: Finding[], options: VerifyOptions): Promise<ReadBack | undefined> {
  const meter = createMeter();
  let lines = 0;
  try {
    await readChunks(entry, options, (chunk) => {
      meter.add(chunk);
      if (isJsonLines(entry)) lines += countLines(chunk);
    });
  } catch (error) {
    findings.push({ code: "ENTRY_DAMAGED", path: entry.path, message: damageOf(error).message });
    return undefined;
  }
  return { ...meter.finish(), lines };
}

async function readChunks(
  entry: ZipEntry,
  { signal, onRead }: VerifyOptions,
  take: (chunk: Uint8Array) => void,
): Promise<void> {
  const reader = entry.open().getReader();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return;
      take(value);
      onRead?.(value.length);
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
}

function compare(expected: EntryFacts, actual: ReadBack, findings: Finding[]): void {
  const { path } = expected;
  if (actual.size !== expected.size) {
    findings.push({
      code: "SIZE_MISMATCH",
      path,
      expected: expected.size,
      actual: actual.size,
      message: "Another size",
    });
  } else if (actual.sha256 !== expected.sha256) {
    findings.push({
      code: "DIGEST_MISMATCH",
      path,
      message: `Its SHA-256 is ${actual.sha256}, not ${expected.sha256}`,
    });
  }
}

function isJsonLines({ path }: ZipEntry): boolean {
  return path.endsWith(".jsonl");
}

/** Damage is a finding; anything else ends the verification. */
function damageOf(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  throw error;
}
