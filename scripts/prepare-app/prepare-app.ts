import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { formFields } from "../../src/history/app-definition/fields";
import { japanese, type Labels } from "../../src/history/app-definition/labels";
import { deploy } from "./deploy";
import { completeForm } from "./form";
import { completeViews } from "./views";

interface Preparation {
  /** Signed in with a password: kintone creates no app for an API token (cybozu.dev add-preview-app). */
  client: KintoneRestAPIClient;
  /** Installed in the domain already. */
  pluginId: string;
  /** The app to complete. Without it, the app with this name; without that, a new one. */
  appId?: string;
  name?: string;
  /** Of the app, when it lives in a guest space, for which the client must be made too. */
  guestSpaceId?: string;
  labels?: Labels;
}

/**
 * Creates the backup-management app, or completes what it lacks, and makes it live. What people changed in it stays. A
 * second time it changes nothing.
 *
 * @throws when an app of that name is not a backup-management app
 */
export async function prepareApp(preparation: Preparation): Promise<{ appId: string; changed: string[] }> {
  const { client, pluginId, guestSpaceId, labels = japanese, name = labels.appName } = preparation;
  const found = preparation.appId ?? (await findApp(client, name));
  const appId = found ?? (await client.app.addApp({ name, ...(guestSpaceId && { space: guestSpaceId }) })).app;

  const changed = [
    ...(found === undefined ? ["app"] : []),
    ...(await completeForm(client, appId, labels)),
    ...(await completeViews(client, appId, labels)),
    ...(await completePlugins(client, appId, pluginId)),
  ];
  if (changed.length > 0 || (await isPending(client, appId, labels))) await deploy(client, appId);
  return { appId, changed };
}

async function findApp(client: KintoneRestAPIClient, name: string): Promise<string | undefined> {
  const { apps } = await client.app.getApps({ name });
  const app = apps.find((candidate) => candidate.name === name);
  if (!app) return undefined;
  const { properties } = await client.app.getFormFields({ app: app.appId, preview: true });
  if (!("record_type" in properties)) {
    throw new Error(
      `App ${app.appId} is called "${name}" but is no backup-management app. Give its id to make it one.`,
    );
  }
  return app.appId;
}

async function completePlugins(client: KintoneRestAPIClient, app: string, pluginId: string): Promise<string[]> {
  const { plugins } = await client.app.getPlugins({ app, preview: true });
  if (plugins.some(({ id }) => id === pluginId)) return [];
  await client.app.addPlugins({ app, ids: [pluginId] });
  return [`plugin ${pluginId}`];
}

/** An earlier preparation may have stopped before its changes were live. */
async function isPending(client: KintoneRestAPIClient, app: string, labels: Labels): Promise<boolean> {
  const { properties } = await client.app.getFormFields({ app });
  return Object.keys(formFields(labels)).some((code) => !(code in properties));
}
