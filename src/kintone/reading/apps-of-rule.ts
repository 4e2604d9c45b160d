import { BackupError } from "../../domain/errors";
import type { AppsOfRule, Rule, SeenApp } from "../../domain/rule";
import type { Connection } from "../connection/connection";
import { appsTogether, spaceName } from "./domain-apps";

/**
 * What rules stand for, asked of kintone. Apps are those that the user may view or add records to; those of guest spaces are in no list but
 * their space's. Whether kintone lists apps for an API token is UNCONFIRMED(apps-of-token): what it answers is told.
 *
 * @param ownAppId of the backup-management app: the record of the run that is under way would be in the backup unfinished
 */
export function createAppsOfRule(connection: Connection, ownAppId: string): AppsOfRule {
  return async (rule) => {
    const listed = await appsTogether(connection, listingOf(rule));
    if (listed.length === 0) await lookForSpace(connection, rule);
    return listed
      .filter(({ appId }) => appId !== ownAppId)
      .map(({ appId, name, spaceId, guestSpaceId }): SeenApp => ({
        ...{ appId, name },
        ...(spaceId !== undefined && { spaceId }),
        ...(guestSpaceId !== undefined && { guestSpaceId }),
      }));
  };
}

function listingOf(rule: Rule) {
  switch (rule.scope) {
    case "space":
      return { spaceIds: [rule.spaceId] };
    case "guest_space":
      return { guestSpaceId: rule.spaceId };
    case "all_apps":
      return {};
  }
}

/** A space without apps, one that is gone and one that is closed to the user may all give an empty list: this one question tells them apart. */
async function lookForSpace(connection: Connection, rule: Rule): Promise<void> {
  if (!("spaceId" in rule)) return;
  const name = await spaceName(connection, rule.spaceId, rule.scope === "guest_space");
  if (typeof name !== "string") throw new BackupError("BAD_RESPONSE", "kintone tells of no space");
}
