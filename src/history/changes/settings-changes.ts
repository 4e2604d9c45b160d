import { BackupError, toBackupError } from "../../domain/errors";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import { CHANGES } from "../app-definition/conditions";
import { limited } from "../records/limited-text";
import type { AppValues } from "../records/app-values";
import { toMinute } from "../records/to-minute";
import { mayBeTaken } from "../records/taken";

/** A change of the plugin's settings or of its targets, for whoever audits them. */
export interface RecordedChange {
  /** Unlike every other; at most 64 characters. */
  id: string;
  at: Date;
  by: { code: string; name: string };
  /** What changed, one line for each setting, in words. */
  what: readonly string[];
  /** All settings from then on, or the targets before and after, as JSON. They hold no secret: there is no place for one. */
  settings: string;
  /** Only settings have one. */
  settingsVersion?: number;
  pluginVersion: string;
}

/**
 * Writes the change as a record of its own into the backup-management app. Resolves only when the record was read back.
 *
 * Rejects with a `BackupError` when it cannot be known that the change is recorded: `REFUSED` also where the app lacks the
 * fields for it. Before anything is written, the app is asked for a record of this change: kintone passes over values for
 * fields that a form does not have (seen on a real kintone by SonicGarden/kintone-emulator), and an app that is not
 * prepared would get an empty record, but it refuses a condition on them.
 */
export async function recordChange(store: RecordStore, change: RecordedChange): Promise<void> {
  const recorded = () => store.find(`${CHANGES} and change_id in ("${change.id}") limit 1`);
  await recorded();
  const values = valuesOf(change);
  await store.add(values).catch((thrown: unknown) => {
    // The answer to a first try may have been lost; what is there afterwards tells.
    if (!mayBeTaken(toBackupError(thrown))) throw thrown;
  });
  const [record] = await recorded();
  if (!record || !isWhole(record, values)) {
    throw new BackupError("REFUSED", "The change was not kept as it was written");
  }
}

/** The newest recorded change's settings, as JSON; `undefined` when no change was ever recorded. */
export async function newestRecordedSettings(store: RecordStore): Promise<string | undefined> {
  // Changes of targets have no version.
  const [record] = await store.find(`${CHANGES} and change_settings_version != "" order by $id desc limit 1`);
  return record && String(record.change_settings?.value ?? "");
}

function valuesOf({ id, at, by, what, settings, settingsVersion, pluginVersion }: RecordedChange) {
  return {
    record_type: { value: "change" },
    change_id: { value: id },
    change_at: { value: toMinute(at) },
    change_by_code: { value: by.code },
    change_by_name: { value: by.name },
    change_what: { value: limited(what) },
    change_settings: { value: settings },
    change_settings_version: { value: String(settingsVersion ?? "") },
    change_plugin_version: { value: pluginVersion },
  } satisfies AppValues;
}

/** Whether what was written has arrived in each field; kintone may write it in another way, such as the time. */
function isWhole(record: AppRecord, written: AppValues): boolean {
  const text = (value: unknown) => String(value ?? "");
  return Object.entries(written).every(
    ([code, cell]) => text(cell?.value) === "" || text(record[code as keyof AppRecord]?.value) !== "",
  );
}
