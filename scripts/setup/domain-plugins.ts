import { toBackupError } from "../../src/domain/errors";
import type { AppRef } from "../../src/domain/target";
import type { Connection } from "../../src/kintone/connection/connection";
import type { PackedPlugin } from "./packed-plugin";

/** What was done with the plugin in the domain. */
export type Installation =
  { kind: "installed" | "present"; version: string } | { kind: "updated"; version: string; from: string };

/**
 * Installs a packed plugin in the domain, or replaces another version of it, as `cli-kintone plugin upload` does. Needs
 * kintone system administration (OpenAPI 20250423: plugin).
 *
 * kintone tells of an installed plugin nothing but its version, so the same version counts as the same plugin, unless
 * `reinstall` says otherwise.
 */
export async function installPlugin(
  connection: Connection,
  { zip, id, version }: PackedPlugin,
  { reinstall = false } = {},
): Promise<Installation> {
  const { plugins } = await connection.json<{ plugins: Array<{ id: string; version: string }> }>({
    method: "GET",
    path: "plugins",
    query: { ids: [id] },
  });
  const present = plugins.find((plugin) => plugin.id === id);
  if (present?.version === version && !reinstall) return { kind: "present", version };
  const data = new Blob([Buffer.from(zip)], { type: "application/zip" });
  const fileKey = await connection.upload({ name: "plugin.zip", data });
  if (present) {
    await connection.json({ method: "PUT", path: "plugin", body: { id, fileKey } });
    return { kind: "updated", version, from: present.version };
  }
  await connection.json({ method: "POST", path: "plugin", body: { fileKey } });
  return { kind: "installed", version };
}

/** The apps of the domain that have the plugin. Needs kintone system administration. */
export async function appsWithPlugin(
  connection: Connection,
  pluginId: string,
): Promise<Array<{ id: string; name: string }>> {
  const { apps } = await connection.json<{ apps: Array<{ id: string; name: string }> }>({
    method: "GET",
    path: "plugin/apps",
    query: { id: pluginId },
  });
  return apps;
}

/**
 * Adds the plugin to the app's settings, which are not live yet then.
 *
 * @returns whether it was missing, and whether it waits for an update of the app
 */
export async function addPluginToApp(
  connection: Connection,
  app: AppRef,
  pluginId: string,
): Promise<{ added: boolean; waits: boolean }> {
  const { appId, guestSpaceId } = app;
  if (!(await hasPlugin(connection, app, pluginId, true))) {
    const body = { app: appId, ids: [pluginId] };
    await connection.json({ method: "POST", path: "app/plugins", preview: true, guestSpaceId, body });
    return { added: true, waits: true };
  }
  const isLive = await hasPlugin(connection, app, pluginId, false).catch((thrown: unknown) => {
    // An app that was never updated.
    if (toBackupError(thrown).code !== "APP_NOT_FOUND") throw thrown;
    return false;
  });
  return { added: false, waits: !isLive };
}

async function hasPlugin(
  connection: Connection,
  { appId, guestSpaceId }: AppRef,
  pluginId: string,
  preview: boolean,
): Promise<boolean> {
  const { plugins } = await connection.json<{ plugins: Array<{ id: string }> }>({
    method: "GET",
    path: "app/plugins",
    preview,
    guestSpaceId,
    query: { app: appId },
  });
  return plugins.some(({ id }) => id === pluginId);
}
