import { fieldTypeIn } from "../field-type-names";
import { quantitiesIn } from "../quantities";
import { count } from "../settings/english-count";
import type { RestoreMessages } from "./messages";

const { number, moment } = quantitiesIn("en");

const type = (name: string) => fieldTypeIn("en", name);
const named = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
const inTable = (table: string | undefined) => (table === undefined ? "outside tables" : `in the table "${table}"`);
const time = (at: string) => moment(at) ?? at;
const app = (id: string | undefined) => (id === undefined ? "The app" : `App ${id}`);
const AGAIN = "Compare again";

/** What of an archive. */
function partOf(record: string | undefined, path: string | undefined): string {
  if (record !== undefined) return `Record ${record}`;
  return path === undefined ? "A part" : `"${path}"`;
}

export const restoreTexts: RestoreMessages = {
  sentence: {
    RUN_SILENT: ({ resumable }) =>
      `The restore's worker stopped answering and was ended. ${
        resumable
          ? 'What was written stays. Reload this page, and continue where "Continue" is offered; where it is not, nothing was written.'
          : "Nothing was changed. Close this dialog, and compare again."
      }`,
    APP_NOT_FOUND: (facts) =>
      `${app(facts.app)} does not exist. Deleted less than 14 days ago? A cybozu.com administrator can bring it back with everything in it, in the administration of kintone.`,
    WRONG_SPACE: (facts) =>
      facts.guestSpaceId
        ? `The archive is of guest space ${facts.guestSpaceId}; ${app(facts.app)} is not in it.`
        : `The archive is of an app outside guest spaces; ${app(facts.app)} is in one.`,
    NO_PERMISSION: (facts) =>
      facts.ofToken
        ? `The API token may not read ${app(facts.app)}. Give it the permission "View records" in the settings of the app, update the app, and compare again.`
        : `You may not read ${app(facts.app)}. ${AGAIN} as a user who may view its records and all of its fields.`,
    TOO_MANY_REQUESTS: () =>
      `kintone received too many requests. Wait a while and compare again, or lower "requestsAtOnce".`,
    UNAVAILABLE: () => `kintone is not available. It may be under maintenance or overloaded. ${AGAIN} after a while.`,
    NETWORK: ({ obstacle }) =>
      obstacle ? undefined : `The connection was lost. Check your network and compare again.`,
    TIMED_OUT: () => `kintone's answer did not arrive in time. ${AGAIN} after a while.`,
    OVER_BUDGET: ({ app: id, expected = 0, actual = 0 }) =>
      `Comparing takes up to ${number(expected)} API requests, and ${app(id).toLowerCase()} has ${number(actual)} left today, so it was not compared. ${AGAIN} tomorrow (a day of kintone begins at 9:00 in Japan), without the bytes of files, or raise "Requests per app and day" in the settings.`,
    ANSWER_TOO_LARGE: () => "kintone's answer is too large, so this was not compared.",
    FILE_GONE: ({ file = "", path }) =>
      path
        ? `"${file}" is not in the archive, so its contents were not compared. The archive's README.txt says why.`
        : `"${file}" was not found in kintone, so its contents were not compared. It may have been replaced meanwhile.`,
    ARCHIVE_DAMAGED: ({ record, path }) =>
      `${partOf(record, path)} of the archive cannot be understood. Use a copy of the archive that was kept elsewhere.`,
    CANCELLED: () => "The comparison was cancelled. Nothing was changed.",
  },
  comparing: (appName) => `Comparing "${appName}"`,
  cancelling: "Cancelling the comparison …",
  verdict: {
    same: "Nothing differs: kintone has all that the archive has, as it was.",
    differs: "kintone and the archive differ. Nothing was changed.",
    unable: "Not every app could be compared. Nothing was changed.",
  },
  notComparable: {
    "no-form": (why) => `The archive does not have the form of "${why.app}", so its records cannot be compared.`,
    "no-records": (why) => `The archive has no records of "${why.app}": they were left out on purpose.`,
    "another-app": ({ archived, present }) =>
      `App ${present.appId} is now "${present.name}" by ${present.creator}, made ${time(present.createdAt)}; the archive is of "${archived.name}", made ${time(archived.createdAt)}. They are different apps, perhaps of different domains, and were not compared.`,
    "same-app": (why) =>
      `App "${why.app}" is the very app that the archive was made of: everything would be added a second time. Compare it by record numbers, or by a field whose values may not repeat.`,
    "no-key": ({ field, keys }) =>
      `Records cannot be told apart by the field "${field}": it has to be a single-line text or a number whose values may not repeat, in the archive and in the app. ${keys.length > 0 ? `Fields that would do: ${named(keys)}` : "There is no such field; records can only be added."}`,
  },
  app: (name) => `App "${name}"`,
  counts: {
    archived: "in the archive",
    present: "in the app now",
    equal: "equal",
    missing: "missing in the app",
    differs: "differ",
    explained: "differ only in what kintone works out",
    newer: "newer than the archive",
    surplus: "not in the archive",
    unread: "not compared",
  },
  form: {
    same: "The form is the same.",
    alike: "The form was changed, in nothing that the values of records depend on.",
    heading: "The form is another one:",
    difference: {
      absent: ({ field, table, label, type: of, proposals }) =>
        `Field "${field}" ("${label}", ${type(of)}${table === undefined ? "" : `, in the table "${table}"`}) is not in the form any more; its values will not be restored.${
          proposals.length > 0
            ? ` It may be ${named(proposals)} now, which has the same name and type: then give that its old field code.`
            : ""
        }`,
      type: ({ field, archived, present }) =>
        `Field "${field}" was of the type ${type(archived)} and is ${type(present)} now: another field, which cannot take its values. They will not be restored.`,
      place: ({ field, archived, present }) =>
        `Field "${field}" was ${inTable(archived)} and is ${inTable(present)} now; its values will not be restored.`,
      required: ({ field }) =>
        `Field "${field}" is required now; a record in which the archive has nothing for it cannot be put back without a value.`,
      unique: ({ field }) => `Field "${field}" may not repeat now; a value that another record has cannot be put back.`,
      limit: ({ field, limit, archived, present }) =>
        `Field "${field}" has a narrower limit now (${limit}: ${archived === "" ? "none" : archived} → ${present}); values beyond it cannot be put back.`,
      options: ({ field, gone }) =>
        `Field "${field}" does not have these options any more: ${gone
          .map(({ option, proposal }) => `"${option}"${proposal === undefined ? "" : ` (perhaps "${proposal}" now)`}`)
          .join(", ")}. Values with them cannot be put back as they are.`,
      lookup: ({ field }) =>
        `Field "${field}" is filled from another app, or in another way than then (lookup); what it fills will have the values of today.`,
      added: ({ field, label, type: of }) =>
        `Field "${field}" ("${label}", ${type(of)}) was added; the archive says nothing about it.`,
    },
  },
  excluded: (fields) => `The archive left out on purpose, so not compared: ${named(fields)}`,
  mayBeHidden: {
    rules:
      "Record permissions may hide records from you: what seems to be missing may be there. Compare as a user who may view all records.",
    unknown:
      "Whether record permissions hide records from you is not known, as only those who manage the app see them: what seems to be missing may be there.",
    changed: "Record permissions changed meanwhile: what seems to be missing may be hidden from you. Compare again.",
  },
  condition: (query) =>
    `The archive has only records that met this condition: ${query}. Nothing is known of others; those in the app are no difference.`,
  noAttachments: "The archive has no attachments (left out on purpose): their contents were not compared.",
  record: (id, presentId) => (id === presentId ? `Record ${id}` : `Record ${id} (${presentId} now)`),
  changed: (by, at) => [by, at !== undefined && time(at)].filter(Boolean).join(", "),
  more: (others) => `and ${number(others)} more`,
  value: {
    none: "(empty)",
    rows: (rows) => count(rows, "row"),
    otherRows: (rows) => `${count(rows, "row")} with other values`,
    otherBytes: (files) => `${files}: the same names and sizes, and other contents`,
    nameAndCode: (name, code) => `${name} (${code})`,
    list: (values) => values.join(", "),
    quoted: (text) => `"${text}"`,
    becomes: (field, archived, present) => `${field}: ${archived} → ${present}`,
    field: (code, table) => (table === undefined ? code : `${table} / ${code}`),
    unwritable: {
      copied: "copied from another app",
      calculated: "calculated",
      process: "process management",
      category: "categories",
      stamp: "kept by kintone",
    },
  },
};
