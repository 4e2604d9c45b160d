import { parseQuery, printQuery } from "../query/query";
import type { Condition } from "../query/query";
import type { AppSettings } from "./app-settings";
import type { Entity } from "./people";

/** A setting with a condition, and with people who may be named by a field. */
interface Setting {
  filterCond?: string;
  entities?: Array<{ entity: Entity }>;
  targets?: Array<{ entity: Entity }>;
  timing?: { code: string };
  groups?: Array<{ code: string }>;
  aggregations?: Array<{ code?: string }>;
  mappings?: Array<{ srcField?: string }>;
}

/**
 * The settings beside the form after a field got another code: what names the field follows, because kintone keeps fields by an inner id
 * (kintone help, changing field codes; formulas, lookups and other apps that name the field are not followed here).
 */
export function renameField(settings: AppSettings, from: string, to: string): Partial<AppSettings> {
  const rename = <T extends string | undefined>(code: T): string | T => (code === from ? to : code);
  const renameCode = <T extends { code?: string }>(item: T): T => (item.code === from ? { ...item, code: to } : item);
  const renameEntity = <T extends { entity: Entity }>(item: T): T =>
    item.entity.type === "FIELD_ENTITY" && item.entity.code === from
      ? { ...item, entity: { ...item.entity, code: to } }
      : item;
  const follow = <T extends object>(setting: T): T => {
    const { filterCond, entities, targets, timing, groups, aggregations, mappings }: Setting = setting;
    return {
      ...setting,
      ...(filterCond !== undefined && { filterCond: renameInCondition(filterCond, from, to) }),
      ...(entities && { entities: entities.map(renameEntity) }),
      ...(targets && { targets: targets.map(renameEntity) }),
      ...(timing && { timing: renameCode(timing) }),
      ...(groups && { groups: groups.map(renameCode) }),
      ...(aggregations && { aggregations: aggregations.map(renameCode) }),
      ...(mappings && {
        mappings: mappings.map((item) => (item.srcField === from ? { ...item, srcField: to } : item)),
      }),
    };
  };
  const { general, views, process, generalNotifications, reminderNotifications } = settings;
  return {
    general: { ...general, titleField: renameCode(general.titleField) },
    views: mapValues(views, (view) => ({
      ...follow(view),
      sort: renameInOrder(view.sort, from, to),
      ...(view.fields && { fields: view.fields.map(rename) }),
      ...(view.date !== undefined && { date: rename(view.date) }),
      ...(view.title !== undefined && { title: rename(view.title) }),
    })),
    process: {
      ...process,
      states: process.states && mapValues(process.states, (state) => ({ ...state, assignee: follow(state.assignee) })),
      actions: process.actions?.map(follow) ?? null,
    },
    recordAcl: settings.recordAcl.map(follow),
    fieldAcl: settings.fieldAcl.map(follow).map(renameCode),
    generalNotifications: {
      ...generalNotifications,
      notifications: (generalNotifications.notifications as Array<{ entity: Entity }>).map(renameEntity),
    },
    perRecordNotifications: (settings.perRecordNotifications as Setting[]).map(follow),
    reminderNotifications: {
      ...reminderNotifications,
      notifications: (reminderNotifications.notifications as Setting[]).map(follow),
    },
    reports: mapValues(settings.reports, follow),
    actions: mapValues(settings.actions, follow),
  };
}

const mapValues = <T>(values: Record<string, T>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));

/** A condition that does not name the field stays as it was written. */
function renameInCondition(text: string, from: string, to: string): string {
  if (!text.includes(from)) return text;
  const change = (condition: Condition): Condition =>
    condition.kind === "comparison"
      ? { ...condition, field: condition.field === from ? to : condition.field }
      : { ...condition, conditions: condition.conditions.map(change) };
  const query = parseQuery(text);
  return printQuery({ ...query, condition: query.condition && change(query.condition) });
}

const renameInOrder = (text: string, from: string, to: string): string =>
  text
    .split(",")
    .map((part) => part.trim().split(" "))
    .map(([field, ...rest]) => [field === from ? to : field, ...rest].join(" "))
    .join(", ");
