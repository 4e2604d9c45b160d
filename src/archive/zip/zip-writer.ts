import ZipFileWorker from "jszip/lib/generate/ZipFileWorker.js";
import ConvertWorker from "jszip/lib/stream/ConvertWorker.js";
import { utf8encode } from "jszip/lib/utf8.js";
import { ArchiveError } from "../archive-error";
import { createMeter, type Measure } from "../bytes/digest";
import { joined } from "../bytes/joined";
import type { ZipInput } from "../entry";
import { foldedName, isSafePath } from "../names";
import { bytesInZipAtMost, MAX_ENTRY_BYTES, ZIP_LIMITS } from "../volumes/volume-limits";
import { ZipInputWorker } from "./zip-input";

export interface WriteZipOptions {
  /** The time stamp of every entry; zip tools show it as it is in UTC. */
  date: Date;
  signal?: AbortSignal;
  /** Called with the number of bytes of every chunk read from an input, packed or not. */
  onRead?: (bytes: number) => void;
}

/** Small chunks are gathered: an entry alone makes three, and a write to the disk costs more than a copy. */
const WRITE_BYTES = 256 * 1024;

/**
 * Writes a zip, one chunk after the other: the next chunk is made when `sink` has taken the last one, an input is
 * opened when its turn has come, and memory does not grow with either.
 *
 * Resolves with size and digest of the zip. Rejects with what an input or `sink` threw, with the signal's reason, or with
 * an `ArchiveError`: `ENTRY_CHANGED` (an input is not as long as it says), `ENTRY_TOO_LARGE`, `VOLUME_TOO_LARGE`,
 * `UNSAFE_PATH`. After that no input is open and `sink` is not called again; what it got is not a zip.
 */
export async function writeZip(
  inputs: readonly ZipInput[],
  sink: (chunk: Uint8Array) => Promise<void>,
  { date, signal, onRead = () => undefined }: WriteZipOptions,
): Promise<Measure> {
  signal?.throwIfAborted();
  refuseUnwritable(inputs);

  // Each entry's size and CRC behind it, no comment, and the name as UTF-8: what `generateInternalStream({ streamFiles: true })` sets.
  const zip = new ZipFileWorker(true, "", "DOS", utf8encode);
  const workers: ZipInputWorker[] = [];
  const meter = createMeter();
  let gathered: Uint8Array[] = [];
  let gatheredBytes = 0;
  let ended = false;
  let failed = false;
  let writing: Promise<void> | undefined;
  let abort: (reason: unknown) => void = () => undefined;
  const onAbort = () => abort(signal?.reason);

  try {
    await new Promise<void>((resolve, reject) => {
      for (const input of inputs) {
        const worker = new ZipInputWorker(input, { onRead, onError: reject });
        workers.push(worker);
        worker.withStreamInfo("file", { name: input.path, date, dir: false, comment: "" }).pipe(zip);
      }
      const output = zip.pipe(new ConvertWorker("uint8array"));

      async function write(): Promise<void> {
        while (!failed && (gatheredBytes >= WRITE_BYTES || (ended && gatheredBytes > 0))) {
          const chunk = joined(gathered, gatheredBytes);
          gathered = [];
          gatheredBytes = 0;
          meter.add(chunk);
          await sink(chunk);
        }
        writing = undefined;
        if (ended) resolve();
        else output.resume();
      }
      function startWriting(): void {
        if (writing || failed) return;
        output.pause();
        writing = write();
        writing.catch(reject);
      }

      output.on("data", ({ data }) => {
        gathered.push(data);
        gatheredBytes += data.length;
        if (gatheredBytes >= WRITE_BYTES) startWriting();
      });
      output.on("end", () => {
        ended = true;
        startWriting();
      });
      output.on("error", reject);
      abort = reject;
      signal?.addEventListener("abort", onAbort);
      output.resume();
    });
  } catch (error) {
    failed = true;
    await Promise.allSettled([writing, ...workers.map((worker) => worker.close(error))]);
    throw error;
  } finally {
    // The signal outlives the volume, and would keep everything in it alive.
    signal?.removeEventListener("abort", onAbort);
  }
  return meter.finish();
}

/** JSZip itself would write a broken file without a word. */
function refuseUnwritable(inputs: readonly ZipInput[]): void {
  const paths = new Set<string>();
  let bytes = 22;
  for (const input of inputs) {
    const { path, size } = input;
    if (size > MAX_ENTRY_BYTES) {
      const facts = { path, expected: MAX_ENTRY_BYTES, actual: size };
      throw new ArchiveError("ENTRY_TOO_LARGE", `No zip can hold ${path}: it has ${size} bytes`, { facts });
    }
    if (!isSafePath(path) || paths.has(foldedName(path))) {
      throw new ArchiveError("UNSAFE_PATH", `Unsafe, or there twice: ${path}`, { facts: { path } });
    }
    paths.add(foldedName(path));
    bytes += bytesInZipAtMost(input);
  }
  if (inputs.length > ZIP_LIMITS.entries || bytes > ZIP_LIMITS.bytes) {
    const message = `No zip can hold ${inputs.length} entries of ${bytes} bytes`;
    throw new ArchiveError("VOLUME_TOO_LARGE", message, { facts: { expected: ZIP_LIMITS.bytes, actual: bytes } });
  }
}
