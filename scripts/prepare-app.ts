import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { installPlugin } from "./prepare-app/install-plugin";
import { prepareApp } from "./prepare-app/prepare-app";

const USAGE = `Installs the plugin and creates or completes the backup-management app.

  npx tsx scripts/prepare-app.ts --base-url https://example.cybozu.com [options]

  --app <id>            the app to complete (default: the app of that name, or a new one)
  --name <name>         the app's name (default: バックアップ管理)
  --guest-space <id>    where the app lives, when in a guest space
  --plugin <file>       the packed plugin (default: dist/plugin.zip)

Signs in with KINTONE_USERNAME and KINTONE_PASSWORD from the environment, as a kintone system administrator.`;

const { values } = parseArgs({
  options: {
    "base-url": { type: "string" },
    app: { type: "string" },
    name: { type: "string" },
    "guest-space": { type: "string" },
    plugin: { type: "string", default: "dist/plugin.zip" },
    help: { type: "boolean", default: false },
  },
});
const { KINTONE_USERNAME: username, KINTONE_PASSWORD: password } = process.env;
const baseUrl = values["base-url"];

if (values.help || !baseUrl || !username || !password) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const access = { baseUrl, auth: { username, password } };
const domain = new KintoneRestAPIClient(access);
const guestSpaceId = values["guest-space"];
const client = guestSpaceId ? new KintoneRestAPIClient({ ...access, guestSpaceId }) : domain;

const pluginId = await installPlugin({ client: domain, zip: await readFile(values.plugin) });
const { appId, changed } = await prepareApp({
  client,
  pluginId,
  ...(values.app && { appId: values.app }),
  ...(values.name && { name: values.name }),
  ...(guestSpaceId && { guestSpaceId }),
});
console.log(changed.length > 0 ? `App ${appId}: added ${changed.join(", ")}` : `App ${appId} lacks nothing.`);
