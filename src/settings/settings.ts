import * as v from "valibot";
import { filePrefix } from "./file-prefix";
import { idList } from "./id-list";
import { reason } from "./problem";
import { timeZone } from "./time-zone";
import { wholeNumber } from "./whole-number";

/** Version of the settings that this code writes. Older ones are migrated, newer ones are refused. */
export const SETTINGS_VERSION = 1;

/** What is in force as long as nobody has chosen anything else. */
export const DEFAULT_SETTINGS = {
  version: SETTINGS_VERSION,
  filePrefix: "kintone-backup",
  timeZone: "Asia/Tokyo",
  volumeLimitMiB: 1024,
  requestsAtOnce: 6,
  requestsPerAppAndDay: 0,
  drillDays: 90,
  spacesLeftOut: "",
  incremental: false,
  pluginsAndSpaces: false,
  people: false,
} as const;

/**
 * The limits that the schema enforces and the settings screen shows.
 *
 * A volume stays below 4 GiB, where classic zip ends. kintone answers 429 from the 101st simultaneous request of a whole
 * domain on (cybozu.dev, "concurrent-connection-limit-reason"), which the domain's users share with a backup.
 */
export const SETTINGS_LIMITS = {
  filePrefix: { max: 64 },
  volumeLimitMiB: { min: 64, max: 3072 },
  requestsAtOnce: { min: 1, max: 20 },
  requestsPerAppAndDay: { min: 0, max: 100_000 },
  drillDays: { min: 0, max: 3650 },
} as const;

/** Those that are on or off. */
export const SWITCHES = ["incremental", "pluginsAndSpaces", "people"] as const;
export type SwitchName = (typeof SWITCHES)[number];

function yesOrNo(name: SwitchName) {
  return v.optional(v.boolean(reason("unreadable")), DEFAULT_SETTINGS[name]);
}

/**
 * The settings as the plugin's configuration and the command's file hold them. What is left out gets its default; a name that is not a
 * setting is a problem, because a misspelt setting would otherwise be ignored without a word. Numbers may come as text,
 * as an input field gives them.
 */
export const settingsSchema = v.strictObject(
  {
    version: v.optional(v.literal(SETTINGS_VERSION, reason("unreadable")), SETTINGS_VERSION),
    filePrefix: v.optional(filePrefix(SETTINGS_LIMITS.filePrefix.max), DEFAULT_SETTINGS.filePrefix),
    timeZone: v.optional(timeZone(), DEFAULT_SETTINGS.timeZone),
    volumeLimitMiB: v.optional(wholeNumber(SETTINGS_LIMITS.volumeLimitMiB), DEFAULT_SETTINGS.volumeLimitMiB),
    requestsAtOnce: v.optional(wholeNumber(SETTINGS_LIMITS.requestsAtOnce), DEFAULT_SETTINGS.requestsAtOnce),
    requestsPerAppAndDay: v.optional(
      wholeNumber(SETTINGS_LIMITS.requestsPerAppAndDay),
      DEFAULT_SETTINGS.requestsPerAppAndDay,
    ),
    drillDays: v.optional(wholeNumber(SETTINGS_LIMITS.drillDays), DEFAULT_SETTINGS.drillDays),
    spacesLeftOut: v.optional(idList(), DEFAULT_SETTINGS.spacesLeftOut),
    incremental: yesOrNo("incremental"),
    pluginsAndSpaces: yesOrNo("pluginsAndSpaces"),
    people: yesOrNo("people"),
  },
  (issue) => reason(issue.expected === "never" ? "unknown-name" : "unreadable"),
);

/**
 * - `filePrefix`: how the names of archives begin (`<filePrefix>_<yyyyMMdd>_<HHmmss>…zip`)
 * - `timeZone`: IANA name of the time zone of the stamps in file names
 * - `volumeLimitMiB`: size at which a volume is full and the next begins, in MiB
 * - `requestsAtOnce`: how many requests a run has under way at the same time, at most
 * - `requestsPerAppAndDay`: how many requests backups make of an app in one of kintone's days; 0: half of what the course bears
 * - `drillDays`: after how many days without a drill that passed a target stands out in the overview; 0: never
 * - `spacesLeftOut`: ids of spaces that stay out although spaces are backed up, separated by commas
 * - `incremental`: whether a run takes what has not changed from the previous archive
 * - `pluginsAndSpaces`: whether a run also backs up the plugins and the spaces of the domain
 * - `people`: whether it backs up who there is: users, organizations, groups and memberships, which is personal data
 */
export type Settings = v.InferOutput<typeof settingsSchema>;

/** Name of a setting that a person chooses. */
export type SettingName = Exclude<keyof Settings, "version">;

/** Of those, the ones that are written into a field. */
export type WrittenSettingName = Exclude<SettingName, SwitchName>;
