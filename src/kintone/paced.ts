import PQueue from "p-queue";
import { watched } from "./byte-stream";
import type { Connection } from "./connection";
import { cancelled } from "./errors";

/**
 * At most `requestsAtOnce` requests are under way; the others wait in order. kintone serves 100 at a time to a whole
 * domain (cybozu.dev concurrent-connection-limit-reason), and its users want some.
 *
 * A download counts until its stream ended, failed or was cancelled: whoever opens more streams than this and makes
 * them wait for a further request, waits for ever.
 */
export function paced(connection: Connection, requestsAtOnce: number): Connection {
  const queue = new PQueue({ concurrency: requestsAtOnce });

  async function inTurn<Result>(work: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    try {
      return await queue.add(work, { signal });
    } catch (error) {
      throw signal?.aborted ? cancelled(signal) : error;
    }
  }

  return {
    json: (request) => inTurn(() => connection.json(request), request.signal),
    upload: (file) => inTurn(() => connection.upload(file), file.signal),
    stream: (request) =>
      new Promise((resolve, reject) => {
        const transfer = async () => {
          const stream = await connection.stream(request);
          await new Promise<void>((over) => resolve(watched(stream, { over })));
        };
        inTurn(transfer, request.signal).catch(reject);
      }),
  };
}
