import { bytes, capital, compared, count, moment, number, settingName, what } from "../../names/en";
import type { Sentences } from "../messages";

/** Of what is missing in the archive, or may be. */
export const ofContents = {
  SETTINGS_NOT_READABLE: ({ app, settings = [] }) =>
    `You do not have permission to read these settings of ${app ? `app ${app}` : "the app"}, so they are not in the backup: ${settings.map(settingName).join(", ")}. Let an administrator of the app run the backup; or, on the settings screen of the plug-in, leave these settings out of the target or accept the gap.`,
  SETTING_NOT_UNDERSTOOD: ({ app, settings = [], parts = [] }) =>
    `The settings of ${app ? `app ${app}` : "the app"}${settings.length > 0 ? ` (${settings.map(settingName).join(", ")})` : ""} have something unexpected${parts.length > 0 ? ` in ${parts.join(", ")}` : ""}. Files that are named there may not be in the backup; the settings themselves are in it as kintone gave them. See whether there is a newer version of kintone Backup Manager.`,
  FIELD_NOT_READABLE: (facts) =>
    `You do not have permission to view ${what(facts, "a field")}, so it is not in the backup. Check the permissions for fields, or run the backup as a user who has them. If it need never be in the backup, accept the gap on the settings screen of the plug-in.`,
  RECORDS_MAY_BE_HIDDEN: ({ app, hidden }) => {
    const name = app ? `app ${app}` : "the app";
    if (hidden === "changed")
      return `The permissions for records of ${name} were changed during the backup, so records may be missing. Run the backup again when nobody changes them.`;
    const reason =
      hidden === "unknown"
        ? `You may not see the permissions for records of ${name}, so nobody can tell whether they hide records from you.`
        : `The permissions for records of ${name} may hide records from you.`;
    return `${reason} Hidden records are not in the backup, and kintone does not tell how many there are. Let an administrator of the app who may view all records run the backup, or accept the gap on the settings screen of the plug-in.`;
  },
  EXCLUDED_FIELD_UNKNOWN: (facts) =>
    `The target leaves out ${what(facts, "a field")}, but there is no field with this code. It may have been deleted, or its code changed; then its values may be in the backup. Check the fields to leave out.`,
  IDENTIFIER_UNDECIDED: (facts) =>
    `${capital(what(facts, "a field"))} looks like a personal identification number (such as My Number) and was left out. In the plug-in's settings, choose to back it up or to leave it out.`,
  FORM_CHANGED: (facts) =>
    `The form of ${what(facts, "the app")} was changed during the backup. Records and form may not fit together. Run the backup again when nobody changes the app's settings.`,
  COUNT_MISMATCH: (facts) =>
    `The number of records of ${what(facts, "the app")} does not match${compared(
      [
        ["kintone", facts.expected],
        ["backup", facts.actual],
      ],
      number,
    )}. Records may have been added or deleted during the backup. Run the backup again.`,
  OVER_BUDGET: ({ app, expected = 0, actual = 0 }) =>
    `The comments of ${count(actual, "record")} of ${app ? `app ${app}` : "the app"} are not in the backup: each record takes an API request, and of the ${number(expected)} that backups may make of an app in a day none was left. Where backups take from the previous one what has not changed (see the settings), the next ones read what is missing. Otherwise choose to continue tomorrow, allow more requests, leave comments out of the target, or narrow its condition.`,
  COMMENTS_TAKEN_OVER: ({ app, since = "", actual = 0 }) =>
    `The comments of ${count(actual, "record")} of ${app ? `app ${app}` : "the app"} are taken from earlier backups, as there are not enough API requests in a day to read all. The oldest were read at ${moment(since) ?? since}. The next backups read those whose copies are oldest, and those of new and changed records first.`,
  NOT_IN_CSV: ({ actual = 1, ...facts }) =>
    facts.field === undefined
      ? `The rows of ${count(actual, "record")} are not in records.csv, as no CSV of this backup can hold them. The first is ${what(facts, "a record")}. The records are in records.jsonl as kintone gave them; there is nothing to do. Only who puts them back with records.csv has to add them.`
      : `In ${count(actual, "record")}, kintone gave a value that records.csv cannot hold; there the cell is empty or lacks a part. The first is ${what(facts, "a field")}. The values are in records.jsonl as kintone gave them; there is nothing to do. Only who puts records back with records.csv has to add them.`,
  DOMAIN_NOT_READABLE: (facts) =>
    `You do not have permission to read ${what(facts, "a part of the domain")}, so this is not in the backup. A space that is not public can be read by its members alone; API tokens can read none of this. Join the spaces, run the backup as a user who has the permission, or leave these spaces, or this part as a whole, out in the settings.`,
  DOMAIN_CHANGING: (facts) =>
    `${capital(what(facts, "a list of the domain"))} could not be read in one piece, as it was changed, or somebody logged in to kintone again, each time that it was read. It is not in the backup. Run the backup again when nobody changes users, departments, groups, spaces or plug-ins.`,
  FILE_GONE: (facts) =>
    `${capital(what(facts, "an attachment"))} was not found and is not in the backup. It may have been replaced or deleted during the backup. Run the backup again.`,
  FILE_SIZE_MISMATCH: (facts) =>
    `The size of ${what(facts, "an attachment")} does not match${compared(
      [
        ["kintone", facts.expected],
        ["received", facts.actual],
      ],
      bytes,
    )}. This file is not backed up correctly. Run the backup again.`,
} satisfies Partial<Sentences>;
