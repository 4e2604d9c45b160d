import type { PlainError } from "../../domain/plain-error";
import type { ArchiveWork } from "./archive-work";
import type { RestoreVisit } from "./restore-visit";

/** One method of the work is called. `call` tells its answer from others'. */
type Call = { [Name in keyof ArchiveWork]: { name: Name; asked: Parameters<ArchiveWork[Name]>[0] } }[keyof ArchiveWork];

/** What the page tells the worker. */
export type ToRestorer =
  /** The first thing: who works, and where. */
  | { kind: "restore-for"; visit: RestoreVisit }
  | ({ kind: "restore-call"; call: number } & Call)
  /** Nobody wants the answer any more. */
  | { kind: "restore-stop"; call: number };

/** What the worker tells the page. */
export type FromRestorer =
  | { kind: "restore-news"; call: number; news: unknown }
  /** A zip of the backup before a restore. */
  | { kind: "restore-file"; call: number; name: string; file: File }
  | { kind: "restore-answer"; call: number; answer: unknown }
  | { kind: "restore-refused"; call: number; error: PlainError };
