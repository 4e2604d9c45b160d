import type { Volume } from "../../domain/outcome";
import type { ArchiveCheck, CheckProgress } from "../../screens/verify/archive-check";
import type { ArchiveRehearsal, RehearsalProgress } from "../../screens/verify/archive-rehearsal";

/** What has to be checked. Files cross to a Worker without being copied. */
export interface VerifyRequest {
  files: readonly File[];
  /** Of the run that they should be of; else the run that most of them are of counts. */
  runId?: string;
}

/** All files of an archive, which were found sound. */
export interface RehearsalRequest {
  files: readonly File[];
  /** Of who reads what is found. */
  language: string;
}

/** What the page tells the worker. Whoever wants it to stop ends the worker. */
export type ToVerifier =
  | { kind: "verify"; request: VerifyRequest }
  /** Size and digest are enough. */
  | { kind: "measure"; files: readonly File[] }
  | { kind: "rehearse"; request: RehearsalRequest };

/** What the worker tells the page. */
export type FromVerifier =
  | { kind: "checking"; progress: CheckProgress }
  | { kind: "checked"; check: ArchiveCheck }
  | { kind: "measured"; files: Volume[] }
  | { kind: "rehearsing"; progress: RehearsalProgress }
  | { kind: "rehearsed"; rehearsal: ArchiveRehearsal }
  /** A file could not be read. */
  | { kind: "unchecked"; message: string };
