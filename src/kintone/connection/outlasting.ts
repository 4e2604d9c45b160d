import { type BackupError, toBackupError } from "../../domain/errors";
import type { Waiting } from "../../domain/progress";
import { type Connection, isRepeatable } from "./connection";
import { unreachable, wasNeverSent } from "./obstacle";
import { type Outage, isAway, outageOf } from "./outage";
import { pause, unless } from "./pause";

/** How long a run waits, and how it learns that it can go on. */
export interface Patience {
  /**
   * A request whose only point is whether it gets through, as the run's user. Rejects with `NETWORK`, `UNAVAILABLE` or `SESSION_EXPIRED` as long
   * as it does not.
   */
  probe: () => Promise<unknown>;
  /** Resolves when the user has logged in again. Absent where nobody can. */
  loggedInAgain?: (() => Promise<void>) | undefined;
  /** Told when the waiting begins, and with nothing when it is over. */
  onWaiting: (waiting: Waiting) => void;
  /** Milliseconds. */
  limits?: Partial<OutageLimits>;
}

interface OutageLimits {
  /** For kintone to be there again. */
  network: number;
  login: number;
  betweenProbes: number;
}

/** Each log-in is told of by the plugin's pages, so that this is for the others. */
const LOG_IN_PROBES_EVERY = 6;

/** A router that starts anew, a laptop that was carried home; somebody who comes back from lunch, or in the morning. */
const LIMITS: OutageLimits = { network: 30 * 60_000, login: 12 * 3_600_000, betweenProbes: 5000 };

/**
 * Sits out what has nothing to do with a request: while the network is away or the log-in is not valid, every request waits,
 * and is sent again when that is over. One look-out serves them all. A failure while kintone can be reached is the request's
 * own, and is passed on.
 *
 * As long as kintone was never heard, there is nothing to wait for where nobody is or somebody else answers: `UNREACHABLE`.
 *
 * A request that was sent may have been done: what must not be done twice is repeated only when the log-in stopped it, or it never left.
 */
export function outlasting(connection: Connection, patience: Patience, signal: AbortSignal): Connection {
  const limits = { ...LIMITS, ...patience.limits };
  /** Resolves to whether it was an outage, and is over. */
  let lookOut: Promise<boolean> | undefined;
  /** It took too long once: until something gets through again, nobody waits another time. */
  let gaveUp = false;
  /** kintone has answered, whatever it was: the address is right. */
  let wasHeard = false;

  async function sitOut(outage: Outage, { facts }: BackupError): Promise<boolean> {
    if (outage !== "login" && (await getsThrough())) return false;
    const { obstacle, reason = "", host = "" } = facts;
    patience.onWaiting({ waitingFor: outage, ...(obstacle && { obstacle: { obstacle, reason, host } }) });
    try {
      const isOver = outage === "login" ? await isLoggedInAgain() : await isBack();
      gaveUp = !isOver;
      return isOver;
    } finally {
      patience.onWaiting({});
    }
  }

  async function isBack(): Promise<boolean> {
    for (const until = performance.now() + limits.network; performance.now() < until;) {
      await pause(limits.betweenProbes, signal);
      if (await getsThrough()) return true;
    }
    return false;
  }

  /** An answer of kintone that refuses is an answer. */
  async function getsThrough(): Promise<boolean> {
    try {
      await patience.probe();
      return true;
    } catch (thrown) {
      return !isAway(thrown);
    }
  }

  /** Somebody tells of it, or kintone takes the run's session again: it may have been revived where nobody tells of it. */
  async function isLoggedInAgain(): Promise<boolean> {
    let isOver = false;
    const told = patience.loggedInAgain?.().then(() => true) ?? false;
    const seen = async () => {
      for (const until = performance.now() + limits.login; !isOver && performance.now() < until;) {
        await pause(LOG_IN_PROBES_EVERY * limits.betweenProbes, signal);
        if (!isOver && (await isAccepted())) return true;
      }
      return false;
    };
    return Promise.race([told, seen()]).finally(() => {
      isOver = true;
    });
  }

  async function isAccepted(): Promise<boolean> {
    return patience.probe().then(
      () => true,
      () => false,
    );
  }

  /** The one look-out, whoever began it. */
  function lookingOut(outage: Outage, because: BackupError): Promise<boolean> {
    lookOut ??= sitOut(outage, because)
      .catch(() => false)
      .finally(() => {
        lookOut = undefined;
      });
    return lookOut;
  }

  async function withPatience<Result>(
    own: AbortSignal | undefined,
    maySendAgain: boolean,
    send: () => Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      if (lookOut) await unless(own, lookOut);
      try {
        const result = await send();
        gaveUp = false;
        wasHeard = true;
        return result;
      } catch (thrown) {
        const error = toBackupError(thrown);
        if (error.answer?.code !== undefined) wasHeard = true;
        if (!wasHeard && isWrongPlace(error)) throw unreachable(error);
        const outage = outageOf(thrown, patience.loggedInAgain !== undefined);
        if (!outage || gaveUp || signal.aborted || own?.aborted) throw thrown;
        const isOver = await unless(own, lookingOut(outage, error));
        if (!isOver || !(outage === "login" || maySendAgain || wasNeverSent(error))) throw thrown;
      }
    }
  }

  /** Whoever set the address may have mistaken it; whoever came from a page of kintone has not. */
  function isWrongPlace({ code, facts }: BackupError): boolean {
    if (patience.loggedInAgain) return false;
    return code === "NOT_KINTONE" || (code === "NETWORK" && facts.obstacle === "name");
  }

  return {
    json: (request) => withPatience(request.signal, isRepeatable(request), () => connection.json(request)),
    stream: (request) => withPatience(request.signal, true, () => connection.stream(request)),
    upload: (file) => withPatience(file.signal, true, () => connection.upload(file)),
  };
}
