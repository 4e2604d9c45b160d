import type { Connection } from "./connection";
import { networkFailure } from "./errors";

/** In milliseconds. */
export interface SilenceLimits {
  /** Until the whole answer is there, or for a download its beginning. */
  answer: number;
  /** Between two pieces of a download. */
  download: number;
}

const LIMITS: SilenceLimits = { answer: 120_000, download: 60_000 };

/** Turns a silence that would last for ever (a dead proxy, a laptop that slept) into a `NETWORK` failure. */
export function timed(connection: Connection, limits: Partial<SilenceLimits> = {}): Connection {
  const { answer, download } = { ...LIMITS, ...limits };

  async function within<Result>(
    milliseconds: number,
    stop: AbortController,
    work: () => Promise<Result>,
  ): Promise<Result> {
    // An error is made when it is needed only: there may be hundreds of pieces in a second.
    const silent = () => networkFailure(`No sign from kintone for ${milliseconds / 1000} seconds`);
    const timer = setTimeout(() => stop.abort(silent()), milliseconds);
    try {
      return await work();
    } catch (error) {
      throw stop.signal.aborted ? stop.signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    json(request) {
      const stop = new AbortController();
      return within(answer, stop, () => connection.json({ ...request, signal: either(request.signal, stop) }));
    },
    upload(file) {
      const stop = new AbortController();
      return within(answer, stop, () => connection.upload({ ...file, signal: either(file.signal, stop) }));
    },
    async stream(request) {
      const stop = new AbortController();
      const signal = either(request.signal, stop);
      const reader = (await within(answer, stop, () => connection.stream({ ...request, signal }))).getReader();
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            const { done, value } = await within(download, stop, () => reader.read());
            if (done) controller.close();
            else controller.enqueue(value);
          },
          cancel: (reason) => reader.cancel(reason),
        },
        { highWaterMark: 0 },
      );
    },
  };
}

function either(given: AbortSignal | undefined, stop: AbortController): AbortSignal {
  return given ? AbortSignal.any([given, stop.signal]) : stop.signal;
}
