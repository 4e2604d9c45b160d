import { endsTheRun, type ErrorFacts, toBackupError } from "../../domain/errors";
import { showEveryRecord } from "../../domain/settings/record-permissions";
import { inOrder } from "../../domain/in-order";
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

/**
 * Of records that a comparison did not find, those of which it cannot be told that they are not there. Of a record that is not there kintone says GAIA_RE01, of one that
 * must not be seen CB_NO02 (kintone-emulator, captures); only the answer to a single one tells them apart, so that each costs a request.
 */
export async function* hiddenAmong(
  ids: Iterable<string>,
  { source, app, atOnce }: { source: Pick<Source, "readRecord">; app: AppRef; atOnce: number },
): AsyncGenerator<string, void, undefined> {
  const isGone = async (id: string): Promise<boolean> => {
    try {
      await source.readRecord(app, id);
      return false;
    } catch (thrown) {
      const error = toBackupError(thrown);
      if (endsTheRun(error)) throw error;
      return error.code === "RECORD_NOT_FOUND";
    }
  };
  for await (const { id, gone } of inOrder(ids, atOnce, async (each) => ({ id: each, gone: await isGone(each) }))) {
    if (!gone) yield id;
  }
}
