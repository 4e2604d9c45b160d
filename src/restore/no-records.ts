import type { RecordOutcome } from "../domain/restore-outcome";

/** What became of the records of a restore that wrote nothing yet. */
export const NO_RECORDS: Readonly<Record<RecordOutcome, number>> = {
  ...{ added: 0, "put-back": 0, removed: 0, refused: 0 },
  ...{ "changed-meanwhile": 0, gone: 0, hidden: 0, undecided: 0 },
};

/** Of all kinds together. */
export const sum = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((all, one) => all + one, 0);
