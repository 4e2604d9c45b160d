import { toBackupError } from "../../src/domain/errors";
import type { AppRef } from "../../src/domain/target";
import type { ApiRequest, Connection } from "../../src/kintone/connection/connection";
import type { MissingRight } from "./words/words";

/** Of no plugin there is: kintone tells of the apps of any, installed or not (cybozu.dev get-admin-plugin-apps). */
const ANY_PLUGIN = "a".repeat(32);

/**
 * What the user will be refused, as far as kintone tells before anything is changed: it tells a plugin's apps to administrators
 * (cybozu.dev get-plugin-apps), its name to everybody (get-plugins), and gives an app's permissions to those who manage it. That those who may
 * install plugins are the same is UNCONFIRMED (kintone.dev install-plugin: "Kintone Administrators"). Who may create apps shows only when one is
 * created.
 */
export async function missingRights(connection: Connection, app: AppRef | undefined): Promise<MissingRight[]> {
  const isRefused = async (request: ApiRequest) => {
    try {
      await connection.json(request);
      return false;
    } catch (thrown) {
      if (toBackupError(thrown).code !== "NO_PERMISSION") throw thrown;
      return true;
    }
  };
  const missing: MissingRight[] = [];
  const appsOfPlugin = { method: "GET", path: "plugin/apps", query: { id: ANY_PLUGIN, limit: 1 } } as const;
  if (await isRefused(appsOfPlugin)) missing.push("system-administration");
  if (app) {
    const { appId, guestSpaceId } = app;
    const request = { method: "GET", path: "app/acl", preview: true, guestSpaceId, query: { app: appId } } as const;
    if (await isRefused(request)) missing.push("app-management");
  }
  return missing;
}
