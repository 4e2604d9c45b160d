import type { KeepToBudget } from "../../domain/request-budget";
import type { RequestCount } from "../../domain/requests";
import { cancellable } from "./cancellable";
import type { Connection } from "./connection";
import { counted } from "./counted";
import { hurrying } from "./hurrying";
import { outlasting, type Patience } from "./outlasting";
import { createPace, type DomainLoad } from "./pace";
import { paced } from "./paced";
import { createRation } from "./ration";
import { retrying, type RetryLimits } from "./retrying";
import { timed, type SilenceLimits } from "./timed";

interface RunConnectionOptions {
  /** The most; the pace finds how many it may be. */
  requestsAtOnce: number;
  /** What the domain says of how busy it is. */
  load?: () => DomainLoad | undefined;
  /** kintone's time, by which its days go; this machine's when absent. */
  now?: () => Date;
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

/** The connections of one run, patient and counted, and what they cost. */
interface RunConnection extends RequestCount {
  /** Polite: at most so many requests at a time. Who waits before trying again holds no turn. Ends with the signal. */
  asking: Connection;
  /** The same, as far as there are requests left of an app. */
  reading: Connection;
  /** What `reading` is to keep to. */
  keepToBudget: KeepToBudget;
  /** Never waits behind downloads, which may take hours. After the signal it still works, for half a minute. */
  writing: Connection;
  /** How many may be under way now. */
  requestsAllowed: () => number;
}

export function createRunConnection(base: Connection, options: RunConnectionOptions): RunConnection {
  const { requestsAtOnce, load, now = () => new Date(), signal, retry = {}, silence = {}, patience } = options;
  const { connection, ...counts } = counted(timed(base, silence), now);
  const lasting = patience ? outlasting(connection, patience(connection), signal) : connection;
  const pace = createPace(requestsAtOnce);
  const polite = paced(lasting, pace, load);
  const ration = createRation(now, signal);
  return {
    asking: cancellable(retrying(polite, retry), signal),
    reading: cancellable(retrying(polite, retry, ration.within), signal),
    keepToBudget: ration.keepTo,
    writing: hurrying(
      retrying(lasting, retry),
      // Whoever cancelled sits out nothing.
      retrying(timed(connection, HURRIED_SILENCE), { ...HURRIED, ...retry }),
      signal,
    ),
    ...counts,
    requestsAllowed: () => pace.allowed,
  };
}
