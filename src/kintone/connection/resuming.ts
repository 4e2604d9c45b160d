import { BackupError } from "../../domain/errors";
import { networkFailure } from "./errors";
import { pause } from "./pause";

interface ResumeLimits {
  retries: number;
  /** Milliseconds before the first resumption, doubled each time, and the most that it comes to. */
  minTimeout: number;
  maxTimeout: number;
  signal: AbortSignal | undefined;
}

/**
 * A stream that survives broken transfers: it is opened again and the bytes that were already delivered are skipped, as
 * nothing says that kintone's file endpoint knows ranges (UNCONFIRMED(file-ranges)). Sound for attachments, whose bytes never change under one key.
 */
export async function resuming(
  open: () => Promise<ReadableStream<Uint8Array>>,
  { retries, minTimeout, maxTimeout, signal }: ResumeLimits,
): Promise<ReadableStream<Uint8Array>> {
  let reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Of the present transfer, still to be skipped. */
  let ahead: number;
  let delivered = 0;
  let resumed = 0;

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
        if (!(error instanceof BackupError) || !error.retryable || resumed === retries) throw error;
        // With jitter: what broke off together need not come back together.
        await pause(Math.min(minTimeout * 2 ** resumed, maxTimeout) * (1 + Math.random()), signal);
        resumed += 1;
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
