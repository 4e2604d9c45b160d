/** What people decided about a restore, beside which archive goes into which app. */
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
  /** Only these records, by the archive's ids; all when absent. */
  ids?: readonly string[];
  /** Of records that differ, only these fields are put back, a table as a whole; all when absent. */
  fields?: readonly string[];
  /** Who or what stands in the place of somebody who is gone: code to code, `null` to leave them out. */
  replaced: Replaced;
  /** Options that stand in the place of those that are gone: by field, option to option, `null` to leave it empty. */
  options: Readonly<Record<string, Replacements>>;
}

export type Replacements = Readonly<Record<string, string | null>>;

export interface Replaced {
  users: Replacements;
  organizations: Replacements;
  groups: Replacements;
}

/** Nothing is decided that a comparison does not ask for. */
export const NO_REPLACEMENTS: Pick<RestoreChoices, "replaced" | "options"> = {
  replaced: { users: {}, organizations: {}, groups: {} },
  options: {},
};
