import type { ChangesMessages } from "./messages";

export const changes: ChangesMessages = {
  locale: "en",
  change: (setting, before, after) =>
    before === undefined ? `${setting}: ${after} (the value before is not known)` : `${setting}: ${before} → ${after}`,
  on: "on",
  off: "off",
  nothing: "(none)",
  recording: "Recording the change…",
  notRecorded: {
    title: "The change could not be recorded in this app, so the settings have not been saved yet.",
    notPrepared: 'This app lacks the fields for it. Press "Prepare this app" above, then save again.',
    noRight: "You may not add or view records of this app. Check the app's permissions, or have a user save who may.",
    meaning: "If you save without it, an auditor cannot see later who changed what, and when.",
    saveAnyway: "Save without recording",
    back: "Do not save",
  },
  file: {
    title: "Settings as a file",
    explanation:
      "Saves the stored settings as a JSON file. The settings screen of another app can read it; with baseUrl, app and folder added, it is a settings file for the command. Targets are not in it.",
    export: "Export settings to a file",
    nothingToExport: "The stored settings cannot be read, so there is nothing to export.",
    import: "Import settings from a file",
    imported: (name, from, version) =>
      `"${name}"${from ? ` (exported ${from}${version ? `, plugin ${version}` : ""})` : ""} has been read.`,
    unsaved: 'Not saved yet. These differ from the stored settings. Check them and press "Save".',
    same: "It is the same as the stored settings.",
    refused: (name) => `"${name}" cannot be used. The form is as it was.`,
    notSettings: "It is not a settings file of this plugin.",
    tooLarge: "The file is too large.",
  },
};
