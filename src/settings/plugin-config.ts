import { parseSettings, type ParsedSettings } from "./migration";
import { DEFAULT_SETTINGS, type Settings } from "./settings";

/**
 * kintone's plugin config: strings only, at most 65,535 characters each (cybozu.dev, "set-config"). Ours is one key with
 * one JSON text. Every user of the app can read it, so nothing secret goes in.
 */
interface PluginConfig {
  settings: string;
}

/**
 * What `kintone.plugin.app.getConfig` gave. A config that was never saved is the defaults: kintone then gives an empty
 * object, or null on pages where the config cannot be read (cybozu.dev, "get-config").
 */
export function fromPluginConfig(config: Readonly<Record<string, string>> | null | undefined): ParsedSettings {
  const text = config?.settings;
  if (text === undefined) return { settings: DEFAULT_SETTINGS };
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return { problems: [{ field: "", reason: "unreadable", facts: {} }] };
  }
  return parseSettings(stored);
}

/** For `kintone.plugin.app.setConfig`, which replaces the whole config. */
export function toPluginConfig(settings: Settings): PluginConfig {
  return { settings: JSON.stringify(settings) };
}
