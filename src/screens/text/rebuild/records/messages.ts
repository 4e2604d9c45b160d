import type { RestorePass, ToldOutcome } from "../../../../restore/apps/records/set-journal";

/** An app, a field and the table that it is in, as people call them. */
export interface NamedLookup {
  app: string;
  field: string;
  into: string;
}

/** The texts of records of apps that are made anew. */
export interface RecordsTexts {
  step: Record<RestorePass | "status" | "comments", string>;
  lookup: (lookup: NamedLookup) => string;
  heading: string;
  /** An app, and what became of its records. */
  of: (app: string, what: string) => string;
  records: (counts: ToldOutcome["counts"], notReached: number) => string;
  keys: (counts: ToldOutcome["counts"], notReached: number) => string;
  /** Nothing more is known of it; what it was is told. */
  not: Record<RestorePass | "status" | "comments", (problem: string) => string>;
  /** Records of another app have to be there before. */
  waitsFor: (app: string) => string;
  /** The archive's records cannot be used. */
  without: (why: string) => string;
  statuses: (restored: number, notRestored: number) => string;
  /** The process that was lent did not give way to the app's own again. */
  processLost: (problem: string) => string;
  comments: (restored: number, notRestored: number) => string;
  oldIds: (values: number) => string;
  lostKeys: (values: number) => string;
  foreseen: {
    later: (lookup: NamedLookup, records: number) => string;
    statuses: (records: number) => string;
    comments: (written: number, notifications: number) => string;
  };
}
