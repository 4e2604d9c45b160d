import { BackupError } from "../engine/errors";
import { networkFailure } from "./errors";

/**
 * A stream that survives broken transfers: it is opened again and the bytes that were already delivered are skipped, as
 * nothing says that kintone's file endpoint knows ranges. Sound for attachments, whose bytes never change under one key.
 */
export async function resuming(
  open: () => Promise<ReadableStream<Uint8Array>>,
  retries: number,
): Promise<ReadableStream<Uint8Array>> {
  let reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Of the present transfer, still to be skipped. */
  let ahead: number;
  let delivered = 0;
  let left = retries;

  function begin(transfer: ReadableStream<Uint8Array>): void {
    reader = transfer.getReader();
    ahead = delivered;
  }

  async function next(): Promise<Uint8Array | undefined> {
    for (;;) {
      try {
        const { done, value } = await reader.read();
        if (done && ahead > 0) throw networkFailure("The file became shorter while it was read");
        if (done) return undefined;
        const fresh = value.subarray(Math.min(ahead, value.length));
        ahead -= value.length - fresh.length;
        if (fresh.length > 0) return fresh;
      } catch (error) {
        if (!(error instanceof BackupError) || !error.retryable || left === 0) throw error;
        left -= 1;
        begin(await open());
      }
    }
  }

  begin(await open());
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const bytes = await next();
        if (bytes === undefined) {
          controller.close();
        } else {
          delivered += bytes.length;
          controller.enqueue(bytes);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
