import { count } from "../english-count";
import type { PreparationMessages } from "./messages";

export const preparation: PreparationMessages = {
  locale: "en",
  title: "Prepare this app",
  introduction:
    "Adds the fields, views, notifications, and permissions for records and fields that backups need to this app.",
  looking: "Looking at this app…",
  ready: "This app is ready. Nothing is missing.",
  waits: "Everything is there, but not live yet. Update the app.",
  missing: "The following is missing. The button adds or repairs it and updates the app.",
  promise: "No other field, view, notification or permission is changed.",
  button: "Prepare this app",
  updateButton: "Update the app",
  lookAgain: "Look again",
  group: {
    fields: (fields) => `Adds ${count(fields, "field")}`,
    options: (fields) => `Adds lost options to ${count(fields, "field")}`,
    unique: (fields) => `Prohibits duplicate values again in ${count(fields, "field")}`,
    views: (views) => `Adds ${count(views, "view")}`,
    notifications: (notifications) => `Adds ${count(notifications, "notification")}`,
    recordRules: (rules) => `Adds ${count(rules, "record permission")}`,
    fieldRights: (fields) =>
      `Lets only those who manage the app change ${count(fields, "field")} that ${fields === 1 ? "says" : "say"} what is backed up (permissions for fields)`,
  },
  names: (names) => `Show ${names === 1 ? "it" : `all ${count(names, "of them", "of them")}`}`,
  field: (label, code) => `${label} (${code})`,
  column: (label, code, table) => `${label} (${code}) in the table "${table}"`,
  options: (label, options) => `${label}: ${options.join(", ")}`,
  notification: {
    attention: "When a run ends failed, incomplete or interrupted: to who ran it and to you",
    restore: "When a restore does not end as planned: to who restored and to you",
    drill: "Tells who drilled and who prepared the app when a drill did not pass",
    disposal: "Tells who began a disposal and who prepared the app when a generation could not be removed",
    unsaved:
      "When no backup of a target has been known to be saved for a week, and again after two, four and thirteen: a reminder to you",
    overdue: "As long as no run has counted that, a week after the last backup known to be saved: a reminder to you",
    noSuccess: "The same for a target of which no backup is known to be saved, a week after its last success",
    neverSaved: "The same for such a target, a week after it was registered",
  },
  recordRule: {
    unconfirmedRuns:
      "Finished runs whose zip files are not known to be saved: may be changed until that is written down",
    chainedRuns: "Finished runs: everybody may view them, only those who manage the app may change or delete them",
    runs: "Runs under way: only those who manage the app may delete them",
    chainedRestores:
      "Finished restores: everybody may view them, only those who manage the app may change or delete them",
    restores: "Restores under way: only those who manage the app may delete them",
    changes:
      "Recorded changes of settings: everybody may view them, only those who manage the app may change or delete them",
    targets: "Targets: only those who manage the app may delete them",
    chainedDrills: "Finished drills: everybody may view them, only those who manage the app may change or delete them",
    drills: "Drills under way: only those who manage the app may delete them",
    chainedDisposals:
      "Records of generations: everybody may view them, only those who manage the app may change or delete them",
    disposals: "Disposals under way: only those who manage the app may delete them",
  },
  note: {
    "rules-before-ours":
      "This app has record permissions already. They keep their priority, and these are added after them: records that fit a condition of yours are not protected by these.",
    "custom-views": "This app has a custom view. Adding views needs a kintone system administrator.",
    "waiting-changes":
      "There seem to be changes of this app's settings that are not live yet. They go live, too, when the app is updated.",
  },
  conflicts:
    "Other fields use field codes that this plug-in needs. Change the codes of these fields or delete them, and look again. Until then nothing in this app is changed.",
  conflict: ({ code, label, present, wanted }) => `${label} (${code}): is of type ${present}, must be ${wanted}`,
  changing: (done, of) => `Changing the settings (${done + 1} of ${of})…`,
  updating: "Updating the app…",
  keepOpen: "Keep this screen open until it is done.",
  prepared: "Done: the app is prepared and updated.",
  stillMissing:
    "The app was updated, but something is still missing. Click the button again. If this keeps happening, check at the app's settings.",
  notUpdated: (status) =>
    `The settings were added, but kintone could not update the app (${status}). Press "Update App" in the app's settings, or look again in a while.`,
  unreadable: "This app's settings could not be read.",
  notPrepared: "The preparation was not finished. What was added stays and is not live yet. Look again to continue.",
  noRight:
    "You have no right to manage this app (adding views may also need a kintone system administrator). Let somebody do it who has.",
  changedMeanwhile: "Somebody else changed this app's settings meanwhile. Look again.",
  beingUpdated: "This app is being updated. Look again in a while.",
  targetsLater: "You can choose the targets here as soon as this app is prepared.",
};
