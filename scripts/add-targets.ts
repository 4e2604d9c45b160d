import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { AppValues } from "../src/history/run-fields";

export interface NewTarget {
  appId: string;
  appName?: string;
  guestSpaceId?: string;
  query?: string;
  /** True when left out. */
  enabled?: boolean;
}

/**
 * Adds targets to the backup-management app; apps that are targets already stay as they are.
 *
 * @returns the ids of the apps that were added
 */
export async function addTargets(
  client: KintoneRestAPIClient,
  appId: string,
  targets: readonly NewTarget[],
): Promise<string[]> {
  const present = await client.record.getAllRecords({ app: appId, condition: 'record_type in ("target")' });
  const known = new Set(present.map((record) => record.target_app_id?.value));
  const added = targets.filter((target) => !known.has(target.appId));
  if (added.length > 0) await client.record.addAllRecords({ app: appId, records: added.map(targetRecord) });
  return added.map((target) => target.appId);
}

function targetRecord({ appId, appName = "", guestSpaceId = "", query = "", enabled = true }: NewTarget) {
  return {
    record_type: { value: "target" },
    target_app_id: { value: appId },
    target_app_name: { value: appName },
    target_guest_space_id: { value: guestSpaceId },
    target_query: { value: query },
    target_enabled: { value: enabled ? ["enabled"] : [] },
  } satisfies AppValues;
}
