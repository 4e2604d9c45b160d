/** What people decided about a restore, beside which archive goes into which app. Plain data: `restore-plan.json` has it as it is. */
export interface RestoreChoices {
  /** Records that the app does not have any more are added; they get new ids. */
  addMissing: boolean;
  /** Records that differ get the values of the archive. */
  putBack: boolean;
  /**
   * Records that the archive does not have are deleted: those that were there when it was made, or those that were added since, too. Only an
   * archive that has all records of its app can say so (`whyNotExact`).
   */
  remove?: "surplus" | "surplus-and-newer";
  /** Only these records; all when absent. */
  selection?: RecordSelection;
  /** Of records that differ, only these fields are put back, by their codes in the app, a table as a whole; all when absent. */
  fields?: readonly string[];
  /** Files are compared by their bytes, too, which costs a request each. */
  bytes?: true;
  /** Fields that have another code now: the archive's code, and the app's. */
  renamed: Readonly<Record<string, string>>;
  /** Codes of the archive's fields, a table as a whole, that are neither compared nor written. In new records they get their default values. */
  leftOutFields: readonly string[];
  /** Records that are not written, by the archive's ids. */
  leftOutRecords: readonly string[];
  /** What a record gets that the archive has nothing for, by the app's codes: a field may be required by now. */
  given: Readonly<Record<string, GivenValue>>;
  /** Who or what stands in the place of somebody who is gone: code to code, `null` to leave them out. */
  replaced: Replaced;
  /** Options that stand in the place of those that are gone: by field (the app's code), option to option, `null` to leave it empty. */
  options: Readonly<Record<string, Replacements>>;
  /** What somebody looked at and wants all the same. */
  confirmed: Confirmed;
}

/** Which records of an archive are meant. A record has to meet all that is said. */
export interface RecordSelection {
  /** By the archive's ids; of records that are to be deleted, the app's. */
  ids?: readonly string[];
  /** A condition in kintone's query language, answered for the archive's records (`src/query`). */
  condition?: string;
  /** The last change that the archive knows of is at or after `from`, and before `to`: ISO 8601. */
  changed?: { from?: string; to?: string };
  /** None of those that are still in the app. */
  onlyDeleted?: true;
}

export type Replacements = Readonly<Record<string, string | null>>;

/** A text as kintone writes it; several options, or the codes of several people. */
export type GivenValue = string | readonly string[];

export const PEOPLE = ["users", "organizations", "groups"] as const;
export type People = (typeof PEOPLE)[number];

export type Replaced = Readonly<Record<People, Replacements>>;

/** What only counts when it is confirmed, each for what was shown: other numbers than these were not confirmed. */
export interface Confirmed {
  /** The history knows no such archive. */
  archiveNotTold?: true;
  /** An earlier restore did not tell which records it added: some may be there already. */
  untold?: true;
  /** More than half of the app is touched. */
  large?: true;
  /** It takes more requests than the day has left. */
  overBudget?: true;
  /** Deletions: the name of the app as it was typed, and how many records. */
  removals?: { appName: string; records: number };
}

/** Nothing is decided that a comparison does not ask for. */
export const NOTHING_DECIDED: Pick<
  RestoreChoices,
  "renamed" | "leftOutFields" | "leftOutRecords" | "given" | "replaced" | "options" | "confirmed"
> = {
  ...{ renamed: {}, leftOutFields: [], leftOutRecords: [], given: {}, options: {}, confirmed: {} },
  replaced: { users: {}, organizations: {}, groups: {} },
};
