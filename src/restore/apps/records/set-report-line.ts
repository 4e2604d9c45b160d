import type { TellingError } from "../../compare/difference-lines";
import type { RestorePass, ToldOutcome } from "./set-journal";

/**
 * What became of the records of a set of new apps beside what the report of each restore tells, as lines of JSON. Apps are named by their ids in the
 * archive, records by those in the archive and, where they are there, in the new app.
 */
export type SetReportLine =
  | { kind: "restored"; pass: RestorePass; app: string; newApp: string; outcome: ToldOutcome }
  /** It was not begun, or nothing of it was written. `waitsFor`: the app whose records have to be there before. */
  | { kind: "not-restored"; pass: RestorePass; app: string; newApp: string; error?: TellingError; waitsFor?: string }
  /** A lookup named a record that is not there, so that it is empty now. */
  | { kind: "key-lost"; app: string; id: string; field: string; key: string }
  /** A record that had another status, or other assignees, than a new one. */
  | ({ kind: "status"; app: string; id: string; newId?: string; status: string } & StatusEnd)
  | ({ kind: "comments"; app: string; id: string; newId?: string; comments: number } & CommentsEnd)
  /** An app of the set is named in a value by the id that it had: nothing follows that to the new one. */
  | {
      kind: "old-id";
      app: string;
      id: string;
      newId?: string;
      field: string;
      table?: string;
      names: string;
      text: string;
    };

/** `left`: it was not asked for. */
type StatusEnd =
  | { outcome: "restored" | "left" }
  | {
      outcome: "not-restored";
      why: "not-added" | "no-process" | "no-status" | "refused" | "otherwise";
      error?: TellingError;
    };

type CommentsEnd =
  { outcome: "restored" } | { outcome: "not-restored"; why: "not-added" | "refused"; error?: TellingError };
