import type { View } from "./app-settings";

/** A view as a request gives it; without `name` the key is its name. */
export type NewView = Partial<Omit<View, "index" | "type">> & { type: View["type"]; index?: string | number };

/** Views in order, with the ids and the keys that kintone adds. A built-in one keeps its name and its condition. */
export function numberViews(
  views: Record<string, NewView>,
  known: Record<string, View>,
  newId: () => string,
): Record<string, View> {
  const ordered = Object.entries(views).sort(([, a], [, b]) => Number(a.index ?? 0) - Number(b.index ?? 0));
  return Object.fromEntries(
    ordered.map(([key, { builtinType: _builtinType, ...view }], position) => {
      const before = known[key];
      const name = view.name ?? key;
      const given = { filterCond: "", sort: "", ...view, id: before?.id ?? newId(), name, index: String(position) };
      if (!before?.builtinType) return [name, { ...viewDefaults(view.type), ...given }];
      const { builtinType, filterCond } = before;
      return [
        before.name,
        { ...before, ...view, index: given.index, id: before.id, name: before.name, builtinType, filterCond },
      ];
    }),
  );
}

function viewDefaults(type: View["type"]): Partial<View> {
  switch (type) {
    case "LIST":
      return { fields: [] };
    case "CALENDAR":
      return { date: "", title: "" };
    case "CUSTOM":
      return { html: "", pager: true, device: "ANY" };
  }
}
