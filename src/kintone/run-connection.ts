import type { Connection } from "./connection";
import { counted } from "./counted";
import { paced } from "./paced";
import { retrying, type RetryLimits } from "./retrying";
import { timed, type SilenceLimits } from "./timed";

/**
 * The connection of one run: patient, polite and counted. Who waits before trying again holds no turn, and every attempt
 * is counted. Cancelling comes on top (`cancellable`) for what the run reads, not for what history writes at its end.
 */
export function createRunConnection(
  base: Connection,
  requestsAtOnce: number,
  { retry = {}, silence = {} }: { retry?: Partial<RetryLimits>; silence?: Partial<SilenceLimits> } = {},
): { connection: Connection; requests: () => number } {
  const { connection, requests } = counted(timed(base, silence));
  return { connection: retrying(paced(connection, requestsAtOnce), retry), requests };
}
