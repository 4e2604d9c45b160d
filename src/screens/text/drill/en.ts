import { quantitiesIn } from "../quantities";
import type { DrillTexts } from "./messages";

const { number, moment } = quantitiesIn("en");

const time = (at: string) => moment(at) ?? at;
const AGAIN = "Drill again: the same scratch app is used.";

export const drillTexts: DrillTexts = {
  sentence: {
    NO_PERMISSION: ({ guestSpaceId }) =>
      guestSpaceId
        ? `The scratch app could not be made in the guest space ${guestSpaceId}. Apps of a guest space are drilled within that space only. Drill as a member of the space who may make apps; when the space was deleted, its apps cannot be drilled.`
        : "You do not have the permissions that a drill needs. Drill as a user who may make apps, and who may add and edit records of the backup-management app.",
    TOO_MANY_REQUESTS: () => `kintone received too many requests. Wait a while. ${AGAIN}`,
    UNAVAILABLE: () => `kintone is not available. It may be under maintenance or overloaded. Wait a while. ${AGAIN}`,
    NETWORK: ({ obstacle }) => (obstacle ? undefined : `The connection was lost. Check your network. ${AGAIN}`),
    TIMED_OUT: () => `kintone's answer did not arrive in time. ${AGAIN}`,
    SESSION_EXPIRED: () => `Your login to kintone is no longer valid. Log in again. ${AGAIN}`,
    ANOTHER_RUN: ({ operator, since }) =>
      `A backup, a restore or a drill${operator ? ` by ${operator}` : ""} is under way${since ? ` since ${time(since)}` : ""}, so this drill was not begun and nothing was changed. Drill when it has ended. If it was broken off, it counts as ended 15 minutes after its last sign of life.`,
    HISTORY_UNWRITABLE: () =>
      "The backup-management app could not be written, so the drill could not be recorded. Check the permissions and the fields of that app.",
    OVER_BUDGET: ({ expected = 0, actual = 0 }) =>
      `The drill takes about ${number(expected)} API requests of the scratch app, and ${number(actual)} are left today, so it was not begun. Drill fewer records, or drill tomorrow (after midnight UTC).`,
    RUN_SILENT: () =>
      `The drill gave no sign of life any more, so it was ended. The history says that it was interrupted. ${AGAIN}`,
    CANCELLED: () => "The drill was cancelled. Nothing but the scratch app was changed.",
  },
  scratch: {
    name: (app) => `[Drill] ${app}`,
    description: (app) =>
      `Scratch app of drills, which find out whether "${app}" can be restored from its backups. kintone Backup Manager made it, and deletes all of its records in each drill. Do not use it for anything else.`,
  },
  phase: {
    choosing: "Choosing the records to drill",
    preparing: "Preparing the scratch app",
    restoring: "Restoring into the scratch app",
    comparing: "Comparing with the archive",
    recording: "Writing the result down",
  },
  verdict: {
    passed: (app) => `${app}: passed. Every record that was restored is as in the archive.`,
    explained: (app) => `${app}: passed, with explained differences.`,
    failed: (app) => `${app}: failed. There are records that are not as in the archive, or that could not be restored.`,
    stopped: (app) => `${app}: ended early. It is not proven that it can be restored.`,
  },
  scope: {
    all: (records) => `Scope: all records (${records})`,
    sample: (expected, archived, seed) => `Scope: a sample of ${expected} of ${archived} records (seed ${seed})`,
  },
  rpo: (age, newest) => `RPO: ${age} (the newest record was changed ${newest})`,
  rto: (duration) => `RTO: ${duration} (restoring and comparing this scope)`,
  fate: {
    emptied: "The records in the scratch app were deleted.",
    kept: "The records in the scratch app were kept to be looked at. The next drill deletes them.",
  },
  plainLookups: (fields) => `Lookups were restored as ordinary fields: ${fields.join(", ")}`,
  refusedFields: (fields) =>
    `Fields that kintone did not take into the scratch app, and that were not drilled: ${fields.join(", ")}`,
  gone: (code, records) => `${code} is gone or inactive, and cannot be restored (records: ${records})`,
  explained: {
    "by-kintone": "set by kintone",
    "gone-people": "users, departments or groups that are gone",
    "not-archived": "attachments that are not in the archive",
  },
  different: {
    values: "other values",
    missing: "not restored",
    unread: "could not be read back",
    refused: "refused by kintone",
    undecided: "not known whether it was written",
  },
  record: (id, why, fields) => `record ${id}: ${why}${fields.length > 0 ? ` (${fields.join(", ")})` : ""}`,
  more: (records) => `and ${records} more`,
  unrecorded: "The result of the drill could not be written into the history.",
  cancelling: "Cancelling. Please wait until what is being written has ended.",
  notDrillable: (app) => `${app}: it cannot be drilled, as the archive has no records or no form of it.`,
};
