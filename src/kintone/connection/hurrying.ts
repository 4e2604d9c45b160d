import { BackupError } from "../../domain/errors";
import { type Connection, isRepeatable } from "./connection";
import { networkFailure } from "./errors";

/** Milliseconds after the signal in which everything must be written: enough for a kintone that takes seconds to answer. */
const LIMIT = 30_000;

/**
 * Patient until the signal; from then on everything goes over the hurried connection, and all together takes half a minute
 * at most. For what a run writes: when somebody cancels, its end is still to be written down and its lock to be given back,
 * but nobody wants to wait for it.
 *
 * What is under way at that moment is broken off and sent anew. What must not be done twice is let come to its end instead, in the same
 * half a minute.
 */
export function hurrying(patient: Connection, hurried: Connection, signal: AbortSignal, limit = LIMIT): Connection {
  const late = new AbortController();
  let clock: AbortSignal | undefined;
  const startClock = () => {
    if (clock) return;
    clock = AbortSignal.timeout(limit);
    clock.addEventListener("abort", () => late.abort(), { once: true });
  };
  signal.addEventListener("abort", startClock, { once: true });

  async function inTime<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    try {
      if (!late.signal.aborted) return await work(late.signal);
    } catch (error) {
      if (!late.signal.aborted) throw error;
    }
    // To whoever waits, it is not the end of the run that was cancelled, but kintone that did not answer.
    throw networkFailure(`kintone did not answer within ${limit / 1000} seconds after the run was cancelled`);
  }

  async function inAHurry<Result>(work: (connection: Connection, signal: AbortSignal) => Promise<Result>) {
    startClock();
    return inTime((until) => work(hurried, until));
  }

  async function hurry<Result>(
    work: (connection: Connection, signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    if (signal.aborted) return inAHurry(work);
    try {
      return await work(patient, signal);
    } catch (error) {
      if (signal.aborted && error instanceof BackupError && error.code === "CANCELLED") return inAHurry(work);
      throw error;
    }
  }

  return {
    json(request) {
      const send = (connection: Connection, until: AbortSignal) =>
        connection.json<never>({ ...request, signal: until });
      if (isRepeatable(request)) return hurry(send);
      return signal.aborted ? inAHurry(send) : inTime((until) => send(patient, until));
    },
    stream: (request) => hurry((connection, until) => connection.stream({ ...request, signal: until })),
    upload: (file) => hurry((connection, until) => connection.upload({ ...file, signal: until })),
  };
}
