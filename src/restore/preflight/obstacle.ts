import type { BackupError, ErrorFacts } from "../../domain/errors";
import type { UntoldRestore } from "../../domain/restores";
import type { QueryProblem } from "../../query/query-error";
import type { Limit } from "../compare/form-differences";
import type { NotExact } from "../plan/why-not-exact";
import type { Confirmed, People } from "../plan/restore-choices";
import type { Way } from "./way";

/**
 * What something found before the first write means: `stops`, as nothing is written while it is so; `asks`, as nothing is written until somebody
 * decided, for which there are ways; `told`, as it is good to know.
 */
export type Weight = "stops" | "asks" | "told";

/** Something that stands in the way of a restore, or that should be known of it. */
export type Obstacle = Found & {
  weight: Weight;
  /** What can be done about it here, in the order in which it is offered. What only kintone can do is for the words to say. */
  ways: readonly Way[];
};

/** Records of the plan that something is about, by the archive's ids; all of them are in the way that leaves them out. */
export interface Concerned {
  count: number;
  /** The first ones. */
  ids: readonly string[];
}

/** A field as people see it. */
export interface NamedField {
  /** In the app; the archive's where the app has none. */
  field: string;
  label: string;
  /** Code of the table that it is in. */
  table?: string;
}

/** A value that stands twice where it may stand once. */
export interface Clash {
  /** The archive's. */
  id: string;
  value: string;
  /** The other record that has it: in the archive, or in the app now. */
  other: { of: "archive" | "app"; id: string };
}

/** A value of a lookup that a copy is filled by. */
export interface OtherCopy {
  id: string;
  field: string;
  archived: string;
  today: string;
}

export type PlannedKind = "add" | "putBack" | "remove";

export type Found =
  /** Nothing is to be written. */
  | { code: "NOTHING_TO_DO" }
  /** The form is another than the one that was compared. */
  | { code: "FORM_CHANGED" }
  /** kintone refuses reading and writing records while the app is in maintenance mode, or does not answer for another reason. */
  | { code: "NOT_READABLE"; error: BackupError }
  /** The condition that chooses records cannot be answered. */
  | { code: "CONDITION"; condition: string; problems: readonly QueryProblem[] }
  /** Chosen by their ids, and not in the archive. */
  | { code: "RECORDS_UNKNOWN"; records: Concerned }
  /** History knows no such archive; `error` when the history could not be asked. */
  | { code: "ARCHIVE_NOT_TOLD"; error?: BackupError }
  /** Restores that did not tell which records they added. `records`: those of the plan that the app has already with the same content. */
  | { code: "UNTOLD_RESTORES"; restores: readonly UntoldRestore[]; records: Concerned }
  /** Deletions need an archive of all records. */
  | { code: "NOT_EXACT"; why: NotExact }
  /** Records that seem to be missing may be hidden from who restores. */
  | { code: "MAY_BE_HIDDEN"; why: NonNullable<ErrorFacts["hidden"]>; records: number }
  /** Deletions have to be confirmed: how many, and how many of them are newer than the archive. `confirmed`: what somebody confirmed. */
  | { code: "REMOVALS"; appName: string; records: number; newer: number; confirmed?: Confirmed["removals"] }
  /** More than half of the records that the app has are changed or deleted. */
  | { code: "LARGE"; touched: number; present: number }
  /** Rights on the app are lacking. `unknown`: nobody can tell before kintone refuses it. */
  | { code: "RIGHT"; right: PlannedKind; lacking: "certain" | "unknown" }
  /** Rights on single records are lacking. */
  | { code: "RECORD_RIGHT"; right: "putBack" | "remove"; records: Concerned }
  /** The creator and the times of added records become those of who restores, now: only who manages the app may set them. */
  | { code: "NOT_MANAGED"; records: number }
  /** The archive has values of it, and who restores may not see it: it is neither compared nor restored. */
  | ({ code: "FIELD_HIDDEN" } & NamedField)
  /** Who restores may see it, and not change it. */
  | ({ code: "FIELD_NOT_EDITABLE"; records: Concerned } & NamedField)
  | ({ code: "FIELD_ABSENT"; type: string; values: number } & NamedField)
  | ({ code: "FIELD_TYPE"; archived: string; present: string; values: number } & NamedField)
  | ({ code: "FIELD_PLACE"; archived?: string; present?: string; values: number } & NamedField)
  /** A choice names a field that is not there, or cannot stand in the other's place. */
  | { code: "CHOICE_UNKNOWN"; choice: "fields" | "renamed" | "given" | "options" | "leftOutFields"; name: string }
  | ({ code: "REQUIRED_EMPTY"; records: Concerned } & NamedField)
  | ({ code: "UNIQUE"; clashes: readonly Clash[]; records: Concerned } & NamedField)
  | ({ code: "LIMIT"; limit: Limit; bound: string; records: Concerned; value: string } & NamedField)
  | ({ code: "OPTION_GONE"; option: string; records: Concerned } & NamedField)
  | ({ code: "PERSON_GONE"; people: People; state: "gone" | "inactive" } & OfPerson)
  /** Who there is could not be asked: tokens and guests may not. */
  | { code: "PEOPLE_UNKNOWN"; people: People; count: number; error: BackupError }
  /** The record that a lookup's key names is not there, or there are two. */
  | ({ code: "LOOKUP_KEY"; problem: "gone" | "repeated"; app: string; values: number; value: string } & OfLookup)
  | ({ code: "LOOKUP_NOT_READABLE"; app: string; error: BackupError } & OfLookup)
  /** kintone fills the copies of a lookup with today's values. */
  | ({ code: "COPIES"; app: string; examples: readonly OtherCopy[] } & OfLookup)
  /** Files that could not be read at backup. Records are added without them; a field of a record that is there is left as it is. */
  | { code: "FILES_MISSING"; files: number; examples: ReadonlyArray<{ id: string; file: string }>; records: Concerned }
  /** The archive has no attachments at all. */
  | { code: "NO_ATTACHMENTS"; fields: readonly NamedField[] }
  | { code: "FILE_TOO_LARGE"; id: string; file: string; size: number; records: Concerned }
  /** How many requests it takes, and what is left of the app's day. */
  | { code: "REQUESTS"; needed: number; left: number; perAppAndDay: number }
  /** Settings that notify people of added and changed records; how many writes there are. `unknown`: the settings cannot be read. */
  | { code: "NOTIFICATIONS"; settings: "some" | "unknown"; writes: number }
  /** Status and assignees are not put back: added records are in the first status. */
  | { code: "PROCESS"; records: number }
  | { code: "CATEGORIES"; records: number };

interface OfLookup extends NamedField {
  records: Concerned;
}

interface OfPerson {
  /** By which kintone knows them, and as people do. */
  name: string;
  person: string;
  /** Codes, and in how many records. */
  fields: ReadonlyArray<{ field: string; records: number }>;
  records: Concerned;
}

/** Nobody reads more. */
export const MOST_EXAMPLES = 20;

/** Whether nothing may be written. */
export function isInTheWay(obstacles: ReadonlyArray<Pick<Obstacle, "weight">>): boolean {
  return obstacles.some(({ weight }) => weight !== "told");
}

const WEIGHTS: readonly Weight[] = ["stops", "asks", "told"];

export function gravestFirst(obstacles: readonly Obstacle[]): Obstacle[] {
  return WEIGHTS.flatMap((weight) => obstacles.filter((obstacle) => obstacle.weight === weight));
}
