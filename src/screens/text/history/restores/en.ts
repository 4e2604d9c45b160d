import type { RestoresMessages } from "./messages";

export const restoresTexts: RestoresMessages = {
  heading: "Restores",
  empty: "No restore fits.",
  column: {
    recordId: "Record number",
    restoreId: "Restore ID",
    startedAt: "Started",
    finishedAt: "Finished",
    kind: "Kind",
    status: "Status",
    verdict: "Verdict",
    trigger: "Started by",
    operator: "Operator",
    reason: "Reason",
    appId: "Restored into: app ID",
    app: "Restored into",
    sourceAppId: "Backed up from: app ID",
    archive: "Archive made",
    archiveRunId: "Run ID of the archive",
    archiveDigest: "Digest of the archive (SHA-256)",
    archiveKnown: "Archive is in the history",
    safetyRunId: "Run ID of the backup before",
    counts: "Records",
    requests: "API requests",
    message: "Message",
    chainDigest: "Chain digest",
    chain: "Check of the history",
  },
  unknownArchive: "Archive that the history does not know",
  securedBy: (runId) => `Backup before: ${runId}`,
  outcome: {
    added: "Added",
    "put-back": "Put back",
    removed: "Deleted",
    refused: "Refused by kintone",
    "changed-meanwhile": "Changed meanwhile, left alone",
    gone: "Deleted meanwhile",
    hidden: "May not be seen",
    undecided: "Not known",
  },
  notReached: "Not reached",
  deviations: "Not as planned",
  counted: (what, count, planned) => `${what}: ${count}${planned === undefined ? "" : ` of ${planned}`}`,
  would: {
    add: (count) => `Not in the app: ${count}`,
    putBack: (count) => `With other values: ${count}`,
    remove: (count) => `Not in the archive: ${count}`,
  },
  doubt: {
    "not-as-planned": (app) =>
      `${app}: after the restore, kintone is not as it was planned. See the report attached to the record of the restore, and go back to the backup before it if necessary.`,
    stopped: (app) =>
      `${app}: a restore ended before its plan did, so only some records were restored. See the message in its record, and ask who ran it to go on.`,
    long: (app) =>
      `${app}: a restore has been under way for 24 hours or more. Ask who runs it. If it has ended, the next run will record it as interrupted.`,
    unsecured: (app) =>
      `${app}: the app was not backed up before a restore, so there is no way back to what it was. Ask who ran it whether that was intended.`,
    "unknown-archive": (app, archiveRunId) =>
      `${app}: it was restored from an archive that the history does not know${archiveRunId ? ` (run ID ${archiveRunId})` : ""}. Ask who ran it where the archive came from.`,
  },
  csv: "Save restores as CSV",
  count: "Restores and comparisons",
  toLookAt: "Restores not as planned",
};
