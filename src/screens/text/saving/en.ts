import type { SavingMessages } from "./messages";

export const savingTexts: SavingMessages = {
  title: "Saving the zip files",
  unconfirmed: "The zip files are not known to be saved yet.",
  column: "Saved",
  oneByOne: "Save each file with its own button.",
  why: "A browser does not tell a plug-in whether a file was really saved. Choose the zip files that you saved: their SHA-256 is compared with what this run made, and the run history then says that they are known to be saved. The files are not sent anywhere (10 GB take about a minute).",
  copyUntil: (until) =>
    `Until then a copy of the zip files stays in this browser (until ${until}). You can close this and go on from the record list.`,
  noCopy: "There is no copy of this run's zip files in this browser.",
  otherName: (name) => `The file is named "${name}"; its content is the same`,
  changed: (name, shown) =>
    `"${shown}" does not have the content of "${name}": it was damaged while it was saved, or altered. Save it again, and choose that file.`,
  stranger: (name) => `"${name}" is not a zip file of this run.`,
  missing: (names) => `Not chosen yet: ${names.join(", ")}`,
  allShown: "All zip files are saved, as they were made.",
  settled: {
    written: "The run history now says that they are known to be saved.",
    "other-files": "The chosen files are not the zip files that the run history tells of. Check the history.",
    "no-record": "The run history has no record of this run, so this was not written down.",
    "no-field":
      "The app has no field to write this down. Ask an administrator to prepare the app on the plug-in's settings page.",
  },
  notWritten: "But this could not be written into the run history. The copy stays in this browser.",
  writeAgain: "Write it down again",
};
