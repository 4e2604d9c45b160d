import type { RequestCount } from "../../domain/requests";
import { cancellable } from "./cancellable";
import type { Connection } from "./connection";
import { counted } from "./counted";
import { hurrying } from "./hurrying";
import { outlasting, type Patience } from "./outlasting";
import { createPace, type DomainLoad } from "./pace";
import { paced } from "./paced";
import { retrying, type RetryLimits } from "./retrying";
import { timed, type SilenceLimits } from "./timed";

interface RunConnectionOptions {
  /** The most; the pace finds how many it may be. */
  requestsAtOnce: number;
  /** What the domain says of how busy it is. */
  load?: () => DomainLoad | undefined;
  /** The user wants the run to end. */
  signal: AbortSignal;
  retry?: Partial<RetryLimits>;
  silence?: Partial<SilenceLimits>;
  /** What the run sits out; without it, a network that is away is a failure like others. */
  patience?: (probing: Connection) => Patience;
}

/** For what is written when nobody wants to wait any more: a passing trouble is still waited out, for a few seconds. */
const HURRIED: RetryLimits = { retries: 3, minTimeout: 500, maxTimeout: 2000, maxRetryTime: 10_000 };
const HURRIED_SILENCE: Partial<SilenceLimits> = { answer: 10_000 };

/** The two connections of one run, patient and counted, and what they cost. */
interface RunConnection extends RequestCount {
  /** Polite: at most so many requests at a time. Who waits before trying again holds no turn. Ends with the signal. */
  reading: Connection;
  /** Never waits behind downloads, which may take hours. After the signal it still works, for half a minute. */
  writing: Connection;
  /** How many may be under way now. */
  requestsAllowed: () => number;
}

export function createRunConnection(base: Connection, options: RunConnectionOptions): RunConnection {
  const { requestsAtOnce, load, signal, retry = {}, silence = {}, patience } = options;
  const { connection, requests, requestsOf, requestsToday } = counted(timed(base, silence));
  const lasting = patience ? outlasting(connection, patience(connection), signal) : connection;
  const pace = createPace(requestsAtOnce);
  return {
    reading: cancellable(retrying(paced(lasting, pace, load), retry), signal),
    writing: hurrying(
      retrying(lasting, retry),
      // Whoever cancelled sits out nothing.
      retrying(timed(connection, HURRIED_SILENCE), { ...HURRIED, ...retry }),
      signal,
    ),
    requests,
    ...{ requestsOf, requestsToday },
    requestsAllowed: () => pace.allowed,
  };
}
