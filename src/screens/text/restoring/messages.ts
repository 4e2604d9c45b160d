import type { NotExact } from "../../../restore/plan/why-not-exact";
import type { ArchiveDoubt } from "../../restore/archive-doubt";
import type { FindingKind } from "../../restore/found-records";

/** What the screen says that compares an archive with kintone, and puts something back from it. */
export interface RestoringTexts {
  title: string;
  /** What this is for, and that nothing changes before it is asked. */
  introduction: string;
  /** Instead, where a restore goes on. */
  goingOn: string;
  /** On a run's record: whose zips are to be chosen. */
  ofRun: (runId: string) => string;
  archive: {
    unsound: string;
    /** Sound, and not the one that a restore that goes on was begun with. */
    another: string;
    ofOtherRuns: (runIds: readonly string[]) => string;
    doubt: Record<ArchiveDoubt["kind"], string>;
    goOn: string;
    other: string;
    sound: (runId: string, startedAt: string) => string;
  };
  app: {
    heading: string;
    records: (records: number, attachments: number) => string;
    noRecords: string;
    /** Files by their contents, too. */
    bytes: string;
    compare: string;
    /** Another app than the archive's. */
    elsewhere: string;
    elsewhereNote: string;
    find: string;
    look: string;
    noneFound: string;
    target: string;
    /** The field that records are known by. */
    key: string;
    onlyAdd: string;
    into: (archived: string, target: string) => string;
  };
  comparing: {
    progress: string;
    note: string;
  };
  compared: {
    heading: (app: string) => string;
    records: string;
    all: string;
    kind: string;
    search: string;
    shown: (from: number, to: number, total: number) => string;
    nothing: string;
    /** After what is looked for could not be shown. */
    tryAgain: string;
    column: Record<"kind" | "record" | "field" | "archived" | "present", string>;
    kinds: Record<FindingKind, string>;
    /** A record that is not in the app any more, in the column of its values there. */
    gone: string;
    /** One that is not in the archive, in the column of its values there. */
    notArchived: string;
    open: (id: string) => string;
    previous: string;
    next: string;
    again: string;
    tick: (record: string) => string;
    ticked: (records: number, all: number) => string;
    /** What it means for a restore that none is. */
    noneTicked: (all: number) => string;
    /** The same while a search leaves a part of them. */
    noneOfFound: (found: number, all: number) => string;
    tickAll: (records: number) => string;
    tickFound: (records: number) => string;
    untick: string;
    restore: string;
    /** Why there is no restore in this browser. */
    onlyCompares: string;
  };
  /** A comparison that stays in the history. */
  recording: Record<"heading" | "reason" | "record" | "underWay" | "recorded", string>;
  choices: {
    heading: string;
    records: string;
    ticked: (records: number) => string;
    /** By the search. */
    found: (records: number) => string;
    all: (records: number) => string;
    amount: (records: number, requests: number) => string;
    modes: string;
    add: (amount: string) => string;
    addNote: string;
    putBack: (amount: string) => string;
    putBackNote: string;
    fields: (chosen: number, all: number) => string;
    field: (code: string, records: number) => string;
    remove: (amount: string) => string;
    removeNote: string;
    newer: (amount: string) => string;
    newerNote: string;
    /** Why nothing can be deleted by this archive. */
    notExact: Record<NotExact["reason"], string>;
    reason: string;
    /** Which records are meant has to be chosen. */
    noRecords: string;
    nothingChosen: string;
    reasonMissing: string;
    back: string;
    check: string;
  };
  /** Which records, by what the archive knows of them. */
  which: {
    heading: string;
    condition: string;
    conditionNote: string;
    /** When they were changed last, by the clock of whoever looks. */
    from: string;
    to: string;
    onlyDeleted: string;
    attachmentsOnly: string;
    attachmentsNote: string;
    /** How many records of the archive that is. */
    chosen: (records: number) => string;
  };
  checking: {
    free: string;
    inTheWay: string;
    settled: (decision: string) => string;
    /** To decide once more. */
    otherwise: string;
    /** What comes before the first change. */
    before: string;
    back: string;
    again: string;
    restore: string;
  };
  /** What was decided, as a file. */
  plan: {
    offered: string;
    read: (file: string, app: string) => string;
    /** What would be written is what the file says. */
    same: string;
    save: string;
  };
  /** What ways out say beside their names. */
  ways: {
    decide: string;
    leaveOutPerson: (name: string) => string;
    leaveEmpty: string;
    appName: (name: string) => string;
    removals: string;
    confirmRemovals: string;
  };
  progress: { label: string; note: string };
  outcome: {
    failed: string;
    otherwise: string;
    wayBack: string;
    undo: (runId: string) => string;
    nothingToUndo: string;
    /** Said while the way back is looked for. */
    undoing: (restoreId: string) => string;
    undoReason: (restoreId: string) => string;
    unrecorded: string;
    openApp: string;
    openRecord: string;
    report: string;
  };
}
