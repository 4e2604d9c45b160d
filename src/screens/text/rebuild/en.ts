import { count } from "../settings/english-count";
import { settingNameIn } from "../setting-names";
import type { RebuildTexts } from "./messages";

const list = (items: readonly string[]) => items.join(", ");

const person = {
  users: (code: string) => `user "${code}"`,
  organizations: (code: string) => `organization "${code}"`,
  groups: (code: string) => `group "${code}"`,
};

export const rebuildTexts: RebuildTexts = {
  step: {
    making: "Making the apps",
    fields: "Adding fields",
    lookups: "Adding lookups",
    process: "Setting process management",
    "related-records": "Adding related records",
    layout: "Arranging the forms",
    views: "Adding views",
    graphs: "Adding graphs",
    general: "Setting names, icons and general settings",
    actions: "Adding app actions",
    notes: "Writing the notes for app administrators",
    plugins: "Adding plug-ins",
    customization: "Uploading JavaScript and CSS files",
    records: "Putting the records in",
    notifications: "Setting notifications",
    permissions: "Setting permissions for records and fields",
    "app-permissions": "Setting permissions for the apps",
    checking: "Looking for what is to be done",
  },
  verdict: {
    whole: "The apps were made, with everything that the archive has of their settings.",
    "left-out": "The apps were made, but not everything is as it was.",
    stopped: "Making the apps ended before its end.",
  },
  app: (before, now) => `${before} is now ${now}`,
  would: {
    make: "These apps would be made:",
    app: (before, name, place) => `${before} as "${name}", ${place}`,
    outside: "outside of spaces",
    space: (id) => `in space ${id}`,
    guestSpace: (id) => `in guest space ${id}`,
    others: (ids) =>
      `Lookups, related records and actions go on to use these apps, which are not made anew: ${list(ids)}`,
    without: (names) => `The archive does not have the form of these apps, so they cannot be made: ${list(names)}`,
  },
  noForm: "The archive does not have the form of any of these apps. Nothing was made. Back up their settings, too.",
  person,
  heading: {
    told: "What is not as in the archive:",
    toDo: "What is left to do by hand:",
    oldIds: "Where old ids of apps are still named (nothing of it was changed):",
  },
  setting: (name) => settingNameIn("en", name),
  piece: (setting, name) => (name === undefined ? setting : `${setting}, "${name}"`),
  told: {
    refused: (piece, _told, problem) => `${piece}: kintone refused it. ${problem}`,
    "not-deployed": (piece) => `${piece}: kintone took it, but could not update the app with it, and gives no reason.`,
    "other-app": (piece, { appId }) => `${piece}: it names app ${appId}, and nothing stands for that.`,
    "no-lookup": (piece) => `${piece}: it is an ordinary field now. It keeps its values, but looks nothing up.`,
    person: (piece, { people, code, instead }) =>
      instead === null
        ? `${piece}: ${person[people](code)} is gone and was left out.`
        : `${piece}: ${person[people](code)} is gone; "${instead}" is in their place.`,
    "not-set": (piece, { people, code }) =>
      `${piece}: not set, as ${person[people](code)} is gone. Without them, others could be allowed more than before.`,
    "not-archived": (piece) => `${piece}: the archive does not have the file.`,
  },
  toDo: {
    "app-code": ({ code }) => `Give the app its code "${code}": App Settings > Advanced Settings.`,
    "tokens-and-webhooks": () =>
      "Make API tokens, webhooks and integrations anew, if there were any: App Settings > API Token, Webhooks.",
    "names-in-languages": ({ languages }) =>
      `Enter the names in other languages (${list(languages)}): App Settings, at each name. They are in the archive, in files such as views.en.json.`,
    "lookup-search": ({ fields }) =>
      `See whether these lookups search as they did, by words or by parts of them: ${list(fields)}. Form > settings of the field.`,
    "plugin-missing": ({ plugins }) =>
      `Install these plug-ins and add them to the app: ${list(plugins)}. kintone Administration > Plug-ins, then App Settings > Plug-ins.`,
    "plugin-configuration": ({ plugins }) => `Configure these plug-ins: ${list(plugins)}. App Settings > Plug-ins.`,
    "plugin-disabled": ({ plugins }) =>
      `Disable these plug-ins again, as they were: ${list(plugins)}. App Settings > Plug-ins.`,
    categories: () => "Set up the categories: App Settings > Categories. They are in the archive, in categories.json.",
    permissions: (_toDo, settings) =>
      `Set these permissions: ${list(settings)}. Until then only who made the app can open it. App Settings > Permissions.`,
    "old-ids": () => "Go through the places that name old ids of apps, below.",
  },
  oldId: (where, line, appId, text) => `${where}:${line}: app ${appId}: ${text}`,
  recordsNotAsked: "The apps have no records, as was asked for.",
  more: (more) => `… and ${count(more, "more line")} in the file`,
  stopped: (problem) => `Why: ${problem}`,
};
