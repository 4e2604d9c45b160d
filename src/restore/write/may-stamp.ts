import { endsTheRun, toBackupError } from "../../domain/errors";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";

/**
 * Whether who restores may say who made and changed added records, and when: that takes the right to manage the app (cybozu.dev add-records), and so does
 * reading its permissions (cybozu.dev get-app-permissions). Else these are the restoring user and now. Costs a request.
 */
export async function mayStamp(source: Pick<Source, "readSetting">, app: AppRef): Promise<boolean> {
  try {
    await source.readSetting(app, "app/acl");
    return true;
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return false;
  }
}
