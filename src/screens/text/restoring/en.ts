import { quantitiesIn } from "../quantities";
import type { RestoringTexts } from "./messages";

const { number } = quantitiesIn("en");
const count = (value: number, one: string) => `${number(value)} ${value === 1 ? one : `${one}s`}`;

export const restoringTexts: RestoringTexts = {
  title: "Compare with a backup, and restore",
  introduction:
    "Choose the zip files of a backup. They are checked for damage and then compared with the app as it is now. Comparing changes nothing in kintone.",
  goingOn:
    "The restore that stopped goes on. Choose the zip files that were chosen when it began: what is left is restored, and nothing is written twice.",
  ofRun: (runId) => `Choose all zip files of this run (run ID ${runId}).`,
  archive: {
    unsound:
      "This is not a sound archive, so it cannot be used. Nothing was changed in kintone. Make sure that all zip files were chosen, or choose a copy that was kept elsewhere.",
    another:
      "This is not the archive that the restore was begun with, so it did not go on. Nothing more was changed in kintone. Choose the zip files that were chosen then.",
    ofOtherRuns: (runIds) => `The chosen files are of another run (run ID ${runIds.join(", ")}).`,
    doubt: {
      untold:
        "The history knows no run that made this archive. The files are not damaged, but the history cannot tell whether they are genuine.",
      contradicts:
        "The files are not damaged, but they are not what the history says. Either the files or the history were changed afterwards.",
      unreadable:
        "The history could not be read, so it cannot tell whether the archive is genuine. The files are not damaged.",
    },
    goOn: "Use this archive",
    other: "Choose other files",
    sound: (runId, startedAt) => `The archive is sound (run of ${startedAt}, run ID ${runId}).`,
  },
  app: {
    heading: "App to compare",
    records: (records, attachments) => `${count(records, "record")}, ${count(attachments, "attachment")}`,
    noRecords: "There is no app in this archive.",
    bytes: "Compare the contents of attachments, too (one more request for each file)",
    compare: "Compare",
    elsewhere: "Compare with another app, and restore into that",
    elsewhereNote: "It has to have the same fields. Nothing is written into the app that the archive was made of.",
    find: "App name, or a part of it, or app ID",
    look: "Find apps",
    noneFound: "There is no such app. Only apps that you may view or add records to can be found.",
    target: "App to restore into",
    key: "Field by which records are known",
    onlyAdd: "By none: records are only added",
    into: (archived, target) => `${archived} into ${target}`,
  },
  comparing: {
    progress: "Records compared",
    note: "Nothing is changed in kintone. Keep this page open until it is done.",
  },
  compared: {
    heading: (app) => `Comparison: ${app}`,
    records: "Records that differ",
    all: "All",
    kind: "Kind",
    search: "Search (values, field codes, IDs, who changed it)",
    shown: (from, to, total) => `${number(from)}–${number(to)} of ${count(total, "record")}`,
    nothing: "No record is like that.",
    tryAgain: "Try again",
    column: {
      kind: "Kind",
      record: "Record",
      field: "Field",
      archived: "In the archive",
      present: "In the app now",
    },
    kinds: {
      missing: "Missing in the app",
      differs: "Differs",
      explained: "Differs in what nobody can put back",
      newer: "Newer than the archive",
      surplus: "Not in the archive",
      unread: "Not compared",
    },
    gone: "Not in the app",
    notArchived: "Not in the archive",
    open: (id) => `Open record ${id}`,
    previous: "Previous",
    next: "Next",
    again: "Back to the apps",
    tick: (record) => `Choose ${record}`,
    ticked: (records, all) => `${number(records)} of ${count(all, "record")} chosen`,
    noneTicked: (all) => `While none is chosen, all records that differ are meant (${number(all)}).`,
    noneOfFound: (found, all) =>
      `While none is chosen, the next step asks whether the ${number(found)} that were found are meant, or all ${number(all)} that differ.`,
    tickAll: (records) => `Choose all ${number(records)}`,
    tickFound: (records) => `Choose all ${number(records)} that were found`,
    untick: "Choose none",
    restore: "Go on to restore",
    onlyCompares:
      "This browser keeps no working files, so it can compare, but not restore. Use an ordinary window, not a private one, of a current Chrome, Edge or Firefox.",
  },
  recording: {
    heading: "Record this comparison in the history (compares once more)",
    reason: "Reason (optional)",
    record: "Compare and record",
    underWay: "Comparing and recording...",
    recorded: "Recorded. Open the record",
  },
  choices: {
    heading: "What to restore",
    records: "Records",
    ticked: (records) => `The ${count(records, "chosen record")}`,
    found: (records) => `Only the ${count(records, "record")} that the search found`,
    all: (records) => `All that differ (${count(records, "record")})`,
    amount: (records, requests) => `${count(records, "record")}, at least ${count(requests, "request")}`,
    modes: "What to do",
    add: (amount) => `Add the records that are missing in the app (${amount})`,
    addNote: "Deleted records are added with the values that they had. They get new record numbers.",
    putBack: (amount) => `Give records that differ the archive's values (${amount})`,
    putBackNote: "What somebody changes after the comparison stays as it is.",
    fields: (chosen, all) => `Fields that are put back (${number(chosen)} of ${number(all)})`,
    field: (code, records) => `${code} (${count(records, "record")})`,
    remove: (amount) => `Delete records that the archive does not have (${amount})`,
    removeNote: "Makes the app exactly what the archive is. The next step asks for the app's name and the number.",
    newer: (amount) => `Delete records that were added since the backup, too (${amount})`,
    newerNote: "The archive says nothing about them.",
    notExact: {
      "another-app": "The archive is of another app, so nothing can be deleted for not being in it.",
      condition: "This archive has only records that met a condition, so nothing can be deleted for not being in it.",
      incomplete:
        "Some records could not be read when this archive was made, so nothing can be deleted for not being in it.",
    },
    reason: "Reason (required, written into the history)",
    noRecords: "Choose which records are meant.",
    nothingChosen: "Choose what to do.",
    reasonMissing: "Enter the reason.",
    back: "Back to the comparison",
    check: "Check before restoring",
  },
  which: {
    heading: "Which records",
    condition: "Only records that meet this condition (kintone's query)",
    conditionNote: 'It is answered for the values in the archive. For example: Customer_code = "C00007"',
    from: "Only records that the archive knows as changed at or after this time (of this computer's time zone)",
    to: "Only records that the archive knows as changed before this time (of this computer's time zone)",
    onlyDeleted: "Only records that were deleted since",
    attachmentsOnly: "Put back attachments only",
    attachmentsNote:
      "Other fields of records that differ stay as they are. Files are compared by their contents in the check (one request for each file).",
    chosen: (records) => `That is ${count(records, "record")} of the archive.`,
  },
  checking: {
    free: "The restore can begin. Nothing was changed yet.",
    inTheWay: "Something has to be settled before the restore. Nothing was changed yet.",
    settled: (decision) => `Decided: ${decision}`,
    otherwise: "Change",
    before:
      "Before the first change the app is backed up as it is now. Save the zip file that is downloaded: it is the way back.",
    back: "Back to the choices",
    again: "Check again",
    restore: "Restore now",
  },
  plan: {
    offered: "A saved plan (restore-plan.json) can be chosen here, too.",
    read: (file, app) => `"${file}" is a plan for restoring into "${app}".`,
    same: "This is exactly what the plan says.",
    save: "Save the plan",
  },
  ways: {
    decide: "Decide",
    leaveOutPerson: (name) => `Leave "${name}" out (as creator or modifier, it will be you)`,
    leaveEmpty: "Leave it empty",
    appName: (name) => `Type the app's name, "${name}"`,
    removals: "Type how many records are deleted",
    confirmRemovals: "Confirm the deletions",
  },
  progress: {
    label: "How far the restore is",
    note: "Keep this page open until it is done. If it is closed before, the restore can go on when this page is opened again.",
  },
  outcome: {
    failed: "The restore could not be carried out to its end",
    otherwise: "Records that are not as planned",
    wayBack: "The way back",
    undo: (runId) =>
      `The app was backed up just before (run ID ${runId}). You can undo the restore now; or later, on its record in the history, with the zip file that was downloaded.`,
    nothingToUndo: "This restore wrote nothing, so there is nothing to undo.",
    undoing: (restoreId) =>
      `What the restore ${restoreId} wrote gets back what it was in the backup right before it; no other record is touched.`,
    undoReason: (restoreId) => `Undo ${restoreId}`,
    unrecorded:
      "The history could not be told how the restore ended. When kintone can be reached, reload this page and continue the restore: nothing is written twice.",
    openApp: "Open the app",
    openRecord: "Open the record of this restore",
    report: "Save the report",
  },
};
