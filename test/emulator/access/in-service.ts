import type { App } from "../domain/app";
import { underMaintenance } from "../errors/apps";

/**
 * Maintenance mode refuses all work with records, by REST and from other apps too, and none with settings (kintone help). Whether those
 * who manage the app are let through is UNCONFIRMED(maintenance-mode): nobody is. @throws GAIA_NO02
 */
export function checkInService(app: App): void {
  if (app.isInMaintenance) throw underMaintenance();
}
