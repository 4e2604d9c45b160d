import { createHash } from "node:crypto";
import type { PagePlugin } from "../page-context";

/** `DESKTOP_CSS` as seen in a public plugin, the others by analogy (UNCONFIRMED(addresses-of-plugin-files)). */
export type PluginFileType = "DESKTOP" | "DESKTOP_CSS" | "CONFIG" | "CONFIG_CSS";

export const PLUGIN_FILES = "/k/api/plugin/content/download.do";

type NamedFiles = Pick<PagePlugin, "id" | "read">;

/**
 * Where kintone's pages load a file of a plugin from: of its name in the manifest there is nothing in it. As a public plugin has it,
 * `https://….kintone.com/k/api/plugin/content/download.do?contentId=26180&type=DESKTOP_CSS&pluginId=dfeabpkogjeianljahgpcfabiomlfpal`.
 */
export function pluginFileAddress(plugin: NamedFiles, path: string, type: PluginFileType): string {
  return `${PLUGIN_FILES}?contentId=${contentId(plugin, path)}&type=${type}&pluginId=${plugin.id}`;
}

/** Another one when the file is another one. How kintone numbers them is not known. */
export function contentId({ id, read }: NamedFiles, path: string): string {
  const hash = createHash("sha256").update(`${id}/${path}/`);
  return String(
    hash
      .update(read(path) ?? "")
      .digest()
      .readUInt32BE() % 100_000,
  );
}
