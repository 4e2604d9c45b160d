import { ArchiveError } from "../archive-error";
import { platform } from "../bytes/platform";
import type { Method, ZipInput } from "../entry";
import { methodOf } from "./compression";

/** An input on its way into a zip. */
export interface Packing {
  method: Method;
  /** Its bytes, packed. Called once. Errors with an `ArchiveError` `ENTRY_CHANGED` when the input is not as long as it says. */
  open(): Promise<ReadableStream<Uint8Array>>;
  /** Call it for each chunk of the stream. Throws `ENTRY_CHANGED` as soon as there are more bytes than there may be. */
  see(chunk: Uint8Array): void;
  /** Once the stream has ended: CRC of the bytes before compression, and how many there are after it. Throws `ENTRY_CHANGED`, too. */
  facts(): { crc32: number; size: number };
}

/**
 * Packs an input, or passes on what is packed already.
 *
 * @param onRead called with the bytes of every chunk of the input, packed or not
 */
export function packing(input: ZipInput, onRead: (bytes: number) => void): Packing {
  return input.packed ? passing(input.path, input.packed, onRead) : deflatingOrStoring(input, onRead);
}

/** Thousands of small files are packed already: for them, streams that only look would take longer than their bytes. */
function passing(
  path: string,
  { method, crc32, size, open }: NonNullable<ZipInput["packed"]>,
  onRead: (bytes: number) => void,
): Packing {
  const scales = createScales(path, size);
  return {
    method,
    open: async () => open(),
    see(chunk) {
      scales.add(chunk);
      onRead(chunk.length);
    },
    facts() {
      scales.check();
      return { crc32, size };
    },
  };
}

function deflatingOrStoring(input: ZipInput, onRead: (bytes: number) => void): Packing {
  const method = methodOf(input);
  const scales = createScales(input.path, input.size);
  let crc32 = 0;
  let size = 0;
  const measuring = new TransformStream<Uint8Array, Uint8Array>(
    {
      transform(chunk, controller) {
        scales.add(chunk);
        onRead(chunk.length);
        crc32 = platform.crc32(chunk, crc32);
        controller.enqueue(chunk);
      },
      flush: scales.check,
    },
    { highWaterMark: 1 },
    { highWaterMark: 0 },
  );
  return {
    method,
    async open() {
      const measured = (await input.open()).pipeThrough(measuring);
      return method === "deflate" ? measured.pipeThrough(platform.deflate()) : measured;
    },
    see(chunk) {
      size += chunk.length;
    },
    facts: () => ({ crc32, size }),
  };
}

/** Weighs bytes against what was said of them. */
function createScales(path: string, expected: number) {
  let actual = 0;
  const refuse = () => {
    const message = `${path} was to have ${expected} bytes and has ${actual}`;
    throw new ArchiveError("ENTRY_CHANGED", message, { facts: { path, expected, actual } });
  };
  return {
    add(chunk: Uint8Array) {
      actual += chunk.length;
      if (actual > expected) refuse();
    },
    check() {
      if (actual !== expected) refuse();
    },
  };
}
