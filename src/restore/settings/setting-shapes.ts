import { members, SET, type MembersShape, type Shape, textIn, type ThingsShape, VALUE } from "./shape";
import type { ThingKind } from "./settings-comparison";

/** By a member, which may be the key of the object that holds them. */
function named(thing: ThingKind, member: string, each: Shape, more: Partial<ThingsShape> = {}): ThingsShape {
  return { kind: "things", thing, know: (item, key) => ({ name: textIn(item, member) || key }), each, ...more };
}

/** Codes of fields in an order: the columns of a view. */
const CODES: ThingsShape = {
  ...{ kind: "things", thing: "field", isOrdered: true, each: VALUE },
  know: (item) => ({ name: String(item) }),
};

/** Lines about users, groups and organisations: `entity` with its type and code, or these alone. */
const LINES: ThingsShape = {
  ...{ kind: "things", thing: "who", each: members({ entity: members() }) },
  know(item) {
    const [type, code] = ["type", "code"].map((name) => textIn(item, "entity", name) || textIn(item, name));
    return { name: code || type || "", id: JSON.stringify([type, code]), ...(code && type && { note: type }) };
  },
};
/** The first line that means somebody decides. */
const RIGHTS: ThingsShape = { ...LINES, isOrdered: true };
const ORDERED = { isOrdered: true, canBeRenamed: true } as const;

const IN_TABLE = fieldShape();
const FIELD = fieldShape({ fields: fields(IN_TABLE) });

function fieldShape(more: MembersShape["of"] = {}): MembersShape {
  return members({
    options: named("option", "label", members({}, ["index"]), ORDERED),
    entities: LINES,
    defaultValue: SET,
    lookup: members({
      fieldMappings: named("mapping", "field", members()),
      lookupPickerFields: CODES,
    }),
    referenceTable: members({ displayFields: CODES }),
    ...more,
  });
}

function fields(each: Shape): ThingsShape {
  const know = (item: unknown, key: string) => {
    const label = textIn(item, "label");
    return { name: key, ...(label && label !== key && { note: label }) };
  };
  return { kind: "things", thing: "field", know, each, canBeRenamed: true };
}

const FILES: ThingsShape = {
  ...{ kind: "things", thing: "file", isOrdered: true, each: members({ file: members() }) },
  know: (item) => ({ name: textIn(item, "file", "name") || textIn(item, "url") }),
};
const DEVICE = members({ js: FILES, css: FILES });

const CATEGORIES: ThingsShape = named("category", "name", members({}, ["index"]), ORDERED);
CATEGORIES.each = members({ children: CATEGORIES }, ["index"]);

/** The conditions of notifications have titles, which may be the same. */
const NOTIFICATIONS: ThingsShape = {
  ...{ kind: "things", thing: "notification", canBeRenamed: true, each: members({ targets: LINES }) },
  know(item) {
    const [title, condition] = [textIn(item, "title"), textIn(item, "filterCond")];
    const timing = textIn(item, "timing");
    return { name: title || condition, id: JSON.stringify([title, condition, timing]) };
  },
};

const GRAPH = members(
  {
    groups: named("entry", "code", members(), { isOrdered: true }),
    aggregations: {
      ...{ kind: "things", thing: "entry", isOrdered: true, each: members() },
      know: (item) => ({ name: [textIn(item, "type"), textIn(item, "code")].filter(Boolean).join(" ") }),
    },
    sorts: named("entry", "by", members(), { isOrdered: true }),
  },
  ["id", "index"],
);

const SPACE_IDS = ["id", "defaultThread", "coverKey", "coverUrl", "memberCount", "modifier"];

/** By the name of the endpoint (OpenAPI 20250423). */
const SHAPES: Readonly<Record<string, MembersShape>> = {
  // When it was changed last, and by whom, is no setting; names of people change.
  app: members({ creator: members({}, ["name"]) }, ["modifiedAt", "modifier", "threadId"]),
  "app/form/fields": members({ properties: fields(FIELD) }),
  "app/form/layout": members({ layout: { kind: "form" } }),
  "app/views": members({ views: named("view", "name", members({ fields: CODES }, ["id", "index"]), ORDERED) }),
  "app/status": members({
    states: named("state", "name", members({ assignee: members({ entities: LINES }) }, ["index"]), ORDERED),
    actions: {
      ...named("transition", "name", members({ executableUser: members({ entities: LINES }) }), ORDERED),
      know: (item) => ({ name: textIn(item, "name"), note: textIn(item, "from"), id: whichTransition(item) }),
    },
  }),
  "app/customize": members({ desktop: DEVICE, mobile: DEVICE }),
  "app/acl": members({ rights: RIGHTS }),
  "record/acl": members({
    rights: {
      ...{ kind: "things", thing: "rule", each: members({ entities: RIGHTS }, ["id"]), ...ORDERED },
      know: (item) => ({ name: textIn(item, "filterCond") }),
    },
  }),
  "field/acl": members({ rights: named("field", "code", members({ entities: RIGHTS })) }),
  "app/notifications/general": members({ notifications: LINES }),
  "app/notifications/perRecord": members({ notifications: NOTIFICATIONS }),
  "app/notifications/reminder": members({ notifications: NOTIFICATIONS }),
  "app/reports": members({ reports: named("graph", "name", GRAPH, ORDERED) }),
  "app/actions": members({
    actions: named(
      ...(["action", "name"] as const),
      members({ mappings: named("mapping", "destField", members()), entities: LINES }, ["id", "index"]),
      ORDERED,
    ),
  }),
  "app/plugins": members({
    plugins: {
      ...{ kind: "things", thing: "plugin", isOrdered: true, each: members() },
      know: (item) => ({ name: textIn(item, "name") || textIn(item, "id"), id: textIn(item, "id") }),
    },
  }),
  "app/categories": members({ categories: CATEGORIES }),
  space: members(
    {
      creator: members({}, ["name"]),
      attachedApps: {
        ...{ kind: "things", thing: "app", each: members({}, ["modifiedAt", "modifier", "creator"]) },
        know: (item) => ({ name: textIn(item, "appId"), note: textIn(item, "name") }),
      },
    },
    SPACE_IDS,
  ),
  "space/members": members({ members: LINES }),
};

/** Several actions may have one name: they begin at other states. */
const whichTransition = (item: unknown) => JSON.stringify([textIn(item, "name"), textIn(item, "from")]);

/** Of an endpoint; any other is compared as it comes. */
export function settingShape(setting: string): MembersShape {
  const shape = (Object.hasOwn(SHAPES, setting) ? SHAPES[setting] : undefined) ?? members();
  return { ...shape, ignored: [...(shape.ignored ?? []), "revision"] };
}
