import { readFile } from "node:fs/promises";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { installPlugin } from "../../../scripts/prepare-app/install-plugin";
import { prepareApp } from "../../../scripts/prepare-app/prepare-app";
import { root } from "../../../scripts/root";
import { ACCOUNT } from "./account";

/** Installs the packed plugin and makes the backup-management app, as `npm start` does. */
export async function prepareBackupApp(baseUrl: string): Promise<{ appId: string; pluginId: string }> {
  const client = new KintoneRestAPIClient({ baseUrl, auth: ACCOUNT });
  const zip = await readFile(path.join(root, "dist", "plugin.zip"));
  const pluginId = await installPlugin({ client, zip });
  const { appId } = await prepareApp({ client, pluginId });
  return { appId, pluginId };
}
