import type { AppRef } from "../../domain/target";
import type { RuleNews } from "../../domain/targets";
import { createTargets } from "../../history/targets/targets";
import type { Connection } from "../../kintone/connection/connection";
import { createAppsOfRule } from "../../kintone/reading/apps-of-rule";
import { createRecordStore } from "../../kintone/writing/record-store";
import { unlessTooLate } from "./unless-too-late";

/**
 * What rules find that they did not in the run before, and what no more. Resolves to nothing when there is no such thing, and when it
 * cannot be known: the run itself tells of it then. Never rejects.
 *
 * @param connection signed in, without patience
 * @param app the backup-management app
 */
export async function foreseeRuleNews(connection: Connection, app: AppRef): Promise<RuleNews[]> {
  return (await unlessTooLate(compare(connection, app))) ?? [];
}

async function compare(connection: Connection, app: AppRef): Promise<RuleNews[]> {
  const targets = createTargets(createRecordStore(connection, app), createAppsOfRule(connection, app.appId));
  const present = await targets.enabled();
  if (!present.some(({ rule }) => rule)) return [];
  return (await targets.news(present)).rules;
}
