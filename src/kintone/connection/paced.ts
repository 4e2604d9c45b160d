import pLimit from "p-limit";
import { toBackupError } from "../../domain/errors";
import { watched } from "./byte-stream";
import type { ApiRequest, Connection, Upload } from "./connection";
import { cancelled } from "./errors";
import type { DomainLoad, Pace } from "./pace";

/** Signs of too much to do, as are answers that may have been too much; other failures say nothing of the pace. */
const OVERLOADED = new Set(["TOO_MANY_REQUESTS", "UNAVAILABLE"]);

/**
 * At most so many requests are under way as the pace allows; the others wait in order. kintone serves 100 at a time to a whole
 * domain (cybozu.dev concurrent-connection-limit-reason), and its users want some.
 *
 * A download counts until its stream ended, failed or was cancelled: whoever opens more streams than this and makes
 * them wait for a further request, waits for ever.
 *
 * @param load what the domain said last, if it said anything
 */
export function paced(
  connection: Connection,
  pace: Pace,
  load: () => DomainLoad | undefined = () => undefined,
): Connection {
  const limit = pLimit(pace.allowed);

  async function measured<Result>(kind: string, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    try {
      const result = await work();
      pace.answered(kind, performance.now() - began);
      return result;
    } catch (thrown) {
      const { code, divisible } = toBackupError(thrown);
      if (OVERLOADED.has(code) || divisible) pace.refused();
      throw thrown;
    } finally {
      const told = load();
      if (told) pace.loaded(told, limit.activeCount);
      limit.concurrency = pace.allowed;
    }
  }

  async function inTurn<Result>(work: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    try {
      return await limit(async () => {
        // What waited while it was given up is not begun.
        signal?.throwIfAborted();
        return await work();
      });
    } catch (error) {
      throw signal?.aborted ? cancelled(signal) : error;
    }
  }

  return {
    json: (request) => inTurn(() => measured(kindOf(request), () => connection.json(request)), request.signal),
    upload: (file) => inTurn(() => measured(kindOfFile(file), () => connection.upload(file)), file.signal),
    stream: (request) =>
      new Promise((resolve, reject) => {
        const transfer = async () => {
          const stream = await measured(kindOf(request), () => connection.stream(request));
          await new Promise<void>((over) => resolve(watched(stream, { over })));
        };
        inTurn(transfer, request.signal).catch(reject);
      }),
  };
}

/** Requests that kintone takes about the same time for: a page of whole records is another thing than one of their revisions. */
function kindOf({ path, query }: ApiRequest): string {
  return `${path} ${String(query?.fields ?? "")} ${String(query?.totalCount ?? "")}`;
}

/** What a file takes depends on its size: those that are at most twice as large as others are compared with them. */
function kindOfFile({ data }: Upload): string {
  return `file ${Math.ceil(Math.log2(Math.max(1, data.size / SMALL_FILE)))}`;
}

/** Up to so many bytes, the request takes longer than its content. */
const SMALL_FILE = 64 * 1024;
