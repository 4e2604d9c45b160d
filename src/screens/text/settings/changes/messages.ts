/** The texts about changed settings: recorded for the auditor, and taken out of and into files. */
export interface ChangesMessages {
  /** BCP 47 */
  locale: string;
  /** One line of what changed. `before` is `undefined` when the settings before could not be read. */
  change: (setting: string, before: string | undefined, after: string) => string;
  /** Of a setting that is chosen or not. */
  on: string;
  off: string;
  /** For a text that is empty. */
  nothing: string;
  /** While the change is written down. */
  recording: string;
  notRecorded: {
    /** Says that nothing was saved. */
    title: string;
    /** Why, and what to do; where none of them fits, the sentence about the problem stands here. */
    notPrepared: string;
    noRight: string;
    /** What it means to save all the same. */
    meaning: string;
    saveAnyway: string;
    back: string;
  };
  file: {
    title: string;
    explanation: string;
    export: string;
    /** When the stored settings cannot be read. */
    nothingToExport: string;
    import: string;
    /** What the file held, which is in the form now; `from` is a moment, written out. */
    imported: (name: string, from: string | undefined, pluginVersion: string | undefined) => string;
    /** Stands before what differs from the stored settings. */
    unsaved: string;
    same: string;
    refused: (name: string) => string;
    notSettings: string;
    tooLarge: string;
  };
}
