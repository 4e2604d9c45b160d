import type { Connection } from "./connection";
import { counted } from "./counted";
import { paced } from "./paced";
import { retrying } from "./retrying";
import { timed } from "./timed";

/**
 * The connection of one run: patient, polite and counted. Who waits before trying again holds no turn, and every attempt
 * is counted. Cancelling comes on top (`cancellable`) for what the run reads, not for what history writes at its end.
 */
export function createRunConnection(
  base: Connection,
  requestsAtOnce: number,
): { connection: Connection; requests: () => number } {
  const { connection, requests } = counted(timed(base));
  return { connection: retrying(paced(connection, requestsAtOnce)), requests };
}
