import { quantitiesIn } from "../../quantities";
import { count } from "../english-count";
import type { TargetsMessages } from "./messages";

const { number } = quantitiesIn("en");

export const targets: TargetsMessages = {
  title: "Targets",
  introduction:
    "Add the apps to back up, and decide for each what goes into the backup. The list shows the targets that are enabled in this app's records.",
  savedApart:
    "These choices are kept in the records of the targets and have a Save button of their own. They hold from the next run on; the app need not be updated.",
  reading: "Reading the targets…",
  none: 'No target is enabled. Under "Add targets" above, add the apps to back up.',
  unreadable:
    "The targets could not be read, so nothing can be decided here now. The other settings on this screen work. If this app was only just created, add its fields and update it first.",
  readAgain: "Read again",
  overview: {
    undecided: (fields, apps) =>
      `${count(fields, "field")} in ${count(apps, "app")} may hold personal identifiers, and nobody has decided. They are not backed up, and the result is "Incomplete" until somebody decides.`,
    noneUndecided: "No field waits for a decision.",
    checked: (checked, all) => `Apps checked for personal identifiers: ${number(checked)} of ${number(all)}.`,
    checkAll: (all) => `Check all ${count(all, "app")}`,
  },
  state: {
    unread: "Not checked yet",
    reading: "Reading…",
    failed: "Could not be read",
    undecided: (fields) => `${count(fields, "field")} to decide on`,
    decided: "Nothing to decide",
    unsaved: "Not saved yet",
  },
  records: (records) => `Records to back up: ${number(records)}`,
  detailsUnreadable: "This app could not be read:",
  fieldsMissing: (codes) =>
    `Choices for this target cannot be kept: this app lacks fields, or you may not view them (${codes.join(", ")}). Add the fields and update the app first.`,
  parts: {
    title: "What to back up",
    part: {
      records: "Records",
      attachments: "Attachments",
      comments: "Comments",
      settings: "App settings",
      administration: "Settings that only administrators of the app may read",
    },
    hint: {
      records: "The values of all fields that are not left out below.",
      attachments: "The files in attachment fields.",
      settings:
        "What everybody who may view the app may read: views, graphs, process management, general settings and so on. The form is always backed up.",
      administration:
        "Permissions, notifications, actions, plug-ins, JavaScript and CSS, notes for administrators. Unless an administrator of the app runs the backup, they cannot be read, and the result is incomplete.",
    },
    pluginConfigurations: "Configurations of plug-ins",
    pluginConfigurationsHint:
      "Backed up where the API under consideration (API Lab) is switched on. Secrets that plug-ins keep in them, such as API keys, are in the zip as they are.",
    withoutRecords: "Attachments and comments belong to records: without records they are not backed up.",
    atLeastOne: "Check at least one.",
    cost: (requests) =>
      `About ${count(requests, "request")} for each run: one for each record, and one more for about every ten comments of a record.`,
    aboveBudget: (budget) =>
      `Warning: that is more than the ${number(budget)} API requests that backups may make of an app in a day, so a day does not suffice to read all. Narrow the records down with the target's query, uncheck comments, or allow more requests in the settings above.`,
    costEach: "About one request for each record of each app, and one more for about every ten comments of a record.",
    commentsOff:
      "Comments are switched off in this app. There is nothing to back up and no request is made, checked or not.",
  },
  identifiers: {
    title: "Fields that look like personal identifiers",
    hint: "Japanese law limits who may copy My Numbers, and for what. Such fields are not backed up unless you say so.",
    none: (records) => `None found in the names of the fields and the newest ${count(records, "record")}.`,
    evidence: {
      name: (kind) => `Its name speaks of: ${kind}`,
      values: (kind) => `Its values look like: ${kind}`,
    },
    kind: {
      "my-number": "My Number (Individual Number)",
      "basic-pension-number": "basic pension number",
      "residence-card-number": "residence card number",
      "passport-number": "passport number",
      "drivers-license-number": "driver's license number",
      "employment-insurance-number": "employment insurance number",
      "health-insurance-number": "health insurance number",
      "resident-record-code": "resident record code",
      "credit-card-number": "credit card number",
      "social-security-number": "social security number",
      "national-id-number": "national ID number",
    },
    decision: {
      "leave-out": "Leave out",
      "back-up": "Back up",
      undecided: 'Not decided (left out, and the result is "Incomplete")',
    },
    withTable: (table) => `Left out with the whole table "${table}".`,
    undecided: "Not decided yet",
  },
  fields: {
    title: (leftOut) => (leftOut === 0 ? "Other fields to leave out: none" : `Other fields to leave out: ${leftOut}`),
    hint: "The values of checked fields are not backed up. Their definitions stay in the form.",
    named: (label, code) => (label === code ? label : `${label} (${code})`),
    inTable: (field, table) => `${field} in table "${table}"`,
    wholeTable: (table) => `${table}: the whole table`,
    withTable: "Left out with its table.",
    derived: "Left out too: it is computed from a field that is left out.",
    unknown: "The app has no field with this code. It was deleted, or its code was changed.",
  },
  rules: {
    title: "Rules",
    state: "Rule",
    hint: "What is chosen here holds for each app of the rule. Fields that look like personal identifiers are left out of every app, and its result is incomplete, until they are named in one of the lists below, or the app is a target of its own.",
    incomplete: "A rule without a space",
    list: {
      exceptions: { label: "Apps to leave out", hint: "App IDs, one per line." },
      excludedFields: {
        label: "Fields to leave out",
        hint: "Field codes, one per line. They are left out of each app that has them.",
      },
      includedIdentifiers: {
        label: "Fields to back up although they look like personal identifiers",
        hint: "Field codes, one per line.",
      },
    },
  },
  save: {
    button: "Save targets",
    saving: "Saving…",
    nothingChanged: "There is nothing to save: no choice was changed.",
    saved: (apps) => `Saved: ${apps.join(", ")}. The choices hold from the next run on.`,
    notSaved: "Not everything was saved.",
    atLeastOne: (app) => `${app}: check at least one thing to back up. To leave the app out, disable its target.`,
    changed: (app) =>
      `${app}: somebody else changed this target meanwhile, so your choices were not saved. What is stored is shown now. Choose again and save.`,
    gone: (app) => `${app}: this target was disabled or deleted meanwhile, so your choices were not saved.`,
    failed: (app, problem) => `${app}: ${problem}`,
  },
  acceptance: {
    title: "Accepted gaps",
    hint: "What is missing every time, because whoever runs the backup may not read it. A run in which nothing else is missing is a success then, and names what was accepted, and why, every time. Other gaps, or more of the same, make it incomplete as before. It is better to let an administrator of the app run the backup.",
    given: ({ reason, by, at }) => `Accepted (${by}, ${at.slice(0, 10)}: ${reason})`,
    takeBack: "Take back",
    takeBackOf: (gap) => `Take back: ${gap}`,
    offered: "Missing in the last run",
  },
};
