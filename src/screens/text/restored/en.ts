import { quantitiesIn } from "../quantities";
import type { RestoredTexts } from "./messages";

const { number, moment } = quantitiesIn("en");

const time = (at: string) => moment(at) ?? at;
const records = (count: number) => `${number(count)} ${count === 1 ? "record" : "records"}`;
const app = (id: string | undefined) => (id === undefined ? "the app" : `app ${id}`);
const AGAIN = "Compare again: what was put back counts as done, and the rest can be put back then.";

export const restoredTexts: RestoredTexts = {
  sentence: {
    FORM_CHANGED: (facts) => `The settings of ${app(facts.app)} were changed during the restore. ${AGAIN}`,
    NO_PERMISSION: (facts) =>
      facts.ofToken
        ? `The API token has no permission for this in ${app(facts.app)}. Give it the permissions to view, add, edit and, where records are deleted, delete records; update the app, and restore again.`
        : `You do not have permission for this in ${app(facts.app)}. Restore as a user who may view, add, edit and, where records are deleted, delete its records.`,
    TOO_MANY_REQUESTS: () => `kintone received too many requests. Wait a while. ${AGAIN}`,
    UNAVAILABLE: () => `kintone is not available. It may be under maintenance or overloaded. Wait a while. ${AGAIN}`,
    NETWORK: ({ obstacle }) => (obstacle ? undefined : `The connection was lost. Check your network. ${AGAIN}`),
    TIMED_OUT: () => `kintone's answer did not arrive in time. ${AGAIN}`,
    SESSION_EXPIRED: () => `Your login to kintone is no longer valid. Log in again. ${AGAIN}`,
    ANOTHER_RUN: ({ operator, since }) =>
      `A backup or a restore${operator ? ` by ${operator}` : ""} is under way${since ? ` since ${time(since)}` : ""}, so this one was not begun and nothing was changed. Restore when it has ended. If it was broken off, it counts as ended 15 minutes after its last sign of life.`,
    HISTORY_UNWRITABLE: () =>
      "The backup-management app could not be written, so the restore could not be recorded. Check the permissions and the fields of that app.",
    WORKSPACE_FAILED: ({ reason }) =>
      `The restore could not write down what it does${reason ? ` (the system's reason: ${reason})` : ""}, and writes nothing without that. Check the disk and the folder for the archives.`,
    NO_SPACE: () => "There is not enough free space on the disk. Make room and restore again.",
    CANCELLED: () => `The restore was cancelled. ${AGAIN}`,
  },
  phase: {
    comparing: "Comparing",
    securing: "Backing up the app as it is now",
    writing: "Putting back",
    verifying: "Comparing with kintone once more",
    recording: "Writing the history",
  },
  lookedFor: {
    title: (count) => `Looking whether ${records(count)} arrived, as kintone's answer was lost`,
    note: (until) =>
      `kintone may still be writing, so this may take until about ${until}. Nothing is written twice; then the restore goes on.`,
  },
  cancelling: "Ending the restore after the records that are being written…",
  verdict: {
    "as-planned": "Restored: kintone has everything as it was planned.",
    explained: "Restored, but for what is explained below.",
    "not-as-planned": "Restored, but kintone does not have everything as it was planned. Look at the report.",
    stopped: "The restore ended before everything was put back. What was put back until then stays.",
  },
  outcome: {
    added: "added",
    "put-back": "put back",
    removed: "deleted",
    refused: "not taken",
    "changed-meanwhile": "changed meanwhile",
    gone: "deleted meanwhile",
    hidden: "perhaps hidden",
    undecided: "unknown",
    notReached: "not reached",
    deviations: "another than planned",
  },
  became: {
    refused: "kintone did not take it",
    "changed-meanwhile": "somebody changed it after it was compared; it was left as it is",
    gone: "somebody deleted it after it was compared",
    hidden: "it was not added, as it may be there without being shown to you",
    undecided:
      "kintone's answer was lost, and nobody can tell whether it was written; look for it in the app before it is put back again",
  },
  damagedFile: (file) => `it was not written, as its file "${file}" cannot be read from the archive`,
  withoutFiles: (files) =>
    `without files that the archive does not have: ${files.map((name) => `"${name}"`).join(", ")}`,
  deviates: {
    byOthers: "somebody changed or deleted it after it was put back",
    unexplained: "kintone has another value than was written; the report has both",
  },
  setByKintone: (fields) =>
    `kintone itself sets what is otherwise than in the archive: ${fields.map((field) => `"${field}"`).join(", ")}`,
  stopped: (why) => `It ended because: ${why}`,
  maybeWritten: (ids) =>
    `Of these records nobody knows whether they were written, as the restore was broken off before kintone's answer: ${ids.join(", ")}`,
  planned: ({ add, putBack, remove }) =>
    `Planned: ${[`${records(add)} to add`, `${number(putBack)} to put back`, `${number(remove)} to delete`].join(", ")}`,
  notSecured:
    "The backup that is made before a restore lacks something that the restore may change, so nothing was changed. What it lacks:",
};
