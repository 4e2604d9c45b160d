import type { ErrorFacts } from "./errors";

/** Done so far, and of how much when that is known. */
export interface Amount {
  done: number;
  total?: number;
}

/** What a run of any kind is doing now. Numbers only ever describe what has really happened. */
export interface Progress<Phase extends string> {
  phase: Phase;
  /** Counted from 1. */
  target?: { position: number; of: number; appId: string; appName: string };
  /** Of the whole run; the total is known when every target could be counted ahead. */
  records: Amount;
  /** Of the whole run; the total is known when every record was read. */
  attachments: Amount;
  /** While reading, what came from kintone; in the other phases, of the volume that is being worked on. */
  bytes: Amount;
  /** API requests of the whole run. The total is the least, as far as it is known: files are counted when they are found. */
  requests: Amount;
  /** How many requests may be under way at the same time now. */
  requestsAtOnce?: number;
  /** Nothing goes on until the network is back, kintone is open again, or the user has logged in again. */
  waitingFor?: "network" | "unavailable" | "login";
  /**
   * Apps of which nothing is asked until then, as the requests of kintone's day are used up; others go on. `survives`: another attempt
   * can go on with what was read, should this one end meanwhile.
   */
  heldBack?: { apps: Array<{ appId: string; appName: string }>; until: Date; survives: boolean };
  /** Why the network lets nothing through, where it is known. */
  obstacle?: Pick<ErrorFacts, "obstacle" | "reason" | "host">;
  /** Seconds left, when it can be estimated honestly. */
  secondsLeft?: number;
}

/** What everything waits for; nothing when it is over. */
export type Waiting = Pick<Progress<string>, "waitingFor" | "obstacle">;

export type ReportProgress<Phase extends string> = (progress: Progress<Phase>) => void;
