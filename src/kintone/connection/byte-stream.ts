interface Watcher {
  chunk?(bytes: Uint8Array): void;
  /** The source ended by itself. What this throws becomes the error of the stream. */
  end?(): void;
  /** The source failed; answers with the error that the reader gets. */
  fail?(reason: unknown): unknown;
  /** Once, whatever way it ended: to its end, by a failure, or because the reader had enough. */
  over?(): void;
}

/** The same bytes at the reader's pace, while someone looks on. Nothing is read ahead. */
export function watched(source: ReadableStream<Uint8Array>, watcher: Watcher): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await reader.read().catch((reason: unknown) => {
            throw watcher.fail ? watcher.fail(reason) : reason;
          });
          if (!next.done) {
            watcher.chunk?.(next.value);
            controller.enqueue(next.value);
            return;
          }
          watcher.end?.();
          watcher.over?.();
          controller.close();
        } catch (reason) {
          watcher.over?.();
          controller.error(reason);
        }
      },
      async cancel(reason) {
        watcher.over?.();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
