import { parseSettings, type ParsedSettings } from "./migration";
import type { Settings } from "./settings";

/** Where a file of settings comes from. */
interface Origin {
  /** ISO, UTC. */
  at: string;
  pluginVersion: string;
}

/** What a file of settings says, and where it says to come from, as far as it does. */
export type ParsedSettingsFile = ParsedSettings & { origin: Partial<Origin> };

/**
 * Settings as a file for people to keep and to take elsewhere: `{ "exported": …, "settings": … }`. The settings are those
 * of the plugin's configuration and of the command's file, with their version. `baseUrl`, `app` and `folder` added, it is
 * a file for the command.
 */
export function toSettingsFile(settings: Settings, origin: Origin): string {
  return `${JSON.stringify({ exported: origin, settings }, null, 2)}\n`;
}

/**
 * Reads such a file, or a file of the command, of which only the settings count: migrated, checked and completed as always.
 * Never throws.
 */
export function parseSettingsFile(text: string): ParsedSettingsFile {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    file = undefined;
  }
  const settings = memberOf(file, "settings");
  const exported = memberOf(file, "exported");
  const [at, pluginVersion] = [memberOf(exported, "at"), memberOf(exported, "pluginVersion")];
  return {
    // A file without settings is another file: nobody wants the defaults from it.
    ...parseSettings(settings),
    origin: {
      ...(typeof at === "string" && { at }),
      ...(typeof pluginVersion === "string" && { pluginVersion }),
    },
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
