import type { AppRecord } from "../../domain/record-store";
import type { RestoreOutcome } from "../../domain/restore-outcome";

/** What a restore's record says of the way back: of which restore, in which app, and the backup that was made before it. */
export function wayBack(record: AppRecord): Pick<RestoreOutcome, "restoreId" | "app" | "safetyBackup"> {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "");
  const [runId, guestSpaceId] = [text("restore_safety_run_id"), text("restore_guest_space_id")];
  return {
    restoreId: text("run_id"),
    app: { appId: text("restore_app_id"), name: text("restore_app_name"), ...(guestSpaceId && { guestSpaceId }) },
    ...(runId && { safetyBackup: { runId, archiveDigest: text("restore_safety_digest").toLowerCase() } }),
  };
}
