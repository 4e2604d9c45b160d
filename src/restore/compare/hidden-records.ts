import { endsTheRun, type ErrorFacts, toBackupError } from "../../domain/errors";
import { showEveryRecord } from "../../domain/settings/record-permissions";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";

/**
 * Why records of an app may be hidden from who reads; `undefined` when its record permissions show them all. kintone says nothing of records
 * that somebody may not view: they look as if they were deleted, and would be added a second time.
 */
export async function hiddenReason(
  source: Pick<Source, "viewer" | "readSetting">,
  app: AppRef,
): Promise<ErrorFacts["hidden"]> {
  const viewer = await source.viewer();
  if (!viewer) return undefined;
  try {
    return showEveryRecord(await source.readSetting(app, "record/acl"), viewer) ? undefined : "rules";
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return "unknown";
  }
}
