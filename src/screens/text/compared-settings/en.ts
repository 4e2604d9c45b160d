import { fieldTypeIn } from "../field-type-names";
import { settingNameIn } from "../setting-names";
import type { ComparedSettingsTexts } from "./messages";
import { propertyNameIn } from "./property-names";

const named = (kind: string) => (name: string) => (name === "" ? kind : `${kind} "${name}"`);
const languageName = { ja: "Japanese", en: "English", zh: "Chinese" };

export const comparedSettingsTexts: ComparedSettingsTexts = {
  setting: (name) => settingNameIn("en", name),
  property: (name) => propertyNameIn("en", name),
  inLanguage: (property, language) => `${property} in ${languageName[language]}`,
  thing: {
    field: named("field"),
    option: named("option"),
    mapping: named("copied to"),
    view: named("view"),
    state: named("status"),
    transition: named("action"),
    graph: named("graph"),
    action: named("app action"),
    category: named("category"),
    who: (name) => `"${name}"`,
    rule: (name) => (name === "" ? "all records" : `records with "${name}"`),
    notification: named("notification"),
    plugin: named("plug-in"),
    file: (name) => `"${name}"`,
    label: named("label"),
    space: named("blank space"),
    line: named("border"),
    app: named("app ID"),
    entry: (name) => `"${name}"`,
  },
  note: (thing, note) => `${thing} (${note})`,
  who: {
    USER: "user",
    GROUP: "group",
    ORGANIZATION: "department",
    FIELD_ENTITY: "field",
    CUSTOM_FIELD: "custom field of users",
    CREATOR: "app creator",
  },
  fieldType: (type) => fieldTypeIn("en", type),
  change: {
    added: "added",
    removed: "removed",
    hidden: "differs (not shown, as it may hold secrets)",
    changed: (before, after) => `${before} → ${after}`,
    moved: (before, after) => `moved: ${before} → ${after}`,
  },
  place: (place) =>
    typeof place === "number"
      ? `no. ${place}`
      : `${place.in === undefined ? "" : `in "${place.in}", `}row ${place.row}, no. ${place.position}`,
  value: {
    yes: "yes",
    no: "no",
    none: "(none)",
    quoted: (text) => `"${text}"`,
    unknownContent: "(content unknown)",
  },
  notCompared: (what, side, why) => `${what}: ${side} ${why}`,
  part: (setting, part) => `${setting} (${part})`,
  side: { before: "in the archive", after: "on the other side" },
  unread: {
    "left-out": "it was left out of the backup on purpose.",
    "not-archived": "it is not there.",
    "not-readable": "it was not readable for the user who made the backup.",
    failed: "it could not be read when the backup was made.",
    "not-given": "the API for it (API Lab) is switched off.",
  },
  languageName,
  verdict: {
    same: "The settings of the app are the same.",
    differs: (differences) =>
      `The settings of the app differ (${differences === 1 ? "1 difference" : `${differences} differences`}). Nothing was changed.`,
    unsure: "The settings that could be compared are the same, but some could not be read.",
  },
  screen: {
    heading: "Settings",
    compare: "Compare the settings",
    underWay: "Comparing the settings …",
    search: "Search settings",
    column: { setting: "Setting", what: "What differs" },
  },
  heading: {
    same: (settings) => `No differences: ${settings.join(", ")}`,
    notCompared: "Settings that were not compared:",
  },
};
