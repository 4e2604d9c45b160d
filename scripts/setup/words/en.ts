import type { SetUpWords } from "./words";

export const en: SetUpWords = {
  usage: `Installs the plug-in, and creates and prepares the backup-management app. Run again, it adds what is missing and nothing else.

  npm run setup -- --base-url https://example.cybozu.com [options]

  --app <id>           the app to prepare (default: the app that has the plug-in, or the app of that name, or a new one)
  --name <name>        the app's name (default: Backup management)
  --guest-space <id>   the guest space where the app lives
  --plugin <file>      the packed plug-in (default: dist/plugin.zip)
  --reinstall          installs the plug-in again even in the same version

Signs in with KINTONE_USERNAME and KINTONE_PASSWORD from the environment. Installing needs a kintone system administrator.`,
  noLogIn: "Set KINTONE_USERNAME and KINTONE_PASSWORD in the environment.",
  noAddress:
    "Give --base-url with the URL of your kintone, beginning with https:// (http:// only for this machine itself).",
  noPluginFile: (file, reason) => `${file} could not be read as a plug-in. Run "npm run build" first. (${reason})`,
  plugin: {
    installed: (version) => `Plug-in: installed version ${version}.`,
    updated: (version, from) => `Plug-in: updated version ${from} to ${version}.`,
    present: (version) => `Plug-in: version ${version} is installed already.`,
  },
  appFound: (app) => `App: using ${app}.`,
  appCreated: (app) => `App: created ${app}.`,
  pluginAdded: "Added the plug-in to the app.",
  planned: "The following is added or repaired:",
  unchanged: (app) => `App ${app} lacks nothing. Nothing was changed.`,
  done: (app) => `App ${app} is prepared and updated.`,
  open: (address) => `The app: ${address}`,
  several: (apps) => `There are several backup-management apps. Choose one with --app:\n${apps.join("\n")}`,
  foreign: (app) =>
    `There is an app ${app} of that name, which is no backup-management app. Give its id with --app to prepare it, or another --name to create a new one.`,
  named: (id, name) => `${id} "${name}"`,
  failed: "It could not be finished.",
  right: {
    "system-administration": "kintone system administration (to install the plug-in)",
    "app-management": "management of the app (to prepare it)",
    "app-creation": "creation of apps (to create a new one)",
  },
  rightsHeading: (user) => `${user} lacks these rights. Run it as somebody who has them:`,
};
