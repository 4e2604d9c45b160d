import type { RebuildNext } from "../messages";

/** What the screen says on which apps are made anew. */
export interface RebuildPageTexts extends RebuildNext {
  /** Beside comparing. */
  offer: string;
  heading: string;
  introduction: string;
  choices: {
    /** The archive may be of another domain. */
    foreign: string;
    apps: string;
    app: (records: number, attachments: number) => string;
    /** The archive has no form of it. */
    noForm: string;
    /** Apps of the archive that a chosen one needs, and that are not chosen. */
    needs: (apps: readonly string[]) => string;
    chooseThem: string;
    all: string;
    none: string;
    place: string;
    before: string;
    outside: string;
    inSpace: string;
    spaceId: string;
    isGuest: string;
    look: string;
    space: (name: string) => string;
    noSpace: (problem: string) => string;
    nameSuffix: string;
    records: string;
    withRecords: string;
    onlyApps: string;
    status: string;
    statusNote: string;
    comments: string;
    commentsNote: string;
    reason: string;
    nothingChosen: string;
    reasonMissing: string;
    spaceMissing: string;
    back: string;
    plan: string;
  };
  planning: string;
  planned: {
    free: string;
    inTheWay: string;
    apps: string;
    foreseen: string;
    toDos: string;
    steps: (steps: number, requests: number) => string;
    gone: string;
    goneNote: string;
    instead: (person: string) => string;
    strangers: (people: readonly string[]) => string;
    leaveOut: string;
    nowhere: string;
    nowhereNote: string;
    standIn: (app: string) => string;
    again: string;
    /** Nobody sends notifications by pressing Enter. */
    notifications: (amount: number) => string;
    back: string;
    make: (apps: number) => string;
  };
  making: {
    at: (step: number, of: number) => string;
    apps: (amount: string) => string;
    label: string;
    note: string;
    cancelling: string;
  };
  made: {
    nothing: string;
    open: (name: string) => string;
    whole: string;
    otherwise: string;
    stoppedApps: string;
    save: Record<"text" | "lines" | "records", string>;
    goOn: string;
  };
  goingOn: {
    zips: string;
    offer: (startedAt: string) => string;
    begin: string;
  };
  unfinished: (startedAt: string) => string;
  /** Given up; its apps stay. */
  discarded: (apps: readonly string[]) => string;
  failed: string;
}
