import { isObject } from "../../archive/records/understood";
import { textIn } from "./shape";
import type { FormPlace, Place } from "./settings-comparison";

/** Something in the layout of a form. */
export interface FormElement {
  /** Tells it from all others of the form. */
  id: string;
  named: Place;
  place: FormPlace;
  /** What else is said of it: how wide it is. */
  value: Record<string, unknown>;
}

/** The elements of a form, row by row. */
export function elementsOf(layout: unknown): FormElement[] {
  const times = new Map<string, number>();
  return rowsOf(layout, undefined);

  function rowsOf(rows: unknown, container: string | undefined): FormElement[] {
    const filled = listOf(rows).filter((row) => !isObject(row) || partsOf(row).length > 0 || isContainer(row));
    return filled.flatMap((row, at) => rowOf(row, { ...(container !== undefined && { in: container }), row: at + 1 }));
  }

  function rowOf(row: unknown, where: Omit<FormPlace, "position">): FormElement[] {
    if (!isContainer(row)) {
      const type = textIn(row, "type");
      const unknown = type === "ROW" ? {} : { rowType: type };
      return partsOf(row).map((part, at) => {
        const { value, ...own } = element(part, { ...where, position: at + 1 }, []);
        return { ...own, value: { ...value, ...unknown } };
      });
    }
    const code = textIn(row, "code");
    const own = element(row, { ...where, position: 1 }, ["fields", "layout"]);
    const inner = textIn(row, "type") === "GROUP" ? rowsOf(Reflect.get(Object(row), "layout"), code) : [];
    const columns = partsOf(row).map((part, at) => element(part, { in: code, row: 1, position: at + 1 }, []));
    return [own, ...columns, ...inner];
  }

  function element(part: unknown, place: FormPlace, besides: readonly string[]): FormElement {
    const [type, code, label, elementId] = ["type", "code", "label", "elementId"].map((name) => textIn(part, name));
    const kind = JSON.stringify([type, code || label || elementId]);
    const time = (times.get(kind) ?? 0) + 1;
    times.set(kind, time);
    const known = new Set(["type", "code", "label", "elementId", ...besides]);
    const rest = Object.entries(isObject(part) ? part : {}).filter(([name]) => !known.has(name));
    return {
      id: `${kind}${time}`,
      named: placeOf(type ?? "", code || label || elementId || ""),
      place,
      value: Object.fromEntries(rest),
    };
  }
}

function placeOf(type: string, name: string): Place {
  if (type === "LABEL") return { thing: "label", name };
  if (type === "SPACER") return { thing: "space", name };
  return type === "HR" ? { thing: "line", name } : { thing: "field", name };
}

const isContainer = (row: unknown) => ["SUBTABLE", "GROUP"].includes(textIn(row, "type"));
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const partsOf = (row: unknown): unknown[] => listOf(isObject(row) ? Reflect.get(row, "fields") : undefined);
