import type { NewApp } from "../../../src/restore/apps/new-app";
import { comparable } from "../../restore/apps/rebuilding";
import type { RebuildRun } from "./one-rebuild";
import { canonical } from "./picture";

type Parts = Record<string, Record<string, unknown>>;

/** Parts of a picture, and as what they are told. */
const SETTING_OF: Readonly<Record<string, string>> = {
  ...{ fields: "app/form/fields", layout: "app/form/layout", views: "app/views", status: "app/status" },
  ...{ settings: "app/settings", reports: "app/reports", actions: "app/actions", notes: "app/adminNotes" },
  ...{ customize: "app/customize", general: "app/notifications/general", perRecord: "app/notifications/perRecord" },
  ...{ reminder: "app/notifications/reminder", appAcl: "app/acl", recordAcl: "record/acl", fieldAcl: "field/acl" },
};
/** In which things have names. */
const NAMED_IN: Readonly<Record<string, string>> = { fields: "properties", views: "views", reports: "reports" };

/** Whatever a new app has otherwise than the old one is told, by the name that it has. */
export function settingLies(run: RebuildRun, { archived, app, name }: NewApp): string[] {
  const { folder, appId } = archived.facts;
  const [before, now] = [run.originals.get(appId), run.made.get(app.appId)];
  if (!before || !now) return [`app ${app.appId} is not there`];
  const ids = new Map([
    ...Object.entries(run.choices.apps),
    ...[...(run.rebuilt?.apps.values() ?? [])].map((one) => [one.archived.facts.appId, one.app.appId] as const),
  ]);
  const wanted = comparable(before.settings, ids) as Parts;
  const present = now.settings as Parts;
  const told = run.rebuilt?.told.filter((one) => one.folder === folder) ?? [];
  const toDos = run.rebuilt?.toDos.filter((one) => one.folder === folder) ?? [];
  const lies: string[] = [];
  const others = Object.keys(SETTING_OF).flatMap((part) => {
    const [was, is] = [wanted[part] ?? {}, present[part] ?? {}];
    const isApp = part === "settings";
    return differing(part, isApp ? { ...was, name } : was, is).map((thing) => ({ part, thing }));
  });
  const lacksFields = others.some(({ part, thing }) => part === "fields" && isTold(part, thing));
  for (const { part, thing } of others) {
    // A form has no place for what it has not.
    if (part === "layout" && lacksFields) continue;
    if (!isTold(part, thing)) lies.push(`app ${app.appId} (${appId}): ${part} ${thing} is another, and nobody says so`);
  }
  if (run.verdict === "as-planned" && others.length > 0 && lies.length === 0) {
    lies.push(
      `app ${app.appId}: as planned, and ${others.map(({ part, thing }) => `${part} ${thing}`).join(", ")} are not`,
    );
  }
  return lies;

  function isTold(part: string, thing: string): boolean {
    const inner = Object.keys(
      ((wanted[part]?.properties as Record<string, { fields?: object }> | undefined)?.[thing]?.fields ?? {}) as object,
    );
    const isPermission = toDos.some(
      (toDo) => toDo.what === "permissions" && toDo.settings.some((one) => one === SETTING_OF[part]),
    );
    return (
      isPermission ||
      told.some(({ setting, name: piece }) => {
        if (setting !== SETTING_OF[part]) return false;
        return thing === "" || piece === undefined || piece === thing || inner.includes(piece);
      })
    );
  }
}

/** Names of what is another; the part itself where nothing in it has a name. */
function differing(part: string, was: Record<string, unknown>, is: Record<string, unknown>): string[] {
  if (canonical(was) === canonical(is)) return [];
  const [old, now] = [was, is].map((one) => one[NAMED_IN[part] ?? ""] as Record<string, unknown> | undefined);
  if (!old || !now) return [""];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names.filter((each) => canonical(old[each]) !== canonical(now[each]));
}
