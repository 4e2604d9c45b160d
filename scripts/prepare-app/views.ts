import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Labels } from "../../src/history/app-definition/labels";
import { formViews } from "../../src/history/app-definition/views";

type NewViews = Parameters<KintoneRestAPIClient["app"]["updateViews"]>[0]["views"];

/**
 * Adds the views that the app lacks, by name, behind those it has.
 *
 * @returns what was changed
 */
export async function completeViews(client: KintoneRestAPIClient, app: string, labels: Labels): Promise<string[]> {
  const { views } = await client.app.getViews({ app, preview: true });
  const missing = Object.values(formViews(labels)).filter(({ name }) => !(name in views));
  if (missing.length === 0) return [];

  // The call replaces all views: one that is left out would be deleted.
  const kept = Object.entries(views).map(([name, { id: _id, builtinType: _builtinType, ...view }]) => [name, view]);
  const added = missing.map((view, position) => [view.name, { ...view, index: String(kept.length + position) }]);
  await client.app.updateViews({ app, views: Object.fromEntries([...kept, ...added]) as NewViews });
  return missing.map(({ name }) => `view ${name}`);
}
