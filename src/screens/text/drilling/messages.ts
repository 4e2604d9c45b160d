/** What only the screen says of drills. */
export interface DrillingTexts {
  /** On the step where apps of the archive are chosen. */
  offer: string;
  introduction: string;
  apps: string;
  scope: {
    heading: string;
    sample: string;
    /** Which records always belong to it. */
    sampleNote: string;
    all: string;
    random: string;
    seed: string;
    seedNote: string;
  };
  reason: string;
  /** What is missing before it can be looked at. */
  lacking: { apps: string; random: string; seed: string };
  foresee: string;
  back: string;
  foreseeing: string;
  /** What will be done, before it is. */
  foreseen: {
    heading: string;
    makes: (name: string) => string;
    makesInGuestSpace: (name: string, spaceId: string) => string;
    usesAgain: (name: string, appId: string) => string;
    deletes: (records: number) => string;
    closed: string;
    restores: (expected: number, archived: number, files: number) => string;
    afterwards: string;
    requests: (requests: number) => string;
    ofDay: (requests: number, left: number, perDay: number) => string;
    over: string;
    goOver: string;
    takes: (duration: string) => string;
    nothing: string;
  };
  change: string;
  start: string;
  /** While it is under way. */
  ofApps: (at: number, of: number, app: string) => string;
  progress: string;
  note: string;
  /** What came of it. */
  failed: string;
  notReached: (app: string) => string;
  openScratch: string;
  openRecord: string;
  action: {
    heading: string;
    asked: string;
    save: string;
    saving: string;
    saved: string;
  };
}
