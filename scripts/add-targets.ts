import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { targetValues } from "../src/history/targets/target-register";

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
  if (added.length > 0) await client.record.addAllRecords({ app: appId, records: added.map(recordOf) });
  return added.map((target) => target.appId);
}

const recordOf = (target: NewTarget) => targetValues({ appName: "", query: "", enabled: true, ...target });
