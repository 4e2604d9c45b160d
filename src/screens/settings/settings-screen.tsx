import type { Messages } from "../text/messages";

export interface SettingsScreenOptions {
  messages: Messages;
  /** What `kintone.plugin.app.getConfig` gave. */
  config: Record<string, string> | null;
  /** Stores it with `kintone.plugin.app.setConfig` and goes on. Called with valid settings only. */
  save: (config: Record<string, string>) => void;
  cancel: () => void;
}

export function mountSettings(_root: HTMLElement, _options: SettingsScreenOptions): void {
  throw new Error("not written");
}
