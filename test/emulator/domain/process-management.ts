import type { AppSettings, ProcessManagement, View } from "./app-settings";
import { fieldOfType, systemTypes, valuelessTypes } from "./form";
import type { Properties, Property } from "./form";
import type { Opposite } from "./opposites";

type Switched = Pick<AppSettings, "process" | "properties" | "views">;

/** Process management switches the status fields of the form on and off, and makes a view of its own. */
export function withProcess(
  { properties, views }: Pick<AppSettings, "properties" | "views">,
  process: ProcessManagement,
  newId: () => string,
  opposites: ReadonlySet<Opposite> = new Set(),
): Switched {
  const switched = Object.entries(properties).map(([code, property]): [string, Property] =>
    property.type === "STATUS" || property.type === "STATUS_ASSIGNEE"
      ? [code, { ...property, enabled: process.enable }]
      : [code, property],
  );
  return {
    process,
    properties: Object.fromEntries(switched),
    views: process.enable
      ? withAssigneeView(views, properties, newId, opposites)
      : withoutAssigneeView(views, opposites),
  };
}

/**
 * The view of what is assigned to oneself, behind all others (captured in English; its name in Japanese is measured,
 * cy-takeuchi/monosashi). Which fields it lists, and in whose language it is named, is UNCONFIRMED(view-of-assigned): those of the form, and the fields' own.
 */
function withAssigneeView(
  views: AppSettings["views"],
  properties: Properties,
  newId: () => string,
  opposites: ReadonlySet<Opposite>,
) {
  if (Object.values(views).some(isAssigneeView)) return views;
  const assignee = fieldOfType(properties, "STATUS_ASSIGNEE")?.code ?? "";
  const recordNumber = fieldOfType(properties, "RECORD_NUMBER")?.code ?? "";
  const name = assignee === "作業者" ? "（作業者が自分）" : "(Assigned to me)";
  const hasValue = ({ type }: Property) => !systemTypes.has(type) && !valuelessTypes.has(type);
  const listed = opposites.has("view-of-assigned") ? [] : Object.values(properties).filter(hasValue);
  const view: View = {
    type: "LIST",
    name,
    id: newId(),
    filterCond: `${assignee} in (LOGINUSER())`,
    sort: `${recordNumber} desc`,
    index: String(Object.keys(views).length),
    fields: [recordNumber, ...listed.map(({ code }) => code)],
    builtinType: "ASSIGNEE",
  };
  return { ...views, [name]: view };
}

/** Without a process nothing is assigned to anybody; what becomes of the view is UNCONFIRMED(view-without-process). */
const withoutAssigneeView = (views: AppSettings["views"], opposites: ReadonlySet<Opposite>): AppSettings["views"] =>
  opposites.has("view-without-process")
    ? views
    : Object.fromEntries(Object.entries(views).filter(([, view]) => !isAssigneeView(view)));

const isAssigneeView = ({ builtinType }: View): boolean => builtinType === "ASSIGNEE";
