import { quantitiesIn } from "../quantities";
import { visible } from "../visible-characters";
import { count } from "./english-count";
import type { SettingsTexts } from "./messages";
import { targets } from "./targets/en";

const { number } = quantitiesIn("en");

export const settingsTexts: SettingsTexts = {
  title: "Backup settings",
  introduction:
    "This plug-in puts the records and attachments of apps into zip files, reads them back to verify them, and keeps the history of every run in this app.",
  stepsTitle: "Three steps to your first backup",
  steps: [
    'Click "Prepare this app" above. It adds the fields and views that are needed and updates the app.',
    'Under "Add targets" below, pick the apps to back up from the list and add them.',
    'Click "Run backup now" on the record list. The zip files are downloaded and the run is written to the history.',
  ],
  form: "Settings",
  label: {
    filePrefix: "Beginning of zip file names",
    timeZone: "Time zone",
    volumeLimitMiB: "Largest size of one zip file (MB)",
    requestsAtOnce: "Requests at the same time",
    requestsPerAppAndDay: "Requests per app and day",
    drillDays: "Days between drills",
    spacesLeftOut: "IDs of spaces to leave out",
  },
  hint: {
    filePrefix: ({ max }) => `Date, time and a mark of the run are added to it. Up to ${count(max ?? 0, "character")}.`,
    timeZone: () => "For the date and time in file names. Type to narrow the list down.",
    volumeLimitMiB: ({ min, max }) =>
      `What exceeds this goes into a further zip file. ${number(min ?? 0)} to ${number(max ?? 0)}.`,
    requestsAtOnce: ({ min, max }) =>
      `More is faster, but may slow kintone down for others. ${number(min ?? 0)} to ${number(max ?? 0)}.`,
    requestsPerAppAndDay: ({ max }) =>
      `As many API requests as backups may make of an app between 9:00 and 9:00 (Japan time), up to ${number(max ?? 0)}. Comments are read as far as these go; other data beyond them waits for the next day. 0: half of what the course allows (standard 10,000, wide 100,000; where it is not known, standard).`,
    drillDays: ({ max }) =>
      `A target that passed no drill for so many days (up to ${number(max ?? 0)}) stands out in the overview of the history. 0: it never does.`,
    spacesLeftOut: () =>
      'Used with "Back up the plug-ins and spaces of the domain, too". Enter the IDs of spaces that nobody is to back up, for example because the user who runs the backup cannot join them, separated by commas (3, 77). README.txt in the zip names them as left out every time, and they do not make the backup incomplete.',
  },
  switch: {
    incremental: {
      label:
        "Take records and attachments that have not changed from the previous backup instead of reading them from kintone",
      hint: 'From the second time on, backups are faster and take fewer API requests. What is in the zip files stays the same. Comments are read each time, as far as the API requests of the day suffice; beyond that they are taken over, too. For "Run backup now", the last zip files are also kept inside this browser: not advised on a shared computer.',
    },
    pluginsAndSpaces: {
      label: "Back up the plug-ins and spaces of the domain, too",
      hint: "Installed plug-ins (names, versions); of each space its name, body and members, also of spaces in which no app is backed up. Login names of members are personal data. Spaces that the user who runs the backup may not see are named as missing; then the backup is not complete.",
    },
    people: {
      label: "Back up users, departments and groups, too (personal data)",
      hint: "Names, login names and employee numbers of all users, and who belongs to which department and group; no addresses, telephone numbers or dates of birth. With it, a later restore can tell who a deleted user was. Handle the zip files by the rules of your company for personal data, and switch this on only if you need it.",
    },
  },
  reason: {
    required: () => "Enter a value.",
    "too-long": ({ max }) => (max === undefined ? "This is too long." : `Enter at most ${count(max, "character")}.`),
    "not-a-number": () => "Enter a whole number.",
    "out-of-range": ({ min, max }) =>
      min === undefined || max === undefined
        ? "Enter a number within the range."
        : `Enter a number from ${number(min)} to ${number(max)}.`,
    "unknown-time-zone": () => "Choose a time zone from the list.",
    "forbidden-character": ({ characters }) =>
      visible(characters)
        ? `These characters cannot be used: ${visible(characters)}`
        : "There are characters that cannot be used.",
    "not-an-address": () =>
      "Enter the URL of kintone, without a path: https://example.cybozu.com. It begins with https://.",
    "not-an-id": () => "Enter an ID in digits.",
    "unknown-name": () => "There is no setting of this name.",
    secret: () => "Passwords and API tokens cannot be stored here.",
    "not-one-of": ({ choices = "" }) => `Write one of these: ${choices}.`,
    "name-taken": () => "Another place has this name.",
    "not-an-endpoint": () =>
      "Enter the URL of the storage, without a path: https://s3.example.com. It begins with https://.",
    "not-a-remote": () => "Enter the name of a remote of rclone, a colon, and a folder in it: box:kintone.",
    "not-a-span": () => "Enter how long, as years, months, days and hours: 1y6m, 30d.",
    "no-file": () =>
      "There is no settings file here. Check the path; a relative one starts at the folder that the command is run in.",
    "unreadable-file": ({ found = "" }) =>
      `The settings file cannot be read (reason: ${found}). Check that this is a file and no folder, and that the user who runs the command may read it.`,
    unreadable: () => "The settings cannot be read.",
    "not-json": ({ line = 0, column = 0 }) =>
      `This is not valid JSON from line ${line}, column ${column} on. Check the commas, quotation marks and brackets there. A backslash is written twice (C:\\\\backups).`,
    "not-utf-8": ({ encoding }) =>
      `The file is saved in ${encoding ?? "an encoding other than UTF-8, perhaps Shift_JIS"}. Save it as UTF-8.`,
    "control-characters": () =>
      "There are control characters in it, as a single backslash and the letter behind it mean one in JSON. Write each backslash twice (C:\\\\backups\\\\new), or use slashes (C:/backups/new).",
    "shell-notation": ({ found = "" }) => `"${found}" would not be replaced here. Write the whole path.`,
    "no-current-folder": () =>
      "The folder that the command was run in is not there any more. Run it in another one, or write the whole path.",
    "secret-key": () =>
      "This is a secret key, which opens every archive. It must not be here: take it out of the file, and enter the public key, which begins with age1. If others could read the file, make a new key.",
    "not-a-public-key": () => "Enter a public key of age: it begins with age1, or age1pq1.",
    "same-key-twice": () => "The same public key is there twice.",
    "mixed-keys": () =>
      "Keys that begin with age1pq1 and other keys cannot be used together: the archive would only be as strong as the others. Use keys of one kind.",
    "not-proven": ({ name = "" }) =>
      `Nobody has shown yet that ${name} can open an archive. Make a test file with "kintone-backup prove-key", decrypt it with the secret key, and enter the word that is in it as "proven".`,
    "newer-version": () => "The settings were saved by a newer version of the plug-in.",
  },
  unreadable: "The stored settings could not be read, so the defaults are shown. Saving replaces the stored settings.",
  unreadableField: (field, reason) => `${field}: ${reason}`,
  correct: (errors) => `${count(errors, "entry", "entries")} must be corrected.`,
  save: "Save",
  cancel: "Cancel",
  targets,
};
