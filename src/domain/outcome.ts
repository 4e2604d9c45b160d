import type { Measure } from "../archive/bytes/digest";
import type { AcceptedGap } from "./accepted-gap";
import type { Asked } from "./asked";
import { secondsBetween } from "./clock";
import type { BackupError, Step } from "./errors";
import type { PlacedArchive, Saved } from "./saved";
import type { FinalStatus, Status } from "./status";
import type { Target } from "./target";

/** One thing that went wrong, and where. */
export interface Problem {
  step: Step;
  error: BackupError;
  /** Who accepted beforehand that it would be so, and why: then it does not count against the result, and is told every time. */
  accepted?: readonly AcceptedGap[];
}

/** What happened to one target. */
export interface TargetResult {
  target: Target;
  /** An archive is whole when it has all that was asked for: whoever reads of a success must read of what, too. */
  asked: Asked;
  status: Status;
  /** Everything that went wrong with it; empty for `success`. */
  problems: Problem[];
  /** What is told of it and does not count against it: what is missing and was accepted, and that comments are of an earlier run. */
  accepted: Problem[];
  records: number;
  attachments: number;
  /** Of its entries, before compression. */
  bytes: number;
  seconds: number;
  /** API requests that kintone counts for the app, in the attempt that read it. */
  requests: number;
  /** Those of kintone's day on which the run ended, of all its attempts; known when it has ended. */
  requestsOfLastDay?: number;
}

/** A finished volume as a file, as the history names it. */
export interface Volume {
  name: string;
  size: number;
  /** Hex. */
  sha256: string;
  /** The zip that it holds, when it is encrypted. */
  zip?: Measure;
}

/** What the name of an encrypted volume ends with, behind the name of the zip. */
export const ENCRYPTED = ".age";

/** The zip that a volume is or holds: of zips the manifests tell, and the archive digest. */
export function zipOf({ name, size, sha256, zip }: Volume): Volume {
  return zip ? { name: name.slice(0, -ENCRYPTED.length), ...zip } : { name, size, sha256 };
}

/** Who started the run, and how. Known before anything else. */
export interface RunStart {
  runId: string;
  /** `restore`: the backup of one app, before it is changed. */
  trigger: "button" | "headless" | "restore";
  /** The user's login name and display name; empty for API tokens. */
  operator: { code: string; name: string };
  startedAt: Date;
}

/**
 * Whether the history did not take the run, or kintone was never reached: then it read nothing and wrote nothing, and there is nothing to remember. What an
 * earlier attempt of the same run left is as it was.
 */
export function wasRefused({ problems, results }: Pick<RunOutcome, "problems" | "results">): boolean {
  const [first] = problems;
  if (first?.step !== "history") return false;
  return first.error.code === "HISTORY_REFUSED" || (first.error.code === "UNREACHABLE" && results.length === 0);
}

/** How long a run took; by its dates where nobody measured it. */
export function secondsOf({ seconds, startedAt, finishedAt }: RunOutcome): number {
  return seconds ?? Math.max(0, secondsBetween(startedAt, finishedAt));
}

/** Whether the zips of a run are worth having: those of one that was cancelled, or failed, are no backup. */
export function isWorthSaving({ status }: { status: Status | undefined }): boolean {
  return status === "success" || status === "partial";
}

/** The facts of a finished run. History, screen and command line all tell this and nothing else. */
export interface RunOutcome extends RunStart {
  /** `$id` of the run's record in the history; `undefined` when it could not be written. */
  historyRecordId: string | undefined;
  status: FinalStatus;
  finishedAt: Date;
  /** How long it took, whatever was done to the clock meanwhile. */
  seconds?: number;
  results: TargetResult[];
  /** What concerns the run as a whole: no targets, a damaged volume, a refused download, an unwritable history. */
  problems: Problem[];
  /** What is told of the run and does not count against it: targets that are there no more, or were made to look like something else. */
  told: Problem[];
  volumes: Volume[];
  /** SHA-256 (hex) over the list of volumes; absent when there are none. */
  archiveDigest: string | undefined;
  /** Names of its places. */
  destination: string;
  /** What came of the archive at each place; empty when there is none. */
  places: PlacedArchive[];
  /** What is known of where the volumes lie when the run ends; absent when there are none. */
  saved: Saved | undefined;
  records: number;
  attachments: number;
  /** Of all volumes. */
  bytes: number;
  /** API requests that the run made. */
  requests: number;
}
