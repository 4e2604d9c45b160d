import pRetry, { type Options } from "p-retry";
import { BackupError } from "../../domain/errors";
import type { ApiRequest, Connection } from "./connection";
import { cancelled } from "./errors";
import { pause } from "./pause";
import { resuming } from "./resuming";
import { LOCKED, type RefusedAnswer } from "./verdict";

/** In milliseconds. How often and how long one request is tried. */
export type RetryLimits = Required<Pick<Options, "retries" | "minTimeout" | "maxTimeout" | "maxRetryTime">>;

/** A passing overload or a short maintenance is waited out; an outage is not. */
const LIMITS: RetryLimits = { retries: 5, minTimeout: 1000, maxTimeout: 30_000, maxRetryTime: 300_000 };

/**
 * Tries again what may succeed a little later: doubling waits with jitter, after what kintone itself asked for in
 * `Retry-After`. A write is repeated only when that cannot do it twice. A download that breaks off goes on where it
 * stopped, at most `retries` times.
 */
export function retrying(connection: Connection, limits: Partial<RetryLimits> = {}): Connection {
  const options = { ...LIMITS, ...limits };

  async function persist<Result>(
    attempt: () => Promise<Result>,
    may: (error: BackupError) => boolean,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    const givenUpAt = performance.now() + options.maxRetryTime;
    try {
      return await pRetry(attempt, {
        ...options,
        randomize: true,
        signal,
        shouldRetry: ({ error }) => error instanceof BackupError && may(error),
        async onFailedAttempt({ error, retriesLeft }) {
          if (!(error instanceof BackupError) || !may(error) || retriesLeft === 0) return;
          const wanted = ((error.answer as RefusedAnswer | undefined)?.retryAfterSeconds ?? 0) * 1000;
          if (performance.now() + wanted > givenUpAt) throw error;
          if (wanted > 0) await pause(wanted, signal);
        },
      });
    } catch (error) {
      throw signal?.aborted ? cancelled(signal) : error;
    }
  }

  return {
    json: (request) =>
      persist(
        () => connection.json(request),
        isRepeatable(request) ? (error) => error.retryable : provesNothingDone,
        request.signal,
      ),
    stream: (request) =>
      resuming(
        () =>
          persist(
            () => connection.stream(request),
            (error) => error.retryable,
            request.signal,
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

function isRepeatable({ method, repeatable }: ApiRequest): boolean {
  return repeatable ?? method === "GET";
}

/**
 * kintone turned the request away at the door (429), or a lock stopped it. Anything else leaves open whether the write
 * was done.
 */
function provesNothingDone(error: BackupError): boolean {
  return error.code === "TOO_MANY_REQUESTS" || LOCKED.has(error.answer?.code);
}
