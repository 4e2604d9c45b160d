import type { BackupError } from "../../src/domain/errors";
import { errorOf } from "../../src/domain/plain-error";
import type { RecordStore } from "../../src/domain/record-store";
import type { AppsOfRule } from "../../src/domain/rule";
import type { AppRef } from "../../src/domain/target";
import { toldTarget } from "../../src/history/overview/told-target";
import { allTargets } from "../../src/history/targets/all-targets";
import { workOut } from "../../src/history/targets/rules";
import { listedTarget } from "../../src/history/targets/target-record";

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

export interface ReadTargets {
  apps: Array<AppRef & { enabled: boolean }>;
  /** Why it is not known what a rule stands for; one for each such rule. */
  unknown: BackupError[];
}

/** Every app that a target of the backup-management app names, and those that its enabled rules stand for. */
export async function readTargets(store: RecordStore, appsOf: AppsOfRule): Promise<ReadTargets> {
  const records = await allTargets(store);
  const named = records.flatMap((record) => {
    const { appId = "", guestSpaceId = "", enabled = false } = toldTarget(record) ?? {};
    return appId === "" ? [] : [{ appId, enabled, ...(guestSpaceId !== "" && { guestSpaceId }) }];
  });
  const { targets } = await workOut(records.map(listedTarget), appsOf);
  const byRule = targets.filter(({ rule, appId }) => rule !== undefined && appId !== "");
  const apps = byRule.map(({ appId, guestSpaceId }) => ({
    appId,
    enabled: true,
    ...(guestSpaceId && { guestSpaceId }),
  }));
  const unknown = targets.flatMap(({ impediment }) => (impediment ? [errorOf(impediment)] : []));
  return { apps: [...named, ...apps], unknown };
}
