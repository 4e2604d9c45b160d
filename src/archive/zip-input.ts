import GenericWorker from "jszip/lib/stream/GenericWorker.js";
import { ArchiveError } from "./archive-error";
import type { ZipInput } from "./entry";

/** JSZip deflates a chunk at once, paused or not; pieces of this size keep what it makes of one small. */
const PIECE_BYTES = 64 * 1024;

interface ZipInputEvents {
  onRead: (bytes: number) => void;
  /** JSZip holds errors back while it is paused, so they do not go through it. */
  onError: (error: unknown) => void;
}

/**
 * A stream as an input of JSZip. JSZip's public `file(name, data)` reads a Blob, promise or array into memory at once, for
 * every entry, before the first byte is written. It also takes an instance of its own private `GenericWorker`: this one
 * opens its stream when JSZip resumes it for the first time, which is when its turn has come, and reads on only while JSZip
 * is not paused.
 */
export class ZipInputWorker extends GenericWorker {
  private reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  private started = false;
  private closed = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly input: ZipInput,
    private readonly events: ZipInputEvents,
  ) {
    super(`ZipInput ${input.path}`);
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
    const stream = await this.input.open();
    if (this.closed) return stream.cancel();
    this.reader = stream.getReader();
    let size = 0;
    for (;;) {
      const { done, value } = await this.reader.read();
      if (this.closed) return;
      if (done) break;
      size += value.length;
      if (size > this.input.size) this.refuse(size);
      this.events.onRead(value.length);
      if (!(await this.pushInPieces(value))) return;
    }
    if (size !== this.input.size) this.refuse(size);
    if (await this.untilResumed()) this.end();
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

  private refuse(actual: number): never {
    const { path, size } = this.input;
    throw new ArchiveError("ENTRY_CHANGED", `${path} was to have ${size} bytes and has ${actual}`, {
      facts: { path, expected: size, actual },
    });
  }
}
