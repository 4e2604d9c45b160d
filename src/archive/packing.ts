import { ArchiveError } from "./archive-error";
import { methodOf } from "./compression";
import type { Method, ZipInput } from "./entry";
import { platform } from "./platform";

/** The stream of an input as it goes into a zip. */
export interface Packing {
  method: Method;
  /** Errors with an `ArchiveError` `ENTRY_CHANGED` when the input is not as long as it says. Called once. */
  open(): Promise<ReadableStream<Uint8Array>>;
  /** CRC of the bytes before compression, and the bytes after it; once the stream has ended. */
  facts(): { crc32: number; size: number };
}

/**
 * Packs an input, or passes on what is packed already.
 *
 * @param onRead called with the bytes of every chunk of the input, packed or not
 */
export function packing(input: ZipInput, onRead: (bytes: number) => void): Packing {
  const { packed, path, size } = input;
  if (packed) {
    const { method, crc32 } = packed;
    const facts = () => ({ crc32, size: packed.size });
    return { method, facts, open: async () => (await packed.open()).pipeThrough(ofSize(path, packed.size, onRead)) };
  }
  const method = methodOf(input);
  let crc32 = 0;
  let bytes = 0;
  const measuring = ofSize(path, size, onRead, (chunk) => (crc32 = platform.crc32(chunk, crc32)));
  return {
    method,
    facts: () => ({ crc32, size: bytes }),
    async open() {
      const measured = (await input.open()).pipeThrough(measuring);
      const stream = method === "deflate" ? measured.pipeThrough(platform.deflate()) : measured;
      return stream.pipeThrough(passing((chunk) => (bytes += chunk.length)));
    },
  };
}

/** Lets `size` bytes through, and refuses more or fewer. */
function ofSize(
  path: string,
  size: number,
  onRead: (bytes: number) => void,
  see: (chunk: Uint8Array) => void = () => undefined,
): TransformStream<Uint8Array, Uint8Array> {
  let actual = 0;
  const check = (isWrong: boolean) => {
    if (!isWrong) return;
    throw new ArchiveError("ENTRY_CHANGED", `${path} was to have ${size} bytes and has ${actual}`, {
      facts: { path, expected: size, actual },
    });
  };
  return passing(
    (chunk) => {
      actual += chunk.length;
      check(actual > size);
      onRead(chunk.length);
      see(chunk);
    },
    () => check(actual !== size),
  );
}

/** Nothing is read ahead of whoever takes it. */
function passing(
  see: (chunk: Uint8Array) => void,
  atEnd: () => void = () => undefined,
): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream<Uint8Array, Uint8Array>(
    {
      transform(chunk, controller) {
        see(chunk);
        controller.enqueue(chunk);
      },
      flush: atEnd,
    },
    { highWaterMark: 1 },
    { highWaterMark: 0 },
  );
}
