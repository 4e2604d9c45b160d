import type { App } from "../domain/app";
import { findField } from "../domain/form";
import { KintoneError } from "../errors/kintone-error";
import { queriedFieldNotFound } from "../errors/queries";
import {
  recordNotFound,
  revisionConflict,
  updateKeyNotFound,
  updateKeyNotUnique,
  updateKeyTwice,
} from "../errors/records";
import { invalidInput, invalidParameter, noPermission } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { fieldNotEditable } from "../errors/values";
import type { Sentence } from "../errors/kintone-error";
import { asMoment } from "../field-types/date-time";
import { printDecimal, readDecimal } from "../field-types/decimal";
import type { Search } from "../query/match";
import { parseQuery } from "../query/query";
import type { StoredRecord } from "../records/record";
import { select } from "../records/select";
import { showRecord } from "../records/show";
import { addRecord, updateRecord } from "../records/write";
import type { Input } from "../records/write";
import { announce } from "./announce";
import type { Way } from "./announce";
import { get, post, put, remove } from "./endpoint";
import type { AppAccess, Call, Endpoint } from "./endpoint";
import { Parameters } from "./parameters";
import { recordList } from "./record-list";

const maxWritten = 100;
/** A body may name a thousand codes (cybozu.dev get-records). */
const maxFields = 1000;
const standardLimit = 100;

export const records: Endpoint[] = [
  get("record.json", (call) => {
    call.parameters.require("app", "id");
    const access = call.appWithRecords();
    access.permissions.demand("view");
    const record = existing(access, call.parameters.id("id"));
    if (!access.permissions.mayWithRecord(record, "viewable")) throw noPermission();
    return { record: showRecord(record, call.domain, access.app, access.permissions.maySee(record)) };
  }),

  get("records.json", (call) => {
    const { app, permissions } = call.appWithRecords();
    permissions.demand("view");
    const query = parseQuery(call.parameters.optionalText("query") ?? "");
    const fields = fieldsParameter(call);
    const count = call.parameters.flag("totalCount");
    const visible = permissions.mayWithAll("viewable")
      ? undefined
      : (record: StoredRecord) => permissions.mayWithRecord(record, "viewable");
    const search: Search = { hits: 0, isAborted: false };
    const limit = query.limit ?? standardLimit;
    const found = select(query, { ...call.asker(app), search }, visible, { limit, count });
    if (search.isAborted) {
      call.answerHeaders.set("x-cybozu-warning", "Filter aborted because of too many search results");
    }
    return recordList(found.records, found.totalCount, { domain: call.domain, app, permissions, fields });
  }),

  post("record.json", (call) => {
    const access = call.appWithRecords();
    access.permissions.demand("add");
    const record = add(call, access, (call.parameters.optionalObject("record") ?? {}) as Input, "record", "single");
    return { id: String(record.id), revision: String(record.revision) };
  }),

  post("records.json", (call) => {
    call.parameters.require("app");
    const access = call.appWithRecords();
    access.permissions.demand("add");
    const items = call.parameters.objects("records", maxWritten, sentences.addAtMost(maxWritten));
    const added = call.domain.transaction.run(() =>
      forEachRecord(items, ({ parameters, path }) => add(call, access, parameters.values as Input, path, "plural")),
    );
    return { ids: added.map(({ id }) => String(id)), revisions: added.map(({ revision }) => String(revision)) };
  }),

  put("record.json", (call) => {
    const access = call.appWithRecords();
    const { record } = update(call, access, call.parameters, "", call.parameters.flag("upsert"));
    return { revision: String(record.revision) };
  }),

  put("records.json", (call) => {
    const access = call.appWithRecords();
    const items = call.parameters.objects("records", maxWritten, sentences.updateAtMost(maxWritten));
    const upsert = call.parameters.flag("upsert");
    checkKeysOnce(items);
    const updated = call.domain.transaction.run(() =>
      forEachRecord(items, ({ parameters, path }) => update(call, access, parameters, path, upsert)),
    );
    return {
      records: updated.map(({ record, operation }) => ({
        id: String(record.id),
        revision: String(record.revision),
        ...(upsert && { operation }),
      })),
    };
  }),

  remove("records.json", (call) => {
    const access = call.appWithRecords();
    const ids = call.parameters.ids("ids", maxWritten, sentences.deleteBetween(1, maxWritten));
    const between = sentences.deleteBetween(1, maxWritten);
    if (!ids || ids.length === 0) throw invalidParameter("ids", sentences.requiredParameter, between);
    const revisions = call.parameters.list("revisions", maxWritten) ?? [];
    access.permissions.demand("delete");
    call.domain.transaction.run(() => {
      ids.forEach((id, index) => deleteOne(access, id, revisions[index]));
      if (call.domain.opposites.has("ids-never-reused")) access.app.records.lastId -= ids.length;
    });
    return {};
  }),
].map((endpoint) => (endpoint.method === "GET" ? endpoint : { ...endpoint, bulk: true }));

/** @throws GAIA_RE01 */
export function existing({ app }: AppAccess, id: number): StoredRecord {
  const record = app.records.get(id);
  if (!record) throw recordNotFound(id);
  return record;
}

export function fieldsParameter(call: Call): ReadonlySet<string> | undefined {
  const codes = call.parameters.texts("fields", maxFields);
  return codes && codes.length > 0 ? new Set(codes) : undefined;
}

/** Works on all records, so that the errors of all are told together (observed); any other error ends the work. */
function forEachRecord<T>(
  items: Array<{ parameters: Parameters; path: string }>,
  work: (item: { parameters: Parameters; path: string }) => T,
): T[] {
  const errors: Record<string, Sentence[]> = {};
  const done: T[] = [];
  for (const item of items) {
    try {
      done.push(work(item));
    } catch (error) {
      if (!(error instanceof KintoneError) || !error.errors) throw error;
      Object.assign(errors, error.errors);
    }
  }
  if (Object.keys(errors).length > 0) throw invalidInput(errors);
  return done;
}

function add(call: Call, { app, permissions }: AppAccess, input: Input, prefix: string, way: Way): StoredRecord {
  checkFieldsEditable(input, permissions, undefined);
  const writing = { domain: call.domain, app, writer: call.writer(permissions), prefix };
  const record = call.domain.transaction.run(() =>
    addRecord({ ...closedCells(call, app, permissions), ...input }, writing),
  );
  announce(call, app, record, "recordAdded", way);
  return record;
}

/**
 * What is saved in fields that the caller may not write. That it is their default is UNCONFIRMED(default-where-right-lacks); the opposite is
 * nothing.
 */
function closedCells({ domain }: Call, { settings }: App, permissions: AppAccess["permissions"]): Input {
  if (!domain.opposites.has("default-where-right-lacks")) return {};
  const closed = Object.keys(settings.properties).filter(
    (code) => permissions.accessibility(code, undefined) !== "WRITE",
  );
  return Object.fromEntries(closed.map((code) => [code, { value: "" }]));
}

/** `path` is where the item stands in the request: nothing, or `records[3]`. */
function update(
  call: Call,
  access: AppAccess,
  parameters: Parameters,
  path: string,
  upsert: boolean,
): { record: StoredRecord; operation: "INSERT" | "UPDATE" } {
  const { app, permissions } = access;
  const prefix = path === "" ? "record" : path;
  const way = path === "" ? "single" : "plural";
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  const input = (parameters.optionalObject("record") ?? {}) as Input;
  const key = parameters.optionalObject("updateKey");
  const id = parameters.optionalId("id");
  if ((key === undefined) === (id === undefined)) throw invalidParameter(at("id"), sentences.requiredParameter);
  const found = key ? byUpdateKey(access, key, input, at) : { id, cell: {} };
  const before = found.id === undefined ? undefined : app.records.get(found.id);
  if (!before) {
    if (!upsert) throw key ? updateKeyNotFound() : recordNotFound(found.id);
    permissions.demand("add");
    const record = add(call, access, { ...input, ...found.cell }, prefix, way);
    const isOfNow = call.domain.opposites.has("created-time-of-upsert");
    if (isOfNow) app.records.put({ ...record, createdTime: asMoment(call.domain.now()) });
    return { record, operation: "INSERT" };
  }
  permissions.demand("edit");
  if (!permissions.mayWithRecord(before, "editable")) throw noPermission();
  checkFieldsEditable(input, permissions, before);
  const writing = { domain: call.domain, app, writer: call.writer(permissions), prefix };
  const record = call.domain.transaction.run(() => updateRecord(before, input, writing, parameters.revision));
  announce(call, app, record, "recordEdited", way);
  return { record, operation: "UPDATE" };
}

/**
 * Only text and number fields without duplicates are keys (OpenAPI 20250423); `5.0` names the number 5, and the record may not
 * name the key again (measured, rex0220/kintone-sql-tools).
 */
function byUpdateKey(
  { app }: AppAccess,
  key: Record<string, unknown>,
  input: Input,
  at: (name: string) => string,
): { id: number | undefined; cell: Input } {
  const { field, value } = keyOf(key, at);
  const found = findField(app.settings.properties, field);
  if (!found) throw queriedFieldNotFound(field);
  const { property, table } = found;
  if (table !== undefined || !["SINGLE_LINE_TEXT", "NUMBER"].includes(property.type)) {
    throw invalidParameter(at("updateKey.field"), sentences.wrongShape);
  }
  if (!property.unique) throw updateKeyNotUnique(field);
  if (value.length > 64) throw invalidParameter(at("updateKey.value"), sentences.shorterThan(65));
  if (Object.hasOwn(input, field)) throw invalidParameter(at(`record[${field}]`), sentences.updateKeyInRecord);
  const number = property.type === "NUMBER" ? readDecimal(value) : undefined;
  return { id: app.records.holderOf(field, number ? printDecimal(number) : value), cell: { [field]: { value } } };
}

function keyOf(key: Record<string, unknown>, at: (name: string) => string): { field: string; value: string } {
  const { field, value } = key;
  const missing = Object.entries({ field, value }).filter(
    ([, text]) => !["string", "number"].includes(typeof text) || text === "",
  );
  if (missing.length > 0) {
    throw invalidInput(
      Object.fromEntries(missing.map(([name]) => [at(`updateKey.${name}`), [sentences.requiredParameter]])),
    );
  }
  return { field: String(field), value: String(value) };
}

/** @throws GAIA_IQ28 */
function checkKeysOnce(items: Array<{ parameters: Parameters }>): void {
  const keys = items.flatMap(({ parameters }) => {
    const key = parameters.optionalObject("updateKey");
    return key ? [JSON.stringify([key.field, String(key.value)])] : [];
  });
  if (new Set(keys).size < keys.length) throw updateKeyTwice();
}

function deleteOne(access: AppAccess, id: number, revision: unknown): void {
  const record = existing(access, id);
  if (!access.permissions.mayWithRecord(record, "deletable")) throw noPermission();
  const expected = new Parameters({ revision }).revision;
  if (expected !== undefined && expected !== record.revision) throw revisionConflict();
  access.app.records.delete(id);
}

function checkFieldsEditable(
  input: Input,
  permissions: AppAccess["permissions"],
  record: StoredRecord | undefined,
): void {
  for (const code of Object.keys(input)) {
    if (permissions.accessibility(code, record) !== "WRITE") throw fieldNotEditable(code);
  }
}
