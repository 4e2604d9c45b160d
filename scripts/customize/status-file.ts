import { readFile } from "node:fs/promises";
import path from "node:path";
import { BACKUP_STATUS_PLACEHOLDER, type BackupStatusSettings } from "../../src/settings/backup-status";
import { root } from "../root";

/** A file that customizes an app. */
export interface StatusFile {
  name: string;
  text: string;
}

/** Its first line (webpack.config.js). A file of that name without it is somebody else's. */
const MARK = "/*! kintone Backup Manager: backup status */";

/** Whether we made it, in whatever version and with whatever settings. */
export function isOurs(text: string): boolean {
  return text.startsWith(MARK);
}

/** The manifest in the repository, in the form of customize-uploader's: it names the one file. */
const MANIFEST = path.join(root, "customize", "manifest.json");

/** The built file that the manifest names, with the settings in it. */
export async function statusFile(settings: BackupStatusSettings): Promise<StatusFile> {
  const { desktop } = JSON.parse(await readFile(MANIFEST, "utf8")) as { desktop: { js: [string] } };
  const built = path.join(root, desktop.js[0]);
  const parts = (await readFile(built, "utf8")).split(JSON.stringify(BACKUP_STATUS_PLACEHOLDER));
  if (parts.length !== 2 || !isOurs(parts[0] ?? "")) throw new Error(`${built} is not as it was built`);
  return { name: path.basename(built), text: parts.join(JSON.stringify(JSON.stringify(settings))) };
}
