import { BackupError } from "../engine/errors";
import type { Connection } from "./connection";

/**
 * Patient until the signal; from then on everything is tried once and no more. For what a run writes: when somebody
 * cancels, its end is still to be written down, but nobody wants to wait for it.
 *
 * What is under way at that moment is broken off and tried once more, so it must be safe to do twice.
 */
export function hurrying(patient: Connection, once: Connection, signal: AbortSignal): Connection {
  async function hurry<Result>(
    work: (connection: Connection, signal?: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    if (signal.aborted) return work(once);
    try {
      return await work(patient, signal);
    } catch (error) {
      if (signal.aborted && error instanceof BackupError && error.code === "CANCELLED") return work(once);
      throw error;
    }
  }

  return {
    json: (request) => hurry((connection, until) => connection.json<never>({ ...request, signal: until })),
    stream: (request) => hurry((connection, until) => connection.stream({ ...request, signal: until })),
    upload: (file) => hurry((connection, until) => connection.upload({ ...file, signal: until })),
  };
}
