import { quantitiesIn } from "../../quantities";
import { count } from "../../settings/english-count";
import type { RebuildPageTexts } from "./messages";

const { number } = quantitiesIn("en");
const list = (items: readonly string[]) => items.join(", ");

export const rebuildPageTexts: RebuildPageTexts = {
  sentence: {
    TIMED_OUT: ({ app }) =>
      app === undefined
        ? undefined
        : `kintone has been updating app ${app} for a quarter of an hour. Go on when it is done.`,
    NO_PERMISSION: ({ app }) =>
      app === undefined
        ? "You may not create apps here. Ask an administrator whether you are allowed to create apps (kintone Administration > Permissions), and whether you are a member of the space and may create apps in it."
        : undefined,
    RUN_SILENT: ({ resumable }) =>
      `It did not respond any more and was ended. ${resumable ? "The apps that it made stay. Reload this page to go on." : "Nothing was made. Close this dialog and try again."}`,
    CANCELLED: () => "It was cancelled.",
  },
  nowhere: (ids) => `Nothing stands for these apps: ${list(ids)}`,
  resume: "It can go on from here: no app is made twice.",
  records: {
    statusesLeft: (amount) => `${count(amount, "record")} had another status than the first, and begin anew`,
    report: (path) => `Every such value, status and comment, record by record: ${path}`,
    closed: (lookups) =>
      `These lookups go round in a circle, and none of them may be empty, so no record can be the first one: ${lookups.join("; ")}. In one of the new apps, clear "Required field" of the lookup, and of the fields that it fills, update the app, and go on here; set it again afterwards.`,
    foreseen: {
      statusesLeft: (amount) =>
        `${count(amount, "record")} have another status than the first, and begin anew; "Put back status and assignees" keeps it.`,
      commentsLeft: (written) =>
        `${count(written, "comment")} are not written again; "Write the comments again" does it.`,
    },
  },
  offer: "Make apps anew",
  heading: "Make apps anew",
  introduction:
    "New apps are made of the settings in the archive, and their records are put in: for when an app is deleted and cannot be brought back. The new apps get new ids. Nothing is made before you have seen what it will be.",
  choices: {
    foreign:
      "The history of this app does not know the archive. If it is of another domain, ids of spaces and of other apps mean others here: nothing is made where it was, and you are asked for apps that are named and for users, organizations and groups who are not here.",
    apps: "Apps to make anew",
    app: (records, attachments) => `${count(records, "record")}, ${count(attachments, "attachment")}`,
    noForm: "cannot be made: the archive does not have its form",
    needs: (apps) => `Lookups, related records or actions of the chosen apps use these, too: ${list(apps)}`,
    chooseThem: "Choose these as well",
    all: "Choose all",
    none: "Choose none",
    place: "Where",
    before: "Where they were (their spaces, or outside of spaces)",
    outside: "Outside of spaces",
    inSpace: "In this space",
    spaceId: "ID of the space",
    isGuest: "It is a guest space",
    look: "Look for the space",
    space: (name) => `Space "${name}"`,
    noSpace: (problem) => `The space was not found. ${problem}`,
    nameSuffix: "Text behind each name (optional)",
    records: "Records",
    withRecords: "Put the records in",
    onlyApps: "Only the apps and their settings",
    status: "Put back status and assignees",
    statusNote: "Who changed these records last, and when, is then you, now.",
    comments: "Write the comments again",
    commentsNote:
      "They are written as yours, with their authors and times before them. People whom the records concern may be notified.",
    reason: "Reason (required; the history has it with the restores of the records)",
    nothingChosen: "Choose an app.",
    reasonMissing: "Enter a reason.",
    spaceMissing: "Enter the ID of the space.",
    back: "Back",
    plan: "See what would be made",
  },
  planning: "Looking at the archive, and for users, organizations and groups…",
  planned: {
    free: "These apps will be made. Nothing has been made yet.",
    inTheWay: "Something has to be decided first. Nothing has been made yet.",
    apps: "Apps that will be made",
    foreseen: "Known beforehand",
    toDos: "To be done by hand afterwards",
    steps: (steps, requests) => `It takes ${number(steps)} steps, and about ${count(requests, "API request")}.`,
    gone: "Users, organizations and groups that are gone",
    goneNote:
      "Settings or records name them, but they are not in kintone, or inactive. Enter the login name or code of who takes their place.",
    instead: (person) => `In the place of ${person}`,
    strangers: (people) => `These are to take somebody's place, and are not there either: ${list(people)}`,
    leaveOut: "Leave out those in whose place nobody is (permissions that name them are not set)",
    nowhere: "Apps that are named and not made",
    nowhereNote:
      "Lookups, related records or actions use them. Enter the ID of an app that stands for each; otherwise lookups become ordinary fields, and the rest is left out.",
    standIn: (app) => `ID of the app that stands for ${app}`,
    again: "Check again",
    notifications: (amount) =>
      `Up to ${count(amount, "notification")} may be sent. Enter the number "${amount}" to go on`,
    back: "Back to the choices",
    make: (apps) => `Make ${count(apps, "app")}`,
  },
  making: {
    at: (step, of) => `Step ${number(step)} of ${number(of)}`,
    apps: (amount) => `Apps: ${amount}`,
    label: "Progress",
    note: "Keep this page open until the end. If it is closed, it can go on when you open it the next time.",
    cancelling: "Ending after what is under way…",
  },
  made: {
    nothing: "The apps could not be made. Nothing was made.",
    open: (name) => `Open "${name}"`,
    whole: "It is as in the archive.",
    otherwise: "Not everything is as in the archive.",
    stoppedApps: "Apps that were made",
    save: {
      text: "Save the result (text)",
      lines: "Save the result (JSON Lines)",
      records: "Save the list of records",
    },
    goOn: "Go on",
  },
  goingOn: {
    zips: "Making apps anew stopped in the middle, and goes on. Choose all zip files of the same archive.",
    offer: (startedAt) =>
      `Making apps anew, begun ${startedAt}, goes on as it was asked for then. No app is made twice.`,
    begin: "Go on",
  },
  unfinished: (startedAt) =>
    `Making apps anew, begun ${startedAt}, stopped in the middle. Go on with it, or give it up, by the notice at the top of the list. Until then no other apps can be made anew.`,
  discarded: (apps) =>
    `Making the apps anew is given up. These apps stay as they are; delete them on kintone's screens, as there is no API for it: ${list(apps)}`,
  failed: "The apps could not be made",
};
