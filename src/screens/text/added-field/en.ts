import { fieldTypeIn } from "../field-type-names";
import { settingNameIn } from "../setting-names";
import type { AddedFieldTexts } from "./messages";

const listed = (codes: readonly string[]) => codes.map((code) => `"${code}"`).join(", ");
const field = (code: string, label: string) => (code === label ? `"${code}"` : `"${code}" (${label})`);

export const addedFieldTexts: AddedFieldTexts = {
  would: ({ app, code, label }, type) =>
    `This adds the field ${field(code, label)}, ${fieldTypeIn("en", type)}, at the end of the form of app "${app.name}" (ID ${app.appId}), and updates the app. It adds the field alone: a restore puts the values of records back.`,
  required:
    "The field is required: it will be empty in the records that are there, and has to be filled in when they are edited next.",
  adding: "Adding the field …",
  added: ({ app, code, label }) =>
    `The field ${field(code, label)} was added at the end of the form of app "${app.name}". A restore can put the values of records back.`,
  refused: "kintone did not take the field. The settings of the app are as they were.",
  undecided:
    'It is not known whether the field was added. Open the settings of the app; if the form has the field there, choose "Update App" or "Discard Changes".',
  unrecorded: "The field was added, but could not be recorded among the changes in the history.",
  whyNot: {
    "another-app": (why) => `App "${why.app}", which has the ID now, is not the app of the archive. Nothing was added.`,
    "not-archived": (why) => `The form in the archive has no field "${why.field}".`,
    present: (why) =>
      `The form has a field with the code "${why.field}" already, perhaps among changes that are not live yet.`,
    "in-table": (why) =>
      `Field "${why.field}" is in the table "${why.table}", and cannot be added into one. If the whole table is gone, name "${why.table}".`,
    "not-addable": (why) =>
      `"${why.field}" (${fieldTypeIn("en", why.type)}) is of a type that cannot be added this way. Set it up on kintone's screens.`,
    "waiting-changes": (why) =>
      `The app has changes of settings that are not live yet, or that could not be looked at (${why.settings.map((name) => settingNameIn("en", name)).join(", ")}). They would be made live with the field, so nothing was added. Update the app in its settings, or discard the changes, and try again.`,
    "related-app": (why) => `App ${why.app}, which the field points at, could not be read. Nothing was added.`,
    "related-fields": (why) =>
      `App ${why.app}, which the field points at, lacks the fields ${listed(why.fields)}. Nothing was added.`,
    "own-fields": (why) =>
      `This app lacks the fields ${listed(why.fields)}, which the field fills or goes by. Add them first.`,
  },
  screen: {
    offer: (code) => `Put field "${code}" back`,
    looking: "Looking whether it can be added …",
    doIt: (app, code) => `Add field "${code}" to app "${app}" and update it`,
    cancel: "Cancel",
  },
  change: ({ app, code, label }, runId) => [
    `App "${app.name}" (ID ${app.appId}): field ${field(code, label)} added from the archive of run ${runId}`,
  ],
};
