import { BackupError } from "../../domain/errors";
import type { Connection } from "./connection";
import { cancelled } from "./errors";
import { pause } from "./pause";

/** What a run can sit out: a network that is away, a log-in that is no longer valid. */
export type Outage = "network" | "login";

/** How long a run waits, and how it learns that it can go on. */
export interface Patience {
  /** A request whose only point is whether it gets through. Rejects with `NETWORK` as long as it does not. */
  probe: () => Promise<unknown>;
  /** Resolves when the user has logged in again. Absent where nobody can. */
  loggedInAgain?: (() => Promise<void>) | undefined;
  /** Told when the waiting begins, and with nothing when it is over. */
  onWaiting: (outage: Outage | undefined) => void;
  /** Milliseconds. */
  limits?: Partial<OutageLimits>;
}

interface OutageLimits {
  network: number;
  login: number;
  betweenProbes: number;
}

/** A router that starts anew, a laptop that was carried home; somebody who comes back from lunch, or in the morning. */
const LIMITS: OutageLimits = { network: 30 * 60_000, login: 12 * 3_600_000, betweenProbes: 5000 };

/**
 * Sits out what has nothing to do with a request: while the network is away or the log-in is not valid, every request waits,
 * and is sent again when that is over. One look-out serves them all. A failure while kintone can be reached is the request's
 * own, and is passed on.
 *
 * A request that was sent may have been done: what must not be done twice is repeated only when the log-in stopped it.
 */
export function outlasting(connection: Connection, patience: Patience, signal: AbortSignal): Connection {
  const limits = { ...LIMITS, ...patience.limits };
  /** Resolves to whether it was an outage, and is over. */
  let lookOut: Promise<boolean> | undefined;
  /** It took too long once: until something gets through again, nobody waits another time. */
  let gaveUp = false;

  async function sitOut(outage: Outage): Promise<boolean> {
    if (outage === "network" && (await getsThrough())) return false;
    patience.onWaiting(outage);
    try {
      const isOver = outage === "network" ? await networkIsBack() : await isLoggedInAgain();
      gaveUp = !isOver;
      return isOver;
    } finally {
      patience.onWaiting(undefined);
    }
  }

  async function networkIsBack(): Promise<boolean> {
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
      return !(thrown instanceof BackupError && thrown.code === "NETWORK");
    }
  }

  async function isLoggedInAgain(): Promise<boolean> {
    const giveUp = pause(limits.login, signal).then(() => false);
    return Promise.race([patience.loggedInAgain?.().then(() => true) ?? false, giveUp]);
  }

  /** The one look-out, whoever began it. */
  function lookingOut(outage: Outage): Promise<boolean> {
    lookOut ??= sitOut(outage)
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
        return result;
      } catch (thrown) {
        const outage = outageOf(thrown, patience);
        if (!outage || gaveUp || signal.aborted || own?.aborted) throw thrown;
        const isOver = await unless(own, lookingOut(outage));
        if (!isOver || (outage === "network" && !maySendAgain)) throw thrown;
      }
    }
  }

  return {
    json: (request) =>
      withPatience(request.signal, request.repeatable ?? request.method === "GET", () => connection.json(request)),
    stream: (request) => withPatience(request.signal, true, () => connection.stream(request)),
    upload: (file) => withPatience(file.signal, true, () => connection.upload(file)),
  };
}

function outageOf(thrown: unknown, { loggedInAgain }: Patience): Outage | undefined {
  if (!(thrown instanceof BackupError)) return undefined;
  if (thrown.code === "NETWORK") return "network";
  return thrown.code === "SESSION_EXPIRED" && loggedInAgain ? "login" : undefined;
}

/** Whoever sent the request need not wait as long as the others. */
function unless<Result>(own: AbortSignal | undefined, waiting: Promise<Result>): Promise<Result> {
  if (!own) return waiting;
  return new Promise((resolve, reject) => {
    const stop = () => reject(cancelled(own));
    if (own.aborted) return stop();
    own.addEventListener("abort", stop, { once: true });
    waiting.then(resolve, reject).finally(() => own.removeEventListener("abort", stop));
  });
}
