import { BackupError } from "../../domain/errors";
import type { Connection } from "./connection";
import { networkFailure } from "./errors";

/** Milliseconds after the signal in which everything must be written: enough for a kintone that takes seconds to answer. */
const LIMIT = 30_000;

/**
 * Patient until the signal; from then on everything goes over the hurried connection, and all together takes half a minute
 * at most. For what a run writes: when somebody cancels, its end is still to be written down and its lock to be given back,
 * but nobody wants to wait for it.
 *
 * What is under way at that moment is broken off and sent anew, so it must be safe to do twice.
 */
export function hurrying(patient: Connection, hurried: Connection, signal: AbortSignal, limit = LIMIT): Connection {
  let clock: AbortSignal | undefined;
  const startClock = () => (clock ??= AbortSignal.timeout(limit));
  signal.addEventListener("abort", startClock, { once: true });

  async function inTime<Result>(work: (connection: Connection, signal: AbortSignal) => Promise<Result>) {
    const late = startClock();
    try {
      if (!late.aborted) return await work(hurried, late);
    } catch (error) {
      if (!late.aborted) throw error;
    }
    // To whoever waits, it is not the end of the run that was cancelled, but kintone that did not answer.
    throw networkFailure(`kintone did not answer within ${limit / 1000} seconds after the run was cancelled`);
  }

  async function hurry<Result>(
    work: (connection: Connection, signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    if (signal.aborted) return inTime(work);
    try {
      return await work(patient, signal);
    } catch (error) {
      if (signal.aborted && error instanceof BackupError && error.code === "CANCELLED") return inTime(work);
      throw error;
    }
  }

  return {
    json: (request) => hurry((connection, until) => connection.json<never>({ ...request, signal: until })),
    stream: (request) => hurry((connection, until) => connection.stream({ ...request, signal: until })),
    upload: (file) => hurry((connection, until) => connection.upload({ ...file, signal: until })),
  };
}
