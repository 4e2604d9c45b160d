import type { Sessions } from "../access/sessions";
import { noRights } from "../domain/app-settings";
import type { App } from "../domain/app";
import type { Domain } from "../domain/domain";
import { updateRecord } from "../records/write";
import type { FaultEvent } from "./faults";

/** Lets something happen that no client asked for. */
export function happen(event: FaultEvent, domain: Domain, sessions: Sessions): void {
  switch (event.name) {
    case "session-expired":
      return sessions.expire(event.user);
    case "permission-removed":
      return removePermission(appOf(domain, event.app), event.user);
    case "record-added":
      appOf(domain, event.app).addRecord(event.record);
      return;
    case "record-changed":
      return changeRecord(appOf(domain, event.app), event.id, event.record, domain);
    case "record-deleted":
      return appOf(domain, event.app).records.delete(event.id);
    case "app-deleted":
      domain.apps.delete(event.app);
      return;
    case "deployment-fails":
      appOf(domain, event.app).nextDeployment = event.status ?? "FAIL";
      return;
    case "maintenance-mode":
      appOf(domain, event.app).isInMaintenance = event.on;
      return;
    case "cursors-lost":
      return domain.cursors.closeAll();
    case "requests-limited":
      domain.refusesBeyond = event.perAppAndDay ?? Infinity;
      return;
    case "file-gone":
      domain.files.attached.delete(event.fileKey);
  }
}

function appOf(domain: Domain, id: number): App {
  const app = domain.apps.get(id);
  if (!app) throw new Error(`There is no app ${id}.`);
  return app;
}

/** The user's row comes first, so that no other gives him anything. */
function removePermission(app: App, user: string): void {
  app.change({
    appAcl: [{ ...noRights, entity: { type: "USER", code: user }, includeSubs: false }, ...app.preview.appAcl],
  });
  app.deploy(app.creator);
}

function changeRecord(app: App, id: number, input: Record<string, { value: unknown }>, domain: Domain): void {
  const record = app.records.get(id);
  if (!record) throw new Error(`There is no record ${id} in app ${app.id}.`);
  const writer = { code: app.creator, timezone: "Asia/Tokyo", managesApp: true, maySee: () => true };
  updateRecord(record, input, { domain, app, writer, prefix: "record" });
}
