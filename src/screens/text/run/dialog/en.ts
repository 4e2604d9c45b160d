import { count, duration, moment, MOST_APPS, number } from "../names/en";
import type { DialogMessages } from "./messages";

export const dialog: DialogMessages = {
  title: "Backup",
  keepOpen: "Do not close or leave this page until the backup has finished.",
  phase: {
    starting: "Getting ready",
    reading: "Reading from kintone",
    packing: "Writing the zip",
    verifying: "Reading the zip back to verify it",
    delivering: "Handing the zip over",
    recording: "Writing the run history",
  },
  target: (position, of, appName) => `App ${number(position)} of ${number(of)}: ${appName}`,
  records: "Records",
  attachments: "Attachments",
  size: "Size",
  requests: "API requests",
  pace: (requests, atOnce) => (atOnce === undefined ? requests : `${requests} (up to ${number(atOnce)} at a time)`),
  elapsed: "Elapsed",
  timeLeft: "Time left (estimate)",
  timeLeftUnknown: "Not known yet",
  amount: (done, total) => (total === undefined ? done : `${done} / ${total}`),
  progressLabel: "Progress of the backup",
  waitingFor: {
    network: {
      title: "Waiting until kintone can be reached",
      note: "There is no network connection, so the backup pauses. It continues by itself when the connection is back. After 30 minutes without a connection it ends.",
    },
    unavailable: {
      title: "Waiting until kintone is available again",
      note: "kintone is under maintenance or overloaded, so the backup pauses. It continues by itself when kintone is available again. After 30 minutes it ends.",
    },
    login: {
      title: "Waiting for you to log in to kintone",
      note: "Your login has expired, or another user has logged in, so the backup pauses. Log in again as the same user with the link below. The backup then continues.",
    },
  },
  heldBack: {
    why: ({ apps, until }) =>
      `The API requests that backups may make in a day are used up for ${apps
        .slice(0, MOST_APPS)
        .map(({ appId, appName }) => `app "${appName}" (ID ${appId})`)
        .join(
          ", ",
        )}${apps.length > MOST_APPS ? ` and ${count(apps.length - MOST_APPS, "more app")}` : ""}. Reading continues by itself after ${moment(until)}.`,
    mayClose:
      "You may close this page. What was read stays in this browser for up to three days; open this app again to continue.",
  },
  logInAgain: "Log in in another tab",
  startAnew: "Start over",
  startAnewQuestion:
    "A backup stopped in the middle. If you start a new one, what the old one had read is deleted, and it cannot be continued.",
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
        ? `The backup was cancelled. It is not complete: only ${count(volumes, "zip file")} had been handed over.`
        : "The backup was cancelled. No zip file was saved.",
    interrupted: () => "The backup was interrupted. It is not complete.",
  },
  failedToRun: "The backup could not be run",
  results: "Results by app",
  app: "App",
  statusHeading: "Result",
  problemsHeading: "What is missing, and why",
  nothingMissing: "Nothing",
  appId: (appId, guestSpaceId) => (guestSpaceId ? `App ID ${appId} (guest space ${guestSpaceId})` : `App ID ${appId}`),
  runProblems: "Problems of the whole run",
  told: "Changed since the run before",
  moreProblems: (hidden) => `${number(hidden)} more (see the log in the run history)`,
  volumes: "Zip files",
  file: "File name",
  saveFile: "Save",
  saveThisFile: (name) => `Save: ${name}`,
  saveAgain: "Save again",
  saveAgainFile: (name) => `Save again: ${name}`,
  saveFailed: "It could not be saved. Please try again.",
  openHistory: "Open the run history",
  historyMissing: "Save the facts of this run to a file instead.",
  saveFacts: "Save the facts of the run",
};
