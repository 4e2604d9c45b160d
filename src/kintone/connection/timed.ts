import type { Connection } from "./connection";
import { timedOut } from "./errors";

/** In milliseconds. */
export interface SilenceLimits {
  /** Since something was sent, or the last byte of an answer came; for a download until its beginning. */
  answer: number;
  /** Between two pieces of a download. */
  download: number;
  /**
   * For an answer altogether, however steadily it comes: what takes longer is better asked for in parts. Four minutes are time for 30 MB
   * over a line of 1 Mbit/s, and few enough for a run not to be thought dead meanwhile (`domain/heartbeat.ts`). Files have no such
   * limit: they have no parts, and each piece is a sign of life.
   */
  whole: number;
}

const LIMITS: SilenceLimits = { answer: 120_000, download: 60_000, whole: 240_000 };

/** Slow is not silent, but a silence that would last for ever (a dead proxy, a laptop that slept) ends with `TIMED_OUT`. */
export function timed(connection: Connection, limits: Partial<SilenceLimits> = {}): Connection {
  const { answer, download, whole } = { ...LIMITS, ...limits };

  /** @param work is given what tells that something came */
  async function within<Result>(
    silence: number,
    stop: AbortController,
    work: (heard: () => void) => Promise<Result>,
  ): Promise<Result> {
    const began = performance.now();
    let lastHeard = began;
    const look = () => {
      const now = performance.now();
      // An error is made when it is needed only: there may be hundreds of pieces in a second.
      if (now - began >= whole) stop.abort(timedOut(`kintone's answer was not whole after ${whole / 1000} seconds`));
      else if (now - lastHeard >= silence) stop.abort(timedOut(`No sign from kintone for ${silence / 1000} seconds`));
      else timer = setTimeout(look, Math.min(lastHeard + silence, began + whole) - now);
    };
    let timer = setTimeout(look, Math.min(silence, whole));
    try {
      return await work(() => (lastHeard = performance.now()));
    } catch (error) {
      throw stop.signal.aborted ? stop.signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    json(request) {
      const stop = new AbortController();
      return within(answer, stop, (heardNow) => {
        const heard = () => {
          heardNow();
          request.heard?.();
        };
        return connection.json({ ...request, heard, signal: either(request.signal, stop) });
      });
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
