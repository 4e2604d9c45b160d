import type { ZipInput } from "../entry";

export interface ReadOptions {
  signal?: AbortSignal;
  /** Called with the number of bytes of every chunk unpacked. */
  onRead?: (bytes: number) => void;
}

/** Unpacks an entry chunk by chunk. Rejects with the signal's reason, with what `take` threw, or as `ZipEntry.open` says. */
export async function readChunks(
  entry: Pick<ZipInput, "open">,
  { signal, onRead }: ReadOptions,
  take: (chunk: Uint8Array) => void,
): Promise<void> {
  const reader = (await entry.open()).getReader();
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
