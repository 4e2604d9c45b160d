import { domainNames } from "../domain-names";
import { quantitiesIn } from "../quantities";
import { settingNames } from "../setting-names";
import type { ReadmeMessages } from "./messages";

const switchedOff =
  "Only an API under consideration (API Lab) gives them; it was switched off on this domain, or not open to who ran the backup.";

export const en: ReadmeMessages = {
  quantities: quantitiesIn("en"),
  title: "Backup of kintone apps",
  introduction: [
    "Records, attachments, settings and more of kintone apps, saved by kintone Backup Manager.",
    "You do not need that program to get at the data.",
  ],
  started: (moment) => `Started: ${moment}`,
  runId: (id) => `Run ID:  ${id}`,
  operator: (name) => `Run by:  ${name}`,
  nobody: "(API tokens)",
  nameAndCode: (name, code) => `${name} (${code})`,

  useTitle: "== How to get the data out (in the folder of each app) ==",
  unzipAll: [
    "First unzip this file and all .partNN.zip files, in their order, into the same folder.",
    "Each has a manifest.json; let them overwrite each other. The one in the last zip knows all apps.",
    "The SHA-256 of a file is in the manifest.json of the zip that the file came from.",
  ],
  use: [
    "1. records.csv: opens in any spreadsheet (UTF-8; Excel: Data > From Text/CSV); back into kintone: see below.",
    "2. attachments, customize: the files themselves. Names that had to be changed are in manifest.json.",
    "3. records.jsonl, comments.jsonl, settings: JSON with unchanged values. SHA-256 of every file: manifest.json.",
  ],
  furtherFiles: "A large app goes on in records-2.csv, records-2.jsonl, comments-2.jsonl and so on, by number.",
  importTitle: "== How to put records back into kintone ==",
  importAll: [
    "With Cybozu's cli-kintone, in the folder of the app; <id> is the ID of the app to fill. As it stands, this",
    "is for who may manage that app; it also brings back who added and updated each record, and when:",
  ],
  importSome: [
    "Whoever may only add records (error GAIA_BF02), or when somebody in the records is no longer a user of kintone",
    "(error GAIA_IL26), names the columns:",
  ],
  importFields: [
    "a,b,c: column headings of records.csv, with commas between them. Leave out the record number, created by,",
    "created datetime, updated by, updated datetime, calculated fields, columns with somebody who is gone, and",
    "the fields in tables (naming the table is enough). The records then count as added by you, now.",
  ],
  importFurtherFiles:
    "Where there are records-2.csv and so on, run it once for each file, in the order of their numbers.",
  importNotes: [
    "It also has to be told where and as whom (--base-url, --username, --guest-space-id, ...).",
    "It adds the records as new ones.",
    "Status, assignee, categories and comments do not come back this way.",
  ],

  appsTitle: "== Apps ==",
  column: {
    folder: "Folder",
    records: "Records",
    attachments: "Attachments",
    comments: "Comments",
    name: "App",
  },
  writtenOf: (written, expected) => `${written} / ${expected}`,
  appsNote: '"98 / 100": 98 in the backup, 100 in kintone. Apps that are not listed are not in this backup.',

  domainTitle: "== Beside the apps (in the folder domain) ==",
  domainList: (path, name, count) => `${path}: ${count} (${name})`,

  missingTitle: "== What is not in this backup ==",
  inCommon: "For every app:",
  inParticular: "For particular apps:",
  ofDomain: "Beside the apps:",
  nothingInParticular: "Nothing else is known to be missing.",
  earlierComments: (records, oldest) =>
    `Comments of ${records} record(s) are taken from earlier backups; the oldest were read at ${oldest}. Later comments of theirs are not in this backup.`,
  recordsDiffer: (written, expected) =>
    `The numbers of records do not match: ${expected} in kintone, ${written} in the backup.`,
  attachmentsDiffer: (written, expected) =>
    `The numbers of attachments do not match: ${expected} in kintone, ${written} in the backup.`,
  otherRecords: (query) => `Records that do not meet this condition: ${query}`,
  part: {
    app: "The whole app",
    records: "Records",
    "hidden-records": "Records that the user who ran the backup may not view",
    attachments: "All attachments",
    comments: "Comments",
    settings: "Settings of the app",
    administration: "Settings that only administrators of the app may read",
    customize: "Files that the settings use (JavaScript, CSS, icon)",
    "setting-part": "Unexpected parts of settings",
    field: "Values of fields",
    attachment: "Attachments",
    cell: "Single values in records.csv",
    rows: "Rows of single records in records.csv",
    identifier: "Values of fields that look like personal identifiers",
    "derived-field": "Values of fields that are calculated from fields that were left out",
    "record-history": "Change history of records",
    "process-history": "History of process management",
    "api-tokens": "API tokens",
    webhooks: "Webhook settings",
    "plugin-configurations": "Configurations of plug-ins",
    "category-tree": "Tree of categories",
    "lookup-search": "How lookups search",
    "space-threads": "Threads and cover picture of the space",
    "undeployed-settings": "Changes of settings that were not yet applied to the app",
    plugins: "The list of installed plug-ins",
    spaces: "The list of spaces",
    users: "The list of users",
    organizations: "The list of departments",
    groups: "The list of groups",
    memberships: "Who belongs to which department and group",
    space: "Spaces",
    "unlisted-spaces": "Spaces that the user who ran the backup may not see, or that have no app",
    "guest-users": "Guest users",
    "user-details": "E-mail addresses, telephone numbers, dates of birth and other details of users",
  },
  reason: {
    NOT_OFFERED_BY_KINTONE: "kintone's API does not give them.",
    NOT_READ: "This program does not read them.",
    NOT_READABLE: "The user who ran the backup was not allowed to read them.",
    EXCLUDED: "The backup was told to leave them out.",
    NOT_IN_CSV: "They have no column in records.csv; the values are in records.jsonl.",
    FAILED: "Could not be backed up.",
  },
  ownReason: {
    "user-details": { EXCLUDED: "They are personal data that no restore needs, and always stay out." },
    "unlisted-spaces": { NOT_OFFERED_BY_KINTONE: "Some may be missing: kintone does not list them." },
    "record-history": { NOT_OFFERED_BY_KINTONE: "kintone's API does not give it." },
    "process-history": { NOT_OFFERED_BY_KINTONE: "kintone's API does not give it." },
    "api-tokens": { NOT_OFFERED_BY_KINTONE: "kintone's API does not give them, and they are secrets." },
    "category-tree": { NOT_OFFERED_BY_KINTONE: switchedOff },
    "plugin-configurations": { NOT_OFFERED_BY_KINTONE: switchedOff },
    "lookup-search": { NOT_OFFERED_BY_KINTONE: "kintone's API does not give it." },
    "undeployed-settings": { NOT_READ: "They are no part of the app yet." },
    comments: {
      NOT_OFFERED_BY_KINTONE: "They are switched off in the app; kintone does not give those that may exist.",
    },
    "setting-part": { FAILED: "Files named there may be missing; the settings' values are as kintone gave them." },
    "hidden-records": {
      NOT_READABLE:
        "May be missing because of record permissions; whether there are any, and how many, kintone does not tell.",
    },
    cell: { NOT_IN_CSV: "CSV cannot hold them; they are whole in records.jsonl." },
    rows: { NOT_IN_CSV: "No file of CSV can hold them; the records are in records.jsonl." },
    identifier: { EXCLUDED: "Left out, because nobody had decided whether to back them up." },
    "derived-field": { EXCLUDED: "Left out, because they would give those values away." },
  },
  setting: settingNames.en,
  list: domainNames.en,
  space: (id) => `space ${id}`,
  record: (id) => `record ${id}`,
  field: (code) => `field "${code}"`,
  pathOf: (path, name) => `${name} (${path})`,
  separator: ", ",
  because: (place, text) => `${place} (${text})`,
  more: (count) => `and ${count} more: see manifest.json`,
};
