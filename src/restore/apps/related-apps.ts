import { archivedSetting } from "../../archive/reading/archived-setting";
import { lookInto } from "../../domain/settings/answer-part";
import type { AppToMake } from "./new-app";
import { innerOf, relatedApp, wantedForm } from "./steps/wanted-form";

/** Every app that fields and actions of these take from or lead to, by the archive's ids. */
export async function relatedApps(apps: ReadonlyArray<Pick<AppToMake, "archived">>): Promise<string[]> {
  const found = new Set<string>();
  for (const { archived } of apps) {
    const { own } = await wantedForm(archived, { now: (id) => id, old: new Set() });
    for (const field of [...own, ...own.flatMap(innerOf)]) found.add(relatedApp(field) ?? "");
    const actions = lookInto((await archivedSetting(archived, "app/actions")) ?? {}).root.member("actions");
    for (const [, action] of actions.members()) found.add(action.member("destApp").member("app").text() ?? "");
  }
  found.delete("");
  return [...found];
}
