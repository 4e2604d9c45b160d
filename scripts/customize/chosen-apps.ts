import type { RecordStore } from "../../src/domain/record-store";
import type { AppRef } from "../../src/domain/target";
import { toldTarget } from "../../src/history/overview/told-target";
import { allTargets } from "../../src/history/targets/all-targets";

/**
 * What `--apps` asks for: `12`, or as the folders of an archive are called, `guest-3-12`.
 *
 * @returns what is no app, as it was given
 */
export function readApps(given: string): AppRef[] | { noApp: string } {
  const apps: AppRef[] = [];
  for (const part of given.split(",").map((piece) => piece.trim())) {
    const [, guestSpaceId, appId] = /^(?:guest-([1-9]\d*)-)?([1-9]\d*)$/.exec(part) ?? [];
    if (appId === undefined) return { noApp: part };
    apps.push({ appId, ...(guestSpaceId !== undefined && { guestSpaceId }) });
  }
  return apps;
}

/** Every target of the backup-management app that names an app. */
export async function readTargets(store: RecordStore): Promise<Array<AppRef & { enabled: boolean }>> {
  const records = await allTargets(store);
  return records.flatMap((record) => {
    const { appId = "", guestSpaceId = "", enabled = false } = toldTarget(record) ?? {};
    return appId === "" ? [] : [{ appId, enabled, ...(guestSpaceId !== "" && { guestSpaceId }) }];
  });
}
