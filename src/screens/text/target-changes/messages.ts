/** The texts about changes of targets: what changed, as it is recorded, and that it could not be. */
export interface TargetChangeMessages {
  added: (app: string) => string;
  changed: (app: string) => string;
  removed: (app: string) => string;
  /** The name of an app and its id; either may be unknown. */
  app: (name: string, id: string) => string;
  difference: (field: string, before: string, after: string) => string;
  nothing: string;
  /** Joins the values of a list. */
  separator: string;
  notRecorded: {
    title: string;
    /** What was saved is saved. */
    saved: (problem: string) => string;
    /** Of what is being deleted, kintone keeps no history. */
    removed: (problem: string) => string;
  };
}
