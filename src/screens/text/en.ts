import type { ErrorFacts } from "../../engine/errors";
import type { Target } from "../../engine/target";
import type { Messages } from "./messages";
import { quantitiesIn } from "./quantities";
import { visible } from "./visible-characters";

const quantities = quantitiesIn("en");
const { number, bytes, duration, moment } = quantities;

/** 'attachment "drawing.pdf" of record 34 in app 12': only what is known. */
function what({ app, record, field, file, path }: ErrorFacts, otherwise: string): string {
  const things = [file ? `attachment "${file}"` : path && `"${path}"`, field && `field "${field}"`];
  const holders = [record && `record ${record}`, app && `app ${app}`];
  return [...things, ...holders].filter(Boolean).join(" of ") || otherwise;
}

/** " (kintone: 100, backup: 98)": only what is known. */
function compared(
  parts: Array<[label: string, value: number | undefined]>,
  written: (value: number) => string,
): string {
  const known = parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${written(value)}`]));
  return known.length > 0 ? ` (${known.join(", ")})` : "";
}

const count = (value: number, one: string, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;
const named = ({ appId, appName, recordId }: Target) =>
  appId ? `app "${appName}" (ID ${appId})` : `target record ${recordId}`;

/** " (app 12)", or nothing. */
function within(subject: string): string {
  return subject && ` (${subject})`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export const en: Messages = {
  locale: "en",
  quantities,
  status: {
    running: "Running",
    success: "Success",
    partial: "Incomplete",
    failed: "Failed",
    cancelled: "Cancelled",
    interrupted: "Interrupted",
  },
  destination: { download: "download by the browser", folder: "folder" },
  step: {
    targets: "Checking the targets",
    settings: "Reading the app's settings",
    records: "Reading records",
    attachments: "Reading attachments",
    pack: "Writing the zip",
    verify: "Verifying",
    deliver: "Saving",
    history: "Writing the history",
  },
  problem: {
    sentence: {
      SETTINGS_UNREADABLE: () =>
        "The backup could not start because the plug-in's settings cannot be read. Ask an administrator to open the plug-in's settings and save them again.",
      NO_TARGETS: () => "No target is enabled. Register the apps to back up, enable them, and run the backup again.",
      TARGET_INCOMPLETE: (facts) =>
        `A target is not filled in correctly (${what(facts, "target record")}). Check its app ID and guest space ID.`,
      APP_NOT_FOUND: (facts) =>
        `${capital(what(facts, "the target app"))} was not found and could not be backed up. It may have been deleted, or the app ID may be wrong. Check the app ID and the guest space ID of the target.`,
      RECORD_NOT_FOUND: (facts) =>
        `${capital(what(facts, "a record"))} was not found and is not in the backup. It may have been deleted during the backup.`,
      NO_PERMISSION: (facts) =>
        `You do not have permission to read ${what(facts, "the data")}. Check the permissions for the app, its records and its fields, or run the backup as a user who has them.`,
      WRONG_SPACE: (facts) =>
        facts.guestSpaceId
          ? `${capital(what(facts, "the target app"))} was not found in guest space ${facts.guestSpaceId}. Check the guest space ID of the target.`
          : `${capital(what(facts, "the target app"))} is in a guest space. Enter the guest space ID in the target.`,
      QUERY_REFUSED: (facts) =>
        `The records of ${what(facts, "the target app")} could not be read with the given query. Correct the query of the target.`,
      SESSION_EXPIRED: () =>
        "The log-in to kintone is no longer valid, so the backup could not go on. Log in and run it again. If you run it as a command, check its credentials.",
      LOGIN_REFUSED: () =>
        "kintone refused the log-in. Check the log-in name and password, or the API token. A user with two-factor authentication cannot run the command.",
      TOO_MANY_REQUESTS: (facts) =>
        `kintone received too many requests, so ${what(facts, "the data")} could not be read. Wait a while and run the backup again, or lower "Requests at the same time" in the settings.`,
      UNAVAILABLE: (facts) =>
        `kintone is not available, so ${what(facts, "the data")} could not be read. It may be under maintenance or overloaded. Wait a while and run the backup again.`,
      NETWORK: (facts) =>
        `The connection was lost, so ${what(facts, "the data")} could not be read. Check your network and run the backup again.`,
      BAD_RESPONSE: (facts) =>
        `kintone's answer was not in the expected form, so ${what(facts, "the data")} could not be read. If this goes on, ask your network administrator.`,
      REFUSED: (facts) => `kintone refused the request for ${what(facts, "the data")}.`,
      FIELD_NOT_READABLE: (facts) =>
        `You do not have permission to view ${what(facts, "a field")}, so it is not in the backup. Check the permissions for fields, or run the backup as a user who has them.`,
      COUNT_MISMATCH: (facts) =>
        `The number of records of ${what(facts, "the app")} does not agree${compared(
          [
            ["kintone", facts.expected],
            ["backup", facts.actual],
          ],
          number,
        )}. Records may have been added or deleted during the backup. Run the backup again.`,
      FILE_GONE: (facts) =>
        `${capital(what(facts, "an attachment"))} was not found and is not in the backup. It may have been replaced or deleted during the backup. Run the backup again.`,
      FILE_SIZE_MISMATCH: (facts) =>
        `The size of ${what(facts, "an attachment")} does not agree${compared(
          [
            ["kintone", facts.expected],
            ["received", facts.actual],
          ],
          bytes,
        )}. This file is not backed up correctly. Run the backup again.`,
      ENTRY_TOO_LARGE: (facts) =>
        `${capital(what(facts, "a file"))} is too large for a zip and is not in the backup${compared(
          [
            ["size", facts.actual],
            ["limit", facts.expected],
          ],
          bytes,
        )}. Save it in another way.`,
      NO_SPACE: (facts) =>
        `There is not enough free space to save the backup${compared(
          [
            ["needed", facts.expected],
            ["free", facts.actual],
          ],
          bytes,
        )}. Delete files that you do not need and run the backup again.`,
      ARCHIVE_DAMAGED: (facts) =>
        `When the finished zip was read back, ${what(facts, "a part of it")} was not correct. Do not use this zip; run the backup again.`,
      DELIVERY_FAILED: (facts) =>
        `${capital(what(facts, "the zip file"))} could not be saved. Check the download settings of your browser, or the destination folder.`,
      HISTORY_UNWRITABLE: () =>
        "The run history could not be written. Check the permissions and the fields of the backup-management app.",
      ANOTHER_RUN: ({ operator, since }) => {
        const started = since && moment(since);
        const whose = `${operator ? ` by ${operator}` : ""}${started ? ` at ${started}` : ""}`;
        return `Another backup${whose && `, started${whose},`} is running. Wait until it has finished and run yours again.`;
      },
      CANCELLED: () => "The backup was cancelled and is not complete.",
      UNEXPECTED: (facts) =>
        `An unexpected error occurred${within(what(facts, ""))}. If it happens again, show this to your administrator.`,
    },
    kintoneSays: (sentence, message) => `${sentence} kintone says: ${message}`,
    withDetail: (sentence, detail) => `${sentence} Details: ${detail}`,
  },
  log: {
    "run-started": ({ runId, operator, targets }) =>
      `The backup started. Run ID: ${runId}, operator: ${operator || "(API tokens)"}, targets: ${number(targets)}`,
    "target-started": ({ target, expectedRecords }) =>
      `Reading of ${named(target)} started.${expectedRecords === undefined ? "" : ` Records: ${number(expectedRecords)}`}`,
    "target-finished": ({ result }) =>
      `${named(result.target)}: ${en.status[result.status]}. Records: ${number(result.records)}, attachments: ${number(result.attachments)}, ${bytes(result.bytes)}, ${duration(result.seconds)}`,
    problem: ({ target, problem }, sentence) =>
      `${target ? `${named(target)}: ` : ""}${en.step[problem.step]}: ${sentence}`,
    "volume-packed": ({ volume }) => `${volume.name} was written. ${bytes(volume.size)}, SHA-256: ${volume.sha256}`,
    "volume-verified": ({ volume, entries }) =>
      `${volume.name} was read back and verified. ${count(entries, "entry", "entries")}`,
    "volume-delivered": ({ volume, destination }) =>
      `${volume.name} was saved. Destination: ${en.destination[destination]}`,
    "run-finished": ({ status, requests }) =>
      `The backup ended. Result: ${en.status[status]}, API requests: ${number(requests)}`,
  },
  run: {
    button: "Run backup now",
    title: "Backup",
    keepOpen: "Do not close or leave this page until the backup has finished.",
    phase: {
      starting: "Getting ready",
      reading: "Reading from kintone",
      packing: "Writing the zip",
      verifying: "Reading the zip back to verify it",
      delivering: "Saving the zip",
      recording: "Writing the run history",
    },
    target: (position, of, appName) => `App ${number(position)} of ${number(of)}: ${appName}`,
    records: "Records",
    attachments: "Attachments",
    size: "Size",
    elapsed: "Elapsed",
    timeLeft: "Time left, about",
    timeLeftUnknown: "Not known yet",
    amount: (done, total) => (total === undefined ? done : `${done} / ${total}`),
    progressLabel: "Progress of the backup",
    cancel: "Cancel",
    cancelling: "Cancelling…",
    cancellingNote: "Stopping what is under way. Please wait until it has ended.",
    close: "Close",
    verdict: {
      success: ({ targets, volumes, seconds }) =>
        `${count(targets, "app")} backed up, and the contents of the zip read back and verified (${count(volumes, "zip file")}, ${duration(seconds)}).`,
      partial: ({ targets, incomplete }) =>
        incomplete > 0
          ? `Something is missing from ${number(incomplete)} of ${count(targets, "app")}. This backup is not complete.`
          : "This backup is not complete. See below for what is missing.",
      failed: () => "The backup failed. See below for the reason.",
      cancelled: ({ volumes }) =>
        volumes > 0
          ? `The backup was cancelled. Only ${count(volumes, "zip file")} had been saved: it is not complete.`
          : "The backup was cancelled. No zip file was saved.",
      interrupted: () => "The backup was interrupted. It is not complete.",
    },
    failedToRun: "The backup could not be run",
    results: "Results by app",
    app: "App",
    statusHeading: "Result",
    problemsHeading: "What is missing, and why",
    nothingMissing: "Nothing",
    appId: (appId, guestSpaceId) =>
      guestSpaceId ? `App ID ${appId} (guest space ${guestSpaceId})` : `App ID ${appId}`,
    runProblems: "Problems of the whole run",
    moreProblems: (hidden) => `${number(hidden)} more (see the log in the run history)`,
    volumes: "Zip files",
    file: "File name",
    saveAgain: "Save again",
    saveAgainFile: (name) => `Save again: ${name}`,
    saveFailed: "It could not be saved. Please try again.",
    openHistory: "Open the run history",
    historyMissing: "Save the facts of this run to a file instead.",
    saveFacts: "Save the facts of the run",
  },
  settings: {
    title: "Backup settings",
    introduction:
      "This plugin puts the records and attachments of apps into zip files, reads them back to verify them, and keeps the history of every run in this app.",
    stepsTitle: "Three steps to your first backup",
    steps: [
      "Save the settings on this screen, then update the app.",
      "Add a record to this app with the ID of an app to back up, and enable it.",
      'Press "Run backup now" on the record list. The zip files are downloaded and the run is written to the history.',
    ],
    form: "Settings",
    label: {
      filePrefix: "Beginning of zip file names",
      timeZone: "Time zone",
      volumeLimitMiB: "Largest size of one zip file (MB)",
      requestsAtOnce: "Requests at the same time",
    },
    hint: {
      filePrefix: ({ max }) => `Date and time are added to it. Up to ${count(max ?? 0, "character")}.`,
      timeZone: () => "For the date and time in file names. Type to narrow the list down.",
      volumeLimitMiB: ({ min, max }) =>
        `What exceeds this goes into a further zip file. ${number(min ?? 0)} to ${number(max ?? 0)}.`,
      requestsAtOnce: ({ min, max }) =>
        `More is faster, but may slow kintone down for others. ${number(min ?? 0)} to ${number(max ?? 0)}.`,
    },
    reason: {
      required: () => "Enter a value.",
      "too-long": ({ max }) => (max === undefined ? "This is too long." : `Enter at most ${count(max, "character")}.`),
      "not-a-number": () => "Enter a whole number.",
      "out-of-range": ({ min, max }) =>
        min === undefined || max === undefined
          ? "Enter a number within the range."
          : `Enter a number from ${number(min)} to ${number(max)}.`,
      "unknown-time-zone": () => "Choose a time zone from the list.",
      "forbidden-character": ({ characters }) =>
        visible(characters)
          ? `These characters cannot be used: ${visible(characters)}`
          : "There are characters that cannot be used.",
      "not-an-address": () => "Enter a URL.",
      "not-an-id": () => "Enter an ID in digits.",
      "unknown-name": () => "There is no setting of this name.",
      secret: () => "Passwords and API tokens cannot be stored here.",
      unreadable: () => "The settings cannot be read.",
      "newer-version": () => "The settings were saved by a newer version of the plugin.",
    },
    unreadable:
      "The stored settings could not be read, so the defaults are shown. Saving replaces the stored settings.",
    unreadableField: (field, reason) => `${field}: ${reason}`,
    correct: (errors) => `${count(errors, "entry", "entries")} must be corrected.`,
    save: "Save",
    cancel: "Cancel",
  },
};
