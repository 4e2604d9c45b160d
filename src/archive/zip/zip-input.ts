import GenericWorker from "jszip/lib/stream/GenericWorker.js";
import type { ZipInput } from "../entry";
import { type Packing, packing } from "./packing";

/** JSZip hands each chunk on through several layers at once; what is in them at a time stays small. */
const PIECE_BYTES = 256 * 1024;

interface ZipInputEvents {
  /** As `packing` takes it. */
  onRead: (bytes: number) => void;
  /** JSZip holds errors back while it is paused, so they do not go through it. */
  onError: (error: unknown) => void;
}

/** As two bytes of a zip's headers (PKWARE APPNOTE 4.4.5). */
const COMPRESSIONS = { store: { magic: "\x00\x00" }, deflate: { magic: "\x08\x00" } };

/**
 * A stream as an input of JSZip, packed: JSZip only puts the frame of a zip around it. JSZip's public `file(name, data)` reads a
 * Blob, promise or array into memory at once, for every entry, before the first byte is written; and it deflates in JavaScript, where
 * the platform does it several times as fast. Below that, JSZip joins its private `GenericWorker`s in its private `ZipFileWorker`:
 * this one opens its stream when JSZip resumes it for the first time, which is when its turn has come, and reads on only while JSZip
 * is not paused. Nothing else of JSZip is loaded.
 */
export class ZipInputWorker extends GenericWorker {
  private readonly packing: Packing;
  private reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  private started = false;
  private closed = false;
  private wake: () => void = () => undefined;

  constructor(
    input: ZipInput,
    private readonly events: ZipInputEvents,
  ) {
    super(`ZipInput ${input.path}`);
    this.packing = packing(input, events.onRead);
    this.withStreamInfo("compression", COMPRESSIONS[this.packing.method]);
    this.withStreamInfo("uncompressedSize", input.size);
  }

  override resume(): boolean {
    const resumed = super.resume();
    this.wake();
    if (!this.started && resumed) {
      this.started = true;
      this.read().catch((error: unknown) => this.events.onError(error));
    }
    return resumed;
  }

  /** Lets go of the stream, wherever it is. Nothing is pushed afterwards. */
  async close(reason: unknown): Promise<void> {
    this.closed = true;
    this.wake();
    // A stream that failed by itself rejects here with what has been reported already.
    await this.reader?.cancel(reason).catch(() => undefined);
  }

  private async read(): Promise<void> {
    const stream = await this.packing.open();
    if (this.closed) return stream.cancel();
    this.reader = stream.getReader();
    for (;;) {
      const { done, value } = await this.reader.read();
      if (this.closed) return;
      if (done) break;
      this.packing.see(value);
      if (!(await this.pushInPieces(value))) return;
    }
    const { crc32, size } = this.packing.facts();
    if (!(await this.untilResumed())) return;
    // JSZip writes them behind the content.
    Object.assign(this.streamInfo, { crc32, compressedSize: size });
    this.end();
  }

  private async pushInPieces(chunk: Uint8Array): Promise<boolean> {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      if (!(await this.untilResumed())) return false;
      const length = Math.min(PIECE_BYTES, chunk.length - start);
      // Not `subarray`, which makes a Node Buffer of a Buffer: JSZip copies those byte by byte.
      const data = new Uint8Array(chunk.buffer, chunk.byteOffset + start, length);
      this.push({ data, meta: { percent: 0 } });
    }
    return true;
  }

  /** Whether there is still someone to push to. */
  private async untilResumed(): Promise<boolean> {
    while (this.isPaused && !this.closed) await new Promise<void>((resolve) => (this.wake = resolve));
    return !this.closed;
  }
}
