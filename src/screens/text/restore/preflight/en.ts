import type { Concerned, NamedField } from "../../../../restore/preflight/obstacle";
import { fieldTypeIn } from "../../field-type-names";
import { quantitiesIn } from "../../quantities";
import { count } from "../../settings/english-count";
import { condition } from "../condition/en";
import { planFile } from "../plan-file/en";
import type { RestorePreflightMessages } from "./messages";

const { number, bytes, moment } = quantitiesIn("en");
const type = (name: string) => fieldTypeIn("en", name);
const records = ({ count: of, ids }: Concerned) =>
  `${count(of, "record")} (${ids.join(", ")}${of > ids.length ? ", …" : ""})`;
const field = ({ field: code, label, table }: NamedField) =>
  `"${label}"${label === code ? "" : ` (${code})`}${table === undefined ? "" : ` in the table "${table}"`}`;
const inTable = (table: string | undefined) => (table === undefined ? "outside tables" : `in the table "${table}"`);
const are = (of: number) => (of === 1 ? "is" : "are");

const RIGHT = { add: "add", putBack: "edit", remove: "delete" };
const MODE = { add: "adding what is missing", putBack: "putting back what differs", remove: "deleting" };
const LIMIT = {
  minLength: "at least as many characters",
  maxLength: "at most as many characters",
  minValue: "at least",
  maxValue: "at most",
};
const PEOPLE = { users: "User", organizations: "Organization", groups: "Group" };

export const restorePreflight: RestorePreflightMessages = {
  weight: { stops: "Cannot be done", asks: "To be decided", told: "Good to know" },
  condition,
  planFile,
  obstacle: {
    NOTHING_TO_DO: () => "Nothing of what was chosen differs. There is nothing to be done.",
    FORM_CHANGED: () => "The form of the app was changed after it was compared. Compare again.",
    NOT_READABLE: (_found, { problem }) =>
      `The app does not answer. ${problem} While an app is in maintenance mode, kintone refuses reading and writing its records: then switch that off.`,
    CONDITION: ({ condition: text }, { problems }) =>
      `The condition ${text} cannot be answered for the archive. ${problems.join(" ")}`,
    RECORDS_UNKNOWN: ({ records: { count: of, ids } }) =>
      of === 1
        ? `Record ${ids[0] ?? ""} is not in the archive.`
        : `Records ${ids.join(", ")}${of > ids.length ? ", …" : ""} are not in the archive (${number(of)}).`,
    ARCHIVE_NOT_TOLD: ({ error }, { problem }) =>
      error
        ? `The history could not be asked whether it knows this archive. ${problem} It may be genuine, but nobody can tell.`
        : "The history knows no such archive. It may be genuine, but nobody can tell.",
    UNTOLD_RESTORES: ({ restores, records: of }) =>
      `The history does not know which records were added by ${restores.map(({ restoreId, operator, startedAt, adds }) => `the restore ${restoreId} (${operator}, ${moment(startedAt) ?? startedAt}, up to ${count(adds, "record")})`).join(", ")}. They would be added a second time. Go on with it or give it up where it was begun: then the history knows them. ${of.count === 0 ? "None was found in the app with the same content." : `In the app already, with the same content: ${records(of)}.`}`,
    NOT_EXACT: ({ why }) => {
      if (why.reason === "condition") {
        return `The archive has only records that met the condition ${why.query}; deleting by it is not allowed.`;
      }
      if (why.reason === "another-app") return "The archive is of another app; deleting by it is not allowed.";
      return `${count(why.missing, "record")} could not be read at backup and ${are(why.missing)} not in the archive; deleting by it is not allowed.`;
    },
    MAY_BE_HIDDEN: ({ why, records: of }) =>
      `${why === "rules" ? "Record permissions may hide records from you" : "Whether record permissions hide records from you is not known"}: ${count(of, "record")} to be added may be there. Each is looked for before; what may be there is not added a second time.`,
    REMOVALS: ({ appName, records: of, newer, confirmed }) =>
      `${confirmed && confirmed.records !== of ? `${count(of, "record")} would be deleted, not ${number(confirmed.records)}` : `${count(of, "record")} of "${appName}" will be deleted`}${newer > 0 ? `; ${number(newer)} of them ${are(newer)} newer than the archive, which says nothing about them` : ""}. kintone cannot bring back deleted records.`,
    LARGE: ({ touched, present }) =>
      `${number(touched)} of the app's ${count(present, "record")} will be changed or deleted: more than half of it.`,
    RIGHT: ({ right, lacking }) =>
      lacking === "certain"
        ? `You may not ${RIGHT[right]} records in this app; ${MODE[right]} needs that.`
        : `Whether you may ${RIGHT[right]} records in this app cannot be told before. kintone refuses it otherwise, and nothing is changed then.`,
    RECORD_RIGHT: ({ right, records: of }) => `Record permissions do not let you ${RIGHT[right]} ${records(of)}.`,
    NOT_MANAGED: ({ records: of }) =>
      `You do not manage the app: who made and changed ${count(of, "added record")}, and when, becomes you and now. An administrator of the app keeps them as they were.`,
    FIELD_HIDDEN: (found) => `You may not see ${field(found)}; it is neither compared nor restored.`,
    FIELD_NOT_EDITABLE: (found) =>
      `You may not change ${field(found)}, which is to be written in ${records(found.records)}.`,
    FIELD_ABSENT: (found) =>
      `Field ${field(found)}, ${type(found.type)}, is not in the form. ${found.values === 0 ? "No record to be restored has a value in it." : `What ${count(found.values, "record")} ${found.values === 1 ? "has" : "have"} in it will not be restored.`} It can also be added to the form.`,
    FIELD_TYPE: (found) =>
      `Field ${field(found)} was ${type(found.archived)} and is ${type(found.present)} now, which cannot take its values (${count(found.values, "record")}).`,
    FIELD_PLACE: (found) =>
      `Field ${field({ field: found.field, label: found.label })} was ${inTable(found.archived)} and is ${inTable(found.present)} now; its values will not be restored (${count(found.values, "record")}).`,
    CHOICE_UNKNOWN: ({ choice, name }) =>
      choice === "renamed"
        ? `"${name}" cannot be given the code that was chosen: one of the two fields is not there, or they are of different types, or another field has that code.`
        : `A choice names the field "${name}", which is not there (${choice}).`,
    REQUIRED_EMPTY: (found) => `${field(found)} is required now, and empty in ${records(found.records)}.`,
    UNIQUE: (found) => {
      const [first] = found.clashes;
      const example = first
        ? `: archived record ${first.id} and ${first.other.of === "app" ? "today's" : "archived"} record ${first.other.id} both have "${first.value}"`
        : "";
      return `${field(found)} may not repeat${example}. It is so with ${records(found.records)}.`;
    },
    LIMIT: (found) =>
      `${field(found)} takes ${LIMIT[found.limit]} ${found.bound}; ${records(found.records)} ${are(found.records.count)} otherwise, such as "${found.value}".`,
    OPTION_GONE: (found) =>
      `${field(found)} has no option "${found.option}" any more, which ${records(found.records)} ${found.records.count === 1 ? "has" : "have"}.`,
    PERSON_GONE: ({ people, state, name, person, fields, records: of }) =>
      `${PEOPLE[people]} "${person}"${person === name ? "" : ` (${name})`} ${state === "gone" ? "does not exist any more" : "cannot log in any more, and kintone may refuse the name"}; it is in ${records(of)}: ${fields.map((one) => `"${one.field}" ${number(one.records)}`).join(", ")}.`,
    PEOPLE_UNKNOWN: ({ people, count: of }, { problem }) =>
      `Whether ${count(of, { users: "user", organizations: "organization", groups: "group" }[people])} still ${of === 1 ? "exists" : "exist"} could not be found out. ${problem} Records with somebody who is gone will be refused, and told.`,
    LOOKUP_KEY: (found) =>
      `${field(found)}: "${found.value}"${found.values > 1 ? ` and ${number(found.values - 1)} more` : ""} ${found.problem === "gone" ? "is not in" : "is more than once in"} app ${found.app}, so that kintone refuses ${records(found.records)}.`,
    LOOKUP_NOT_READABLE: (found, { problem }) =>
      `You may not view app ${found.app}, from which ${field(found)} is filled; ${records(found.records)} cannot be written with it. ${problem}`,
    COPIES: (found) => {
      const examples = found.examples
        .slice(0, 3)
        .map((one) => `record ${one.id}, ${one.field}: "${one.archived}" → "${one.today}"`);
      return `${count(found.records.count, "record")} will take today's values from app ${found.app} by ${field(found)}, as kintone keeps no old ones: ${examples.join("; ")}.`;
    },
    FILES_MISSING: ({ files, examples, records: of }) =>
      `${count(files, "file")} ${are(files)} not in the archive, such as "${examples[0]?.file ?? ""}" of record ${examples[0]?.id ?? ""}; README.txt in it says why. New records are added without them; a field of a record that is there is left as it is. It concerns ${records(of)}.`,
    NO_ATTACHMENTS: ({ fields }) =>
      `The archive has no attachments for this app (left out on purpose). Attachment fields stay as they are, and are empty in new records: ${fields.map(field).join(", ")}.`,
    FILE_TOO_LARGE: ({ id, file, size }) =>
      `Record ${id}: "${file}" has ${bytes(size)}, and kintone takes one gigabyte at most.`,
    REQUESTS: ({ needed, left, perAppAndDay }) =>
      `This needs about ${number(needed)} API requests; of the app's ${number(perAppAndDay)} a day, ${number(left)} ${are(left)} left. Above what kintone allows, Cybozu sends a mail and may interrupt the API.`,
    NOTIFICATIONS: ({ settings, writes }) =>
      settings === "some"
        ? `The app notifies people: up to ${count(writes, "write")} may notify them. To avoid it, take the notifications out of the app's settings for the time being.`
        : `Whom the app notifies cannot be read: ${count(writes, "write")} may notify people.`,
    PROCESS: ({ records: of }) =>
      `Status and assignees are not restored: ${count(of, "added record")} will be in the first status.`,
    CATEGORIES: ({ records: of }) =>
      `Categories are not restored, as kintone has no way to set them: ${count(of, "added record")} will have none.`,
  },
  way: {
    "rename-field": ({ field: code }) => `"${code}" is now:`,
    "leave-out-field": ({ field: code }) => `Leave out "${code}"`,
    "give-value": ({ field: code }) => `Value for "${code}" where it is empty:`,
    "leave-out-records": ({ ids }) =>
      `Leave out ${ids.length === 1 ? `record ${ids[0] ?? ""}` : `these ${number(ids.length)} records`}`,
    "replace-person": ({ name }) => `In the place of "${name}":`,
    "replace-option": ({ option }) => `In the place of "${option}":`,
    "leave-mode": ({ mode }) => `Go without ${MODE[mode]}`,
    confirm: ({ what }) =>
      ({
        archiveNotTold: "Restore from it all the same",
        untold: "Add all of them, even if some are there twice then",
        large: "Change as many all the same",
        overBudget: "Go on all the same",
      })[what],
    "confirm-removals": ({ records: of }) => `Type the app's name and the number of deletions (${number(of)})`,
  },
};
