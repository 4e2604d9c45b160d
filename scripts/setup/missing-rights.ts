import { toBackupError } from "../../src/domain/errors";
import type { AppRef } from "../../src/domain/target";
import type { ApiRequest, Connection } from "../../src/kintone/connection/connection";
import type { MissingRight } from "./words/words";

/**
 * What the user will be refused, as far as kintone tells before anything is changed: it lists plugins for those who may
 * install them, and gives an app's permissions to those who manage it. Who may create apps shows only when one is created.
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
  if (await isRefused({ method: "GET", path: "plugins", query: { limit: 1 } })) missing.push("system-administration");
  if (app) {
    const { appId, guestSpaceId } = app;
    const request = { method: "GET", path: "app/acl", preview: true, guestSpaceId, query: { app: appId } } as const;
    if (await isRefused(request)) missing.push("app-management");
  }
  return missing;
}
