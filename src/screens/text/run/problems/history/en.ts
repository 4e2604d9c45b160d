import { moment, what, within } from "../../names/en";
import type { Sentences } from "../messages";

/** Of the history, and of the end of a run. */
export const ofHistory = {
  HISTORY_UNWRITABLE: () =>
    "The run history could not be written. Check the permissions and the fields of the backup-management app.",
  HISTORY_REFUSED: ({ app, lacking, operator, restores }) => {
    const place = `the backup-management app${app ? ` (app ${app})` : ""}`;
    const [work, run] = restores ? ["restore", "restore"] : ["backup", "run"];
    switch (lacking) {
      case undefined:
        return `The ${work} was not started, as kintone did not take a record of the ${run} in ${place}. If required fields or fields without duplicates were added to that app, remove these settings.`;
      case "app":
        return `The ${work} was not started, as ${place} was not found. It may have been deleted, or the app ID or the guest space ID may be wrong.`;
      case "fields":
        return `The ${work} was not started, as ${place} does not have all fields of the history. Check the app ID. If it is correct, ask an administrator to press "Prepare this app" in the plug-in's settings.`;
      default:
        return `The ${work} was not started, as ${operator || "the API token"} has no permission to ${lacking} records in ${place}, so that the ${run} could not be recorded. Ask an administrator for permission to view, add and edit records there, or ${restores ? "restore" : "run the backup"} as a user who has it.`;
    }
  },
  HISTORY_FILE_CHANGED: ({ file, record }) =>
    `The file${file ? ` "${file}"` : ""} in ${record ? `record ${record}` : "a record"} of the history was changed after it was written. Which records were restored before is not known, so going on might add the same records twice. Nothing was changed. Ask an administrator of the app to look at the change history of that record.`,
  ADDED_TWICE: ({ app, again = [] }) =>
    `The connection ended before kintone's answer, the browser sent the request again by itself, and kintone added the records a second time${app ? ` in app ${app}` : ""}. They could not be deleted. Delete the records ${again.join(", ")}.`,
  ANOTHER_RUN: ({ operator, since, restores }) => {
    const started = since && moment(since);
    const whose = `${operator ? ` by ${operator}` : ""}${started ? ` at ${started}` : ""}`;
    return `${restores ? "A restore" : "Another backup"}${whose && `, started${whose},`} is running. Wait until it has finished and run yours again.`;
  },
  CANCELLED: ({ restores }) => `The ${restores ? "restore" : "backup"} was cancelled and is not complete.`,
  UNEXPECTED: (facts) =>
    `An unexpected error occurred${within(what(facts, ""))}. If it happens again, show this to your administrator.`,
} satisfies Partial<Sentences>;
