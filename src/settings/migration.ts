import * as v from "valibot";
import { problemsOf, type SettingsProblem } from "./problem";
import { SETTINGS_VERSION, settingsSchema, type Settings } from "./settings";

/** Settings that can be used, or every reason why they cannot. */
export type ParsedSettings = { settings: Settings } | { problems: SettingsProblem[] };

/** Makes settings of one version into settings of the next. */
type Migration = (older: Record<string, unknown>) => Record<string, unknown>;

/** At index n: from version n + 1 to n + 2. Nothing here yet, as version 1 is the first. */
const MIGRATIONS: readonly Migration[] = [];

/**
 * Settings of any version, brought to the newest by one step after the other. Settings without a version are of version 1.
 *
 * @param stored - what was read; its `version` must not be larger than `migrations.length + 1`
 */
export function migrate(stored: Record<string, unknown>, migrations: readonly Migration[]): Record<string, unknown> {
  const version = typeof stored.version === "number" ? stored.version : 1;
  return migrations
    .slice(version - 1)
    .reduce((older, step, index) => ({ ...step(older), version: version + index + 1 }), stored);
}

/**
 * Settings as they were stored or typed in, migrated, checked and completed with the defaults. Never throws.
 * Settings of a newer version are refused instead of being half understood.
 */
export function parseSettings(stored: unknown): ParsedSettings {
  if (!isObject(stored)) return { problems: [{ field: "", reason: "unreadable", facts: {} }] };
  const version = stored.version;
  if (version !== undefined && !(Number.isInteger(version) && (version as number) >= 1)) {
    return { problems: [{ field: "version", reason: "unreadable", facts: {} }] };
  }
  if (typeof version === "number" && version > SETTINGS_VERSION) {
    return { problems: [{ field: "version", reason: "newer-version", facts: { version, max: SETTINGS_VERSION } }] };
  }
  const parsed = v.safeParse(settingsSchema, migrate(stored, MIGRATIONS));
  return parsed.success ? { settings: parsed.output } : { problems: problemsOf(parsed.issues) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
