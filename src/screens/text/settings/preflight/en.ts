import type { AgedRun } from "../../../../history/security/item";
import { quantitiesIn } from "../../quantities";
import { count } from "../english-count";
import type { PreflightMessages, SecurityWords } from "./messages";

const { number } = quantitiesIn("en");
const list = (names: readonly string[]) => names.join(", ");
const part = {
  records: "records",
  attachments: "attachments",
  comments: "comments",
  settings: "settings",
  administration: "settings for administrators only",
};
const rule = {
  unconfirmedRuns: "records of runs that are not known to be saved",
  chainedRuns: "records of finished runs",
  runs: "deletion of runs",
  chainedRestores: "records of finished restores",
  restores: "deletion of restores",
  changes: "records of changed settings",
  targets: "deletion of targets",
  chainedDrills: "records of finished drills",
  drills: "deletion of drills",
  chainedDisposals: "records of generations",
  disposals: "deletion of disposals",
};

const aged = ({ finishedAt, days }: AgedRun, { moment }: SecurityWords) =>
  `${moment(finishedAt)}${days > 0 ? ` (${count(days, "day")} ago)` : ""}`;

export const preflight: PreflightMessages = {
  locale: "en",
  title: "Before the first run",
  introduction:
    "Checks whether a backup would lack something, whether there is room enough, and whether the permissions of this app are in order. It only looks and changes nothing.",
  asYou:
    "It is checked with your permissions. For somebody with other permissions the result differs; if they may manage this app, they can check here.",
  button: "Check now",
  again: "Check again",
  checking: (done, of) => `Checking… (${number(done)} of ${count(of, "target")})`,
  unreadable: "The targets could not be read, so nothing was checked.",
  noTargets: "No target is enabled. Add targets first, then check.",
  targets: "Targets",
  summary: (targets, incomplete) =>
    incomplete === 0
      ? `As far as can be told, nothing would be missing from ${count(targets, "target")}.`
      : `Something would be missing from ${number(incomplete)} of ${count(targets, "target")}.`,
  weight: {
    blocked: "Cannot be backed up",
    missing: "Something would be missing",
    note: "In order, with notes",
    fine: "In order",
  },
  finding: {
    blocked: (_names, problem) => problem,
    "records-refused": (_names, problem) => `Records would be missing. ${problem}`,
    "comments-refused": (_names, problem) => `Comments would be missing. ${problem}`,
    "file-refused": (_names, problem) => `Attachments would be missing. ${problem}`,
    "fields-hidden": (names) =>
      `You may not view these fields, so they would be missing: ${names}. Check the permissions for fields, or have a user run the backup who may.`,
    "fields-unknown": () => "There is no record to read, so it cannot be told whether fields are hidden from you.",
    "settings-refused": (names) =>
      `You may not view these settings, so they would be missing: ${names}. Have an administrator of the app run the backup, or leave settings out of the target.`,
    "settings-failed": (names, problem) => `These settings cannot be read: ${names}. ${problem}`,
    "excluded-unknown": (names) =>
      `Fields to leave out do not exist: ${names}. If their field codes were changed, their values may get into the backup. Check the fields to leave out of the target.`,
    "identifiers-undecided": (names) =>
      `These look like personal identifiers and are not backed up until somebody decides: ${names}. Choose under "Targets" whether to back them up or to leave them out.`,
    "identifiers-included": (names) =>
      `These look like personal identifiers and are backed up, as was decided: ${names}`,
    "fields-left-out": (names) => `Fields that are left out: ${names}`,
    "parts-left-out": (names) => `Not backed up: ${names}`,
    "plugin-configurations": (names) =>
      `The configurations of plug-ins are backed up too: ${names}. Secrets that are kept in them, such as API keys, are in the zip as they are. To leave them out, clear them in "What to back up" of the target.`,
    "comments-off": () => "Comments are switched off in this app, so none are read.",
    "record-permissions": () =>
      "The permissions for records may hide records from you. Hidden records are not in the backup, and kintone does not tell how many there are. Let a user run the backup who may view all records.",
    "record-permissions-unknown": () =>
      "You may not see the permissions for records. If they hide records from you, those are not in the backup. Let an administrator of the app run the backup.",
  },
  part,
  field: (label, code) => (label === code ? code : `${label} (${code})`),
  list,
  lastRun: {
    never: "It was in no run yet.",
    ended: (moment, status, message) =>
      message === "" ? `Last run (${moment}): ${status}` : `Last run (${moment}): ${status}. ${message}`,
    unknown: "You may not view how the last run ended.",
  },
  domain: {
    title: "Beside the apps",
    whole: "As far as can be told, nothing of what the settings ask for would be missing.",
  },
  room: {
    title: "Free space",
    enough: (needed) => `Judging by earlier runs, about ${needed} are needed. This browser has room for that.`,
    noRun: "No run has told yet how much these targets take, so the space that is needed is not known.",
    unknown: "It could not be found out how much space this browser gives.",
    more: (targets) => `${count(targets, "app")} that ${targets === 1 ? "was" : "were"} never backed up come on top.`,
  },
  security: {
    title: "Security check list",
    introduction: "What a program can check has been checked. Look at the rest yourself.",
    verdict: {
      fine: "In order",
      attention: "Look at this",
      unknown: "Cannot be checked",
      "by-hand": "Look yourself",
    },
    point: {
      readers: "Who can view this app",
      "history-writers": "Who can change or delete the history",
      "target-writers": "Who can change the targets",
      guests: "Access by guests",
      secrets: "Passwords and tokens in the wrong place",
      "verified-run": "Latest backup verified, and known to be saved",
      owners: "Who manages the target apps",
      "left-out": "What is not backed up",
      "settings-recorded": "Record of changed settings",
      "kept-in-browser": "Zip files inside the browser",
      "people-in-zips": "Personal data of all users in the zip files",
      tokens: "API tokens and webhooks",
      people: "Whether managers and receivers are still there",
      zips: "Where the zip files are kept",
      "last-digest": "A note of the last digest",
    },
    todo: {
      readers: "In the permissions for this app, let only those view it who run backups or audit them.",
      "history-writers":
        'Press "Prepare this app" above to add what is missing from the permissions for records. Review the rest in the permissions for the app and for records.',
      "target-writers":
        'Press "Prepare this app" above: it makes the permissions for targets fit those who manage the app.',
      guests: "If outsiders are not to see the history, use an app that is not in a guest space.",
      secrets: "If it is a real password or token, remove it and make it invalid. This plugin needs none anywhere.",
      "verified-run":
        "Run a backup, see to it that it ends with success, and show the saved zip files to the plug-in: in the dialog of the run, or on its record.",
      owners:
        "Name somebody in the permissions for the app. kintone knows no owner of an app, so this goes by who may manage it.",
      "left-out":
        'Make sure that this is intended. Otherwise choose again under "Targets", or in the settings of spaces.',
      "settings-recorded":
        "They may have been saved without a record, or the record was changed or deleted. Check the settings. The next change that is saved records all of them.",
      "kept-in-browser": "On a shared computer, switch off that unchanged data is taken from the previous backup.",
      "people-in-zips":
        'Switch "Back up users, departments and groups" off if nobody needs it; otherwise keep the zip files where only those can read them who may see this data, and ask whoever is responsible for personal data in your company.',
      tokens:
        "No API tells them. In the app's settings, look under API tokens and webhooks for what is not used and for what may edit or delete. Services such as public forms use API tokens, too.",
      people:
        "No API tells whether a user is disabled. See whether those who manage this app and the targets, and those who get its notifications, are still there.",
      zips: "Zip files are not encrypted. See where they lie, who can read them, and whether there is another copy elsewhere.",
      "last-digest":
        'Now and then, note the last digest outside kintone; "Check history" on the record list shows it. With it, even a history that was rewritten as a whole is found out.',
    },
    found: {
      readers: ({ everyone, entities }, words) => [
        ...(everyone ? ["Every user can view it. The history names apps and files and says what went wrong."] : []),
        entities.length > 0 ? `Who can view it: ${words.entities(entities)}` : "Nobody can view it.",
      ],
      "history-writers": ({ missing, loosened, othersFirst, everyoneManages, managers }, words) => [
        ...(missing.length > 0
          ? [`Not protected by permissions for records: ${list(missing.map((key) => rule[key]))}`]
          : []),
        ...(loosened.length > 0
          ? [`Open to others than those who manage the app: ${list(loosened.map((key) => rule[key]))}`]
          : []),
        ...(othersFirst ? ["Other permissions for records come first. Records that fit them are not protected."] : []),
        ...(everyoneManages ? ["Every user can manage the app, so everybody can change or delete the history."] : []),
        `Who can manage the app, and so can change or delete the history: ${words.entities(managers)}`,
      ],
      "target-writers": ({ fields, others, lacking, deletable }, words) => [
        ...(fields.length === 0
          ? ["Only those who manage the app can change what is backed up."]
          : [`Fields whose permissions do not fit those who manage the app: ${words.fields(fields)}`]),
        ...(others.length > 0
          ? [`Can change them without managing the app, and so can narrow what is backed up: ${words.entities(others)}`]
          : []),
        ...(lacking.length > 0 ? [`Manage the app and cannot change them: ${words.entities(lacking)}`] : []),
        ...(deletable ? ["Others than those who manage the app may delete targets."] : []),
      ],
      guests: ({ guestSpaceId }) => [
        guestSpaceId === undefined
          ? "The app is not in a guest space."
          : `The app is in a guest space (ID ${guestSpaceId}). Depending on its permissions, invited outsiders can view the history.`,
      ],
      secrets: ({ places }) =>
        places.length === 0
          ? ["Nothing of the kind was found in the plugin's settings, the fields of this app and the targets' records."]
          : ["Something looks like a password or a token."],
      "verified-run": ({ verified, saved }, words) => [
        verified ? `Made and verified: ${aged(verified, words)}` : "No run was found that ended with success.",
        saved ? `Known to be saved: ${aged(saved, words)}` : "Of no such run the zip files are known to be saved.",
      ],
      owners: ({ nobody, everybody, unknown }) => [
        ...(nobody.length > 0 ? [`Nobody manages: ${list(nobody)}`] : []),
        ...(everybody.length > 0 ? [`Every user manages, so nobody in particular does: ${list(everybody)}`] : []),
        ...(unknown.length > 0
          ? [
              `You may not see who manages: ${list(unknown.map(({ name, creator }) => (creator ? `${name} (made by ${creator})` : name)))}`,
            ]
          : []),
        ...(nobody.length + everybody.length + unknown.length === 0
          ? ["Each target app has somebody who manages it."]
          : []),
      ],
      "left-out": ({ targets, spaces }) => [
        ...(targets.length === 0
          ? ["Records, attachments, comments and settings of every target are backed up."]
          : targets.map(({ name, parts }) => `${name}: ${list(parts.map((key) => part[key]))}`)),
        ...(spaces.length === 0 ? [] : [`Spaces (IDs): ${list(spaces)}`]),
      ],
      "settings-recorded": ({ recorded }) => [
        recorded
          ? "The stored settings are those of the last recorded change."
          : "The stored settings are not those of the last recorded change.",
      ],
      "kept-in-browser": ({ kept }) => [
        kept
          ? "The last zip files stay inside the browser that ran the backup, for the next one to take from."
          : "Zip files are removed from the browser when the record list is opened ten minutes or more after the run.",
      ],
      "people-in-zips": ({ held }) => [
        held
          ? "Zip files hold the names, login names and employee numbers of all users, and where they belong."
          : "Users, departments and groups are not backed up. Records, comments and settings name people all the same.",
      ],
    },
    entity: {
      everyone: "every user",
      creator: "who made the app",
      named: (kind, code) => `${kind} "${code}"`,
    },
    kind: { USER: "user", GROUP: "group", ORGANIZATION: "department" },
    rule,
    secret: {
      config: ({ name }) => `Settings of the plugin (${name})`,
      field: ({ label, code }) => `Field of this app: ${label} (${code})`,
      target: ({ appName, field }) => `Record of the target "${appName}", field: ${field}`,
    },
  },
};
