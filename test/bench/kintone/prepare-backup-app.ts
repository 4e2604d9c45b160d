import { readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../../../scripts/root";
import { readPackedPlugin } from "../../../scripts/setup/packed-plugin";
import { setUp } from "../../../scripts/setup/set-up";
import { japanese } from "../../../src/history/app-definition/japanese";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { ACCOUNT } from "./account";

/** Installs the packed plugin and makes the backup-management app, as `npm start` does. */
export async function prepareBackupApp(baseUrl: string): Promise<{ appId: string; pluginId: string }> {
  const plugin = await readPackedPlugin(await readFile(path.join(root, "dist", "plugin.zip")));
  const connection = createPasswordConnection({ baseUrl, ...ACCOUNT, userAgent: "bench" });
  const end = await setUp({ connection, user: ACCOUNT.username, plugin, labels: japanese }, () => undefined);
  if (end.kind !== "ready") throw new Error(`The backup-management app could not be set up: ${JSON.stringify(end)}`);
  return { appId: end.app.appId, pluginId: plugin.id };
}
