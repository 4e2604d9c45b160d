import { ArchiveError } from "./archive-error";
import { createMeter } from "./digest";
import type { EntryFacts } from "./entry";
import { countLines } from "./json-lines";
import { MANIFEST_PATH, parseManifest } from "./manifest";
import type { Manifest } from "./manifest";
import { readZip } from "./zip-reader";
import type { RandomAccess, ZipDirectory, ZipEntry } from "./zip-reader";

export type FindingCode =
  /** Not a zip, or its directory cannot be read. */
  | "UNREADABLE"
  | "MANIFEST_MISSING"
  | "MANIFEST_INVALID"
  /** In the manifest, not in the volume. */
  | "ENTRY_MISSING"
  /** In the volume, not in the manifest. */
  | "ENTRY_SURPLUS"
  /** An unsafe path, a duplicate, or an encrypted entry. */
  | "ENTRY_REFUSED"
  /** Cannot be unpacked, or its CRC does not agree. */
  | "ENTRY_DAMAGED"
  | "SIZE_MISMATCH"
  | "DIGEST_MISMATCH"
  /** There are not as many records, or attachments, as the manifest says were written. */
  | "COUNT_MISMATCH";

/** One thing that is wrong with a volume. */
export interface Finding {
  code: FindingCode;
  /** The entry, or the folder of the target, when it is about one. */
  path?: string;
  /** Bytes, records or attachments. */
  expected?: number;
  actual?: number;
  /** For developers. */
  message: string;
}

export interface VolumeVerdict {
  /** Absent when it could not be read. */
  manifest?: Manifest;
  /** Everything that is wrong; empty for a sound volume. */
  findings: Finding[];
  /** What was read back, without the manifest. Bytes are those before compression. */
  counts: { entries: number; bytes: number };
}

export interface VerifyOptions {
  signal?: AbortSignal;
  /** Called with the number of bytes of every chunk unpacked. */
  onRead?: (bytes: number) => void;
}

/**
 * Reads a volume back: every entry's CRC, size and SHA-256 against the manifest, entries missing and surplus, records and
 * attachments counted. Never stops at the first finding. Rejects only with the signal's reason or with what `source` threw.
 */
export async function verifyVolume(source: RandomAccess, options: VerifyOptions = {}): Promise<VolumeVerdict> {
  const findings: Finding[] = [];
  const counts = { entries: 0, bytes: 0 };

  const directory = await readDirectory(source, findings);
  if (!directory) return { findings, counts };
  for (const { path, reason } of directory.refused) {
    findings.push({ code: "ENTRY_REFUSED", path, message: `Refused: ${reason}` });
  }
  const manifest = await readManifest(directory, findings, options);

  const facts = new Map(manifest?.entries.map((entry) => [entry.path, entry]));
  const lines = new Map<string, number>();
  for (const entry of directory.entries) {
    if (entry.path === MANIFEST_PATH) continue;
    const expected = facts.get(entry.path);
    facts.delete(entry.path);
    if (!expected && manifest)
      findings.push({ code: "ENTRY_SURPLUS", path: entry.path, message: "Not in the manifest" });
    const read = await readEntry(entry, findings, options);
    if (!read) continue;
    counts.entries += 1;
    counts.bytes += read.size;
    lines.set(entry.path, read.lines);
    if (expected) compare(expected, read, findings);
  }
  for (const path of facts.keys()) findings.push({ code: "ENTRY_MISSING", path, message: "Not in the volume" });
  if (manifest) compareCounts(manifest, lines, findings);
  return { ...(manifest && { manifest }), findings, counts };
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
  const decoder = new TextDecoder();
  let text = "";
  try {
    await readChunks(entry, options, (chunk) => (text += decoder.decode(chunk, { stream: true })));
    return parseManifest(text + decoder.decode());
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
      if (entry.path.endsWith(".jsonl")) lines += countLines(chunk);
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

/** A target can be spread over volumes: what is not in this one can be missed only when it is the only one. */
function compareCounts(manifest: Manifest, lines: Map<string, number>, findings: Finding[]): void {
  const isWhole = manifest.last && manifest.volume === 1;
  for (const { folder, records, attachments } of manifest.targets) {
    const path = `${folder}/records.jsonl`;
    const actual = lines.get(path) ?? (isWhole ? 0 : undefined);
    if (actual !== undefined && actual !== records.written) {
      findings.push({ code: "COUNT_MISMATCH", path, expected: records.written, actual, message: "Records" });
    }
    const files = manifest.entries.filter(({ kind, target }) => kind === "attachment" && target === folder).length;
    if (isWhole && files !== attachments.written) {
      const message = "Attachments";
      findings.push({ code: "COUNT_MISMATCH", path: folder, expected: attachments.written, actual: files, message });
    }
  }
}

/** Damage is a finding; anything else ends the verification. */
function damageOf(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  throw error;
}
