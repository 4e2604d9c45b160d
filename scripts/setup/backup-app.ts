import { toBackupError } from "../../src/domain/errors";
import type { AppRef } from "../../src/domain/target";
import { ALL_LABELS } from "../../src/history/app-definition/labels-in";
import type { Connection } from "../../src/kintone/connection/connection";
import { appsWithPlugin } from "./domain-plugins";

/** Where to look for the backup-management app. */
export interface Search {
  pluginId: string;
  name?: string | undefined;
  guestSpaceId?: string | undefined;
}

interface NamedApp {
  id: string;
  name: string;
}

/** Several apps could be meant, or one that is called so and is something else. */
export type FoundApp = { app: AppRef } | { several: NamedApp[] } | { foreign: NamedApp } | undefined;

/**
 * The backup-management app that the domain has already: the one that the plugin is in, whatever it is called, or one with
 * the name. kintone lists no app that was never updated (OpenAPI 20250423: apps), so such a one is not found.
 */
export async function findBackupApp(connection: Connection, search: Search): Promise<FoundApp> {
  const { pluginId, name, guestSpaceId } = search;
  const refTo = ({ id }: NamedApp): AppRef => ({ appId: id, ...(guestSpaceId !== undefined && { guestSpaceId }) });
  if (name === undefined && guestSpaceId === undefined) {
    const users: NamedApp[] = [];
    for (const app of await appsWithPlugin(connection, pluginId)) {
      if (await isBackupApp(connection, refTo(app))) users.push(app);
    }
    if (users.length > 1) return { several: users };
    if (users[0]) return { app: refTo(users[0]) };
  }
  const named = await appsCalled(
    connection,
    name === undefined ? ALL_LABELS.map(({ appName }) => appName) : [name],
    guestSpaceId,
  );
  const ours: NamedApp[] = [];
  for (const app of named) if (await isBackupApp(connection, refTo(app))) ours.push(app);
  if (ours.length > 1) return { several: ours };
  if (ours[0]) return { app: refTo(ours[0]) };
  return named[0] && { foreign: named[0] };
}

async function appsCalled(
  connection: Connection,
  names: readonly string[],
  guestSpaceId: string | undefined,
): Promise<NamedApp[]> {
  const found: NamedApp[] = [];
  for (const name of names) {
    // `name` finds every app whose name holds these words.
    const { apps } = await connection.json<{ apps: Array<{ appId: string; name: string }> }>({
      method: "GET",
      path: "apps",
      guestSpaceId,
      query: { name },
    });
    found.push(...apps.filter((app) => app.name === name).map((app) => ({ id: app.appId, name })));
  }
  return found;
}

/** An app that cannot be looked at, such as one in a guest space, is none that could be prepared from here. */
async function isBackupApp(connection: Connection, { appId, guestSpaceId }: AppRef): Promise<boolean> {
  try {
    const { properties } = await connection.json<{ properties: Record<string, unknown> }>({
      method: "GET",
      path: "app/form/fields",
      guestSpaceId,
      query: { app: appId },
    });
    return "record_type" in properties;
  } catch (thrown) {
    if (["NO_PERMISSION", "WRONG_SPACE", "APP_NOT_FOUND"].includes(toBackupError(thrown).code)) return false;
    throw thrown;
  }
}

/** Makes an app with nothing in it. Needs the right to make apps, and a log-in with a password (cybozu.dev add-preview-app). */
export async function createApp(
  connection: Connection,
  { name, guestSpaceId }: { name: string; guestSpaceId?: string | undefined },
): Promise<AppRef> {
  const { app } = await connection.json<{ app: string }>({
    method: "POST",
    path: "preview/app",
    guestSpaceId,
    body: { name, ...(guestSpaceId !== undefined && { space: guestSpaceId }) },
  });
  return { appId: app, ...(guestSpaceId !== undefined && { guestSpaceId }) };
}
