import type { Confirmation } from "../../../history/saved/confirm-saved";

/** The texts of saving the zips of a run, and of showing that they are saved. */
export interface SavingMessages {
  title: string;
  /** What is known of the zips before anybody showed them. */
  unconfirmed: string;
  /** Column of what is known of each file. */
  column: string;
  oneByOne: string;
  /** Why anybody should show what they have just saved. */
  why: string;
  /** @param until when the copies in this browser go */
  copyUntil: (until: string) => string;
  noCopy: string;
  otherName: (name: string) => string;
  /** @param shown the name that the file has */
  changed: (name: string, shown: string) => string;
  stranger: (name: string) => string;
  missing: (names: readonly string[]) => string;
  /** Every file was shown and is what the run made. */
  allShown: string;
  settled: Record<Confirmation, string>;
  /** Before why. */
  notWritten: string;
  writeAgain: string;
}
