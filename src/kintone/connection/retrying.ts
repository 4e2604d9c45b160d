import { BackupError, type ErrorCode } from "../../domain/errors";
import { type ApiRequest, type Connection, isRepeatable } from "./connection";
import { cancelled } from "./errors";
import { provesNothingDone } from "./nothing-done";
import { pause } from "./pause";
import type { Within } from "./ration";
import { resuming } from "./resuming";
import type { RefusedAnswer } from "./verdict";

/** In milliseconds. How often and how long one request is tried; `minTimeout` is waited after the first time. */
export interface RetryLimits {
  retries: number;
  minTimeout: number;
  maxTimeout: number;
  maxRetryTime: number;
}

/** A passing overload or a short maintenance is waited out; an outage is not. */
const LIMITS: RetryLimits = { retries: 5, minTimeout: 1000, maxTimeout: 30_000, maxRetryTime: 300_000 };

/**
 * How often a request is tried that could ask for less, when it may have asked for too much. A time-out has cost minutes, and kintone as
 * much work; a server's error may be chance once. What breaks off is the network's more often than not, and is tried as others are.
 */
const TRIES_OF_DIVISIBLE: Partial<Record<ErrorCode, number>> = { TIMED_OUT: 1, UNAVAILABLE: 2 };

/**
 * Tries again what may succeed a little later: doubling waits with jitter, after what kintone itself asked for in
 * `Retry-After`. A write is repeated only when that cannot do it twice. A download that breaks off goes on where it
 * stopped, at most `retries` times.
 *
 * @param within waits, where it has to, before a request is sent; that takes nothing from the time in which it is tried
 */
export function retrying(
  connection: Connection,
  limits: Partial<RetryLimits> = {},
  within: Within = (_, send) => send(() => undefined),
): Connection {
  const options = { ...LIMITS, ...limits };

  async function persist<Result>(
    attempt: (number: number) => Promise<Result>,
    may: (error: BackupError, tries: number) => boolean,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    const givenUpAt = performance.now() + options.maxRetryTime;
    for (let tries = 1; ; tries += 1) {
      try {
        signal?.throwIfAborted();
        return await attempt(tries);
      } catch (error) {
        if (signal?.aborted) throw cancelled(signal);
        if (tries > options.retries || !(error instanceof BackupError) || !may(error, tries)) throw error;
        const wanted = ((error.answer as RefusedAnswer | undefined)?.retryAfterSeconds ?? 0) * 1000;
        const left = givenUpAt - performance.now() - wanted;
        if (left <= 0) throw error;
        await pause(wanted + Math.min(waitAfter(tries), left), signal);
      }
    }
  }

  /** Doubles, each by chance up to twice as long: who was turned away together does not come back together. */
  function waitAfter(tries: number): number {
    const { minTimeout, maxTimeout } = options;
    return Math.min((1 + Math.random()) * minTimeout * 2 ** (tries - 1), maxTimeout);
  }

  return {
    json: (request) =>
      within(request, (again) =>
        persist(
          (number) => {
            if (number > 1) again();
            return connection.json<never>(request);
          },
          isRepeatable(request)
            ? (error, tries) => error.retryable && !isTooMuch(request, error, tries)
            : (error) => error.retryable && provesNothingDone(error),
          request.signal,
        ),
      ),
    stream: (request) =>
      resuming(
        () =>
          within(request, (again) =>
            persist(
              (number) => {
                if (number > 1) again();
                return connection.stream(request);
              },
              (error) => error.retryable,
              request.signal,
            ),
          ),
        { ...options, signal: request.signal },
      ),
    // An upload that was done but not heard of leaves a file that nothing refers to; kintone deletes it after three days.
    upload: (file) =>
      persist(
        () => connection.upload(file),
        (error) => error.retryable,
        file.signal,
      ),
  };
}

function isTooMuch({ divisible }: ApiRequest, error: BackupError, tries: number): boolean {
  return divisible === true && error.divisible && tries >= (TRIES_OF_DIVISIBLE[error.code] ?? Infinity);
}
