import { Permissions } from "../access/permissions";
import { checkDeployable } from "../domain/deployable";
import type { App } from "../domain/app";
import { noRights } from "../domain/app-settings";
import type { AppRight, AppSettings, FieldRight, RecordRight } from "../domain/app-settings";
import { findField, systemTypes } from "../domain/form";
import type { Entity } from "../domain/people";
import { fieldCodeNotFound } from "../errors/apps";
import { recordNotFound } from "../errors/records";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { predicate } from "../query/match";
import { parseQuery } from "../query/query";
import type { Condition } from "../query/query";
import { get, settingsReader, settingsWriter } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";

const accessibilities = ["READ", "WRITE", "NONE"];

export const acl: Endpoint[] = [
  ...settingsReader("app/acl.json", ({ appAcl }) => ({ rights: appAcl }), ["manage"]),
  ...writers("app/acl.json", (_, call) => ({ appAcl: appRights(call) })),
  ...settingsReader("record/acl.json", ({ recordAcl }) => ({ rights: recordAcl }), ["manage"]),
  ...writers("record/acl.json", (app, call) => ({ recordAcl: recordRights(app, call) })),
  ...settingsReader("field/acl.json", ({ fieldAcl }) => ({ rights: fieldAcl }), ["manage"]),
  ...writers("field/acl.json", (app, call) => ({ fieldAcl: fieldRights(app, call) })),

  get("records/acl/evaluate.json", (call) => {
    call.parameters.require("app", "ids");
    const { app } = call.appWithRecords();
    const permissions = new Permissions(call.domain, app, { kind: "session", user: call.user });
    const rights = (call.parameters.ids("ids", 100) ?? []).map((id) => {
      const record = app.records.get(id);
      if (!record) throw recordNotFound(id);
      const viewable = permissions.mayWithRecord(record, "viewable");
      const editable = permissions.mayWithRecord(record, "editable");
      const fields = Object.values(app.settings.properties)
        .filter((property) => property.enabled !== false)
        .map(({ code, type }) => {
          const accessibility = permissions.accessibility(code, record);
          const isGiven = systemTypes.has(type);
          return [
            code,
            {
              viewable: viewable && accessibility !== "NONE",
              editable: editable && !isGiven && accessibility === "WRITE",
            },
          ];
        });
      const deletable = permissions.mayWithRecord(record, "deletable");
      return {
        id: String(id),
        record: { viewable, editable, deletable },
        fields: Object.fromEntries(fields) as unknown,
      };
    });
    return { rights };
  }),
];

/** Without `preview` in the path a permission is written and every pending change of the app goes live with it (OpenAPI 20250423). */
function writers(path: string, change: (app: App, call: Call) => Partial<AppSettings>): Endpoint[] {
  const toPreview = settingsWriter("PUT", path, change);
  return [
    toPreview,
    {
      ...toPreview,
      path,
      handle(call) {
        const { app } = call.anyApp();
        checkDeployable(app, call.domain);
        const answer = toPreview.handle(call);
        app.deploy(call.callerCode);
        return answer;
      },
    },
  ];
}

const subs = (right: { includeSubs?: unknown }): boolean => right.includeSubs === true || right.includeSubs === "true";

function rightsOf(call: Call): Array<Record<string, unknown>> {
  return call.parameters.objects("rights", 1000).map(({ parameters }) => parameters.values);
}

function appRights(call: Call): AppRight[] {
  return rightsOf(call).map((right, index): AppRight => {
    const entity = readEntity(right.entity, `rights[${index}].entity`, call, ["CREATOR"]);
    const flags = Object.keys(noRights).map((name) => [name, right[name] === true || right[name] === "true"]);
    return { entity, includeSubs: subs(right), ...(Object.fromEntries(flags) as typeof noRights) };
  });
}

/** Conditions may not mix `and` and `or`, nor search words (OpenAPI 20250423). */
function recordRights(app: App, call: Call): RecordRight[] {
  return rightsOf(call).map((right, index) => {
    const filterCond = String(right.filterCond ?? "");
    const { condition } = parseQuery(filterCond);
    predicate(condition, call.asker(app, app.preview));
    if (isTooComplex(condition)) throw invalidParameter(`rights[${index}].filterCond`, sentences.badQuery);
    const entities = (right.entities ?? []) as Array<Record<string, unknown>>;
    return {
      filterCond,
      entities: entities.map((entry, at) => ({
        entity: readEntity(entry.entity, `rights[${index}].entities[${at}].entity`, call, ["FIELD_ENTITY"]),
        viewable: entry.viewable === true,
        editable: entry.editable === true,
        deletable: entry.deletable === true,
        includeSubs: subs(entry),
      })),
    };
  });
}

function isTooComplex(condition: Condition | undefined): boolean {
  if (!condition) return false;
  if (condition.kind !== "comparison") {
    return condition.conditions.some((part) => part.kind !== "comparison" || isTooComplex(part));
  }
  return condition.operator.endsWith("like") || condition.operands.some(({ kind }) => kind === "function");
}

function fieldRights(app: App, call: Call): FieldRight[] {
  return rightsOf(call).map((right, index) => {
    const code = String(right.code);
    if (!findField(app.preview.properties, code)) throw fieldCodeNotFound(code);
    const entities = (right.entities ?? []) as Array<Record<string, unknown>>;
    return {
      code,
      entities: entities.map((entry, at) => {
        const accessibility = String(entry.accessibility);
        const path = `rights[${index}].entities[${at}]`;
        if (!accessibilities.includes(accessibility))
          throw invalidParameter(`${path}.accessibility`, sentences.notInEnum);
        return {
          accessibility: accessibility as FieldRight["entities"][number]["accessibility"],
          entity: readEntity(entry.entity, `${path}.entity`, call, ["FIELD_ENTITY"]),
          includeSubs: subs(entry),
        };
      }),
    };
  });
}

/** Somebody that a setting names; he must exist. @throws CB_VA01 */
export function readEntity(given: unknown, path: string, { domain }: Call, alsoAllowed: string[]): Entity {
  const { type, code } = (given ?? {}) as { type?: unknown; code?: unknown };
  const known: Record<string, ReadonlyMap<string, unknown>> = {
    USER: domain.people.users,
    GROUP: domain.people.groups,
    ORGANIZATION: domain.people.organizations,
  };
  if (type === "CREATOR" && alsoAllowed.includes(type)) return { type, code: null };
  if (typeof type !== "string" || !(type in known || alsoAllowed.includes(type))) {
    throw invalidParameter(`${path}.type`, sentences.notInEnum);
  }
  if (typeof code !== "string") throw invalidParameter(`${path}.code`, sentences.requiredParameter);
  if (known[type] && !known[type].has(code)) throw invalidParameter(`${path}.code`, sentences.wrongShape);
  return { type, code };
}
