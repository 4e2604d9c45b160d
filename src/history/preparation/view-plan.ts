import type { PresentView } from "../../domain/settings-desk";
import type { Labels } from "../app-definition/labels";
import { ALL_LABELS } from "../app-definition/labels-in";
import { formViews, LATER_COLUMNS, type ViewDefinition, type ViewKey } from "../app-definition/views";
import type { PartOfPlan } from "./plan";
import type { PresentApp } from "./present-app";
import { sameCondition } from "./same-condition";

/**
 * Views that are missing, behind those that are there. A view of ours is recognised by its name in any of our languages,
 * or, when people renamed it, by its condition and columns.
 */
export function planViews({ views }: PresentApp, labels: Labels): PartOfPlan {
  const wanted = Object.entries(formViews(labels)) as Array<[ViewKey, ViewDefinition]>;
  const missing = wanted.filter(([key, view]) => !isThere(key, view, views)).map(([, view]) => view);
  if (missing.length === 0) return {};

  // The call replaces all views: one that is left out would be deleted. It knows them by their names; neither an id nor whether kintone made one itself is a
  // parameter of it (cybozu.dev update-views).
  const kept = Object.entries(views).map(([name, { id: _id, builtinType: _builtinType, ...view }]) => [name, view]);
  const added = missing.map((view, position) => [view.name, { ...view, index: String(kept.length + position) }]);
  const body = { views: Object.fromEntries([...kept, ...added]) as object };
  return {
    items: missing.map(({ name }) => ({ kind: "view", name })),
    changes: [{ method: "PUT", setting: "app/views", body }],
    notes: Object.values(views).some(({ type }) => type === "CUSTOM") ? ["custom-views"] : [],
  };
}

function isThere(key: ViewKey, wanted: ViewDefinition, views: Readonly<Record<string, PresentView>>): boolean {
  if (ALL_LABELS.some((labels) => labels.views[key] in views)) return true;
  const known = (columns: readonly string[] = []) => columns.filter((code) => !LATER_COLUMNS.has(code)).join("\n");
  return Object.values(views).some(
    ({ type, filterCond, fields }) =>
      type === wanted.type && sameCondition(filterCond, wanted.filterCond) && known(fields) === known(wanted.fields),
  );
}
