import type { DrillTexts } from "./messages";

export const drillTexts: DrillTexts = {
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
