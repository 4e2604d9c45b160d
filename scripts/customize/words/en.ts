import type { CustomizeWords } from "./words";

export const en: CustomizeWords = {
  usage: `Shows in the lists of target apps when they were last backed up, with a warning when that is overdue. Every other customization of an app stays as it is.

  npm run customize -- --base-url https://example.cybozu.com --backup-app <id> [options]

  --backup-app <id>     the backup-management app
  --guest-space <id>    the guest space where the backup-management app lives
  --apps <id>,<id>,…    the apps (default: all enabled targets; for an app in a guest space also guest-<space id>-<app id>)
  --overdue-days <n>    after how many days without a success to warn (default: 7)
  --remove              takes it out again

Signs in with KINTONE_USERNAME and KINTONE_PASSWORD from the environment. Needs a kintone system administrator who may manage each app.`,
  noLogIn: "Set KINTONE_USERNAME and KINTONE_PASSWORD in the environment.",
  noAddress:
    "Give --base-url with the URL of your kintone, beginning with https:// (http:// only for this machine itself).",
  noBackupApp: "Give --backup-app (and --guest-space, if it lives in one) with the ID of the backup-management app.",
  noDays: "Give --overdue-days with a whole number from 1.",
  noApp: (given) => `"${given}" in --apps is no app ID.`,
  notBuilt: (reason) => `The file to upload could not be read. Run "npm run build" first. (${reason})`,
  noTargets: "No target is enabled.",
  app: (name, sentence) => `App ${name}: ${sentence}`,
  put: "shows it now. The app is updated.",
  removed: "shows it no longer. The app is updated.",
  unchanged: "nothing to change.",
  scope: {
    ADMIN: "But the app's customization is for app administrators only: nobody else will see it.",
    NONE: "But the app's customization is switched off: nobody will see it.",
  },
  full: (most) => `its customization has ${most} files already, which is the most. Nothing was changed.`,
  waiting: (settings) =>
    `there are changes of settings that are not live yet: ${settings.join(", ")}. Update the app or discard them, and run this again. Nothing was changed.`,
  notATarget: "is no target. Nothing was changed.",
  noAdministration: (user) =>
    `${user} is no kintone system administrator. Only those may change how an app is customized.`,
  notDeployed: (status) =>
    `the settings were changed, but kintone could not update the app (${status}). Click "Update App" in the app's settings.`,
  failed: "It could not be finished.",
};
