import { BackupError } from "../../domain/errors";
import type { Waiting } from "../../domain/progress";

/** What a run can sit out: a network that is away, a kintone that is closed for maintenance, a log-in that is no longer valid. */
export type Outage = NonNullable<Waiting["waitingFor"]>;

/** Of a gateway: there is nobody behind it, or nobody who wants to be asked. */
const CLOSED: ReadonlySet<number> = new Set([502, 503]);

/**
 * The outage that an error may be a sign of; nothing for what is the request's own.
 *
 * @param canLogIn whether there is somebody who can
 */
export function outageOf(thrown: unknown, canLogIn: boolean): Outage | undefined {
  if (!(thrown instanceof BackupError)) return undefined;
  if (isAway(thrown)) return thrown.code === "UNAVAILABLE" ? "unavailable" : "network";
  return thrown.code === "SESSION_EXPIRED" && canLogIn ? "login" : undefined;
}

/**
 * Nobody can be reached, or somebody in front of kintone says that it is closed: during maintenance that is a page, with 503, and none of
 * kintone's errors (rest-api-client has a case for it). What kintone itself answers with 5xx is about the request, and so is a 504: its
 * gateway reached somebody, who took too long for this one. Whether a silence is an outage, the probe shows.
 */
export function isAway(thrown: unknown): boolean {
  if (!(thrown instanceof BackupError)) return false;
  const { code, answer } = thrown;
  return (
    code === "NETWORK" ||
    code === "TIMED_OUT" ||
    (code === "UNAVAILABLE" && answer?.code === undefined && CLOSED.has(answer?.status ?? 0))
  );
}
