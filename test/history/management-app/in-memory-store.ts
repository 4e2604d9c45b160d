import type { FileCellItem, KintoneRecord } from "../../../src/archive/records/kintone-app";
import { BackupError } from "../../../src/domain/errors";
import type { RecordStore, RecordValues } from "../../../src/domain/record-store";
import { formFields, type FieldDefinition } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { storeQuery } from "./in-memory-query";

const definitions = formFields(japanese);
const fields = Object.values(definitions).filter(({ type }) => type !== "GROUP");
const UPDATED = "更新日時";
const columns = new Set(fields.flatMap((field) => Object.keys(field.fields ?? {})));
const isField = (code: string) =>
  code === "$id" || code === UPDATED || Object.hasOwn(definitions, code) || columns.has(code);

const refusal = (code: string, status: number, errorCode: BackupError["code"] = "REFUSED") =>
  new BackupError(errorCode, code, { answer: { code, status } });

/**
 * The backup-management app in memory, as kintone keeps it: it runs the contract of a record store. Refuses what kintone
 * refuses, and values for unknown fields too, which kintone passes over.
 */
export function createInMemoryStore(time: { now: Date }) {
  const records = new Map<number, KintoneRecord>();
  const uploads = new Map<string, { name: string; data: Blob }>();
  let lastId = 0;

  function changed(before: KintoneRecord, values: RecordValues): KintoneRecord {
    const after = { ...before };
    for (const [code, { value }] of Object.entries(structuredClone(values))) {
      const definition = definitions[code];
      if (!definition) throw new Error(`The app has no field ${code}`);
      if (definition.unique && value !== "" && isTaken(code, value, before)) throw refusal("CB_VA01", 400);
      after[code] = { type: definition.type, value: stored(definition.type, value, before) };
    }
    after.$revision = { type: "__REVISION__", value: String(Number(before.$revision?.value ?? 0) + 1) };
    after[UPDATED] = { type: "UPDATED_TIME", value: `${time.now.toISOString().slice(0, 16)}:00Z` };
    return after;
  }

  const others = (self: KintoneRecord) => [...records.values()].filter(({ $id }) => $id?.value !== self.$id?.value);

  function isTaken(code: string, value: unknown, self: KintoneRecord): boolean {
    return others(self).some((record) => record[code]?.value === value);
  }

  function stored(type: string, value: unknown, self: KintoneRecord): unknown {
    if (type === "FILE") return (value as FileCellItem[]).map(({ fileKey }) => attached(fileKey, self));
    if (type !== "SUBTABLE") return value;
    const rows = value as Array<{ id?: string; value: RecordValues }>;
    return rows.map((row, index) => ({
      id: row.id ?? String(1000 + index),
      value: Object.fromEntries(Object.entries(row.value).map(([code, cell]) => [code, { type: "", ...cell }])),
    }));
  }

  /** A key puts its file into one record, once. */
  function attached(fileKey: string, self: KintoneRecord): FileCellItem {
    const upload = uploads.get(fileKey);
    const isElsewhere = others(self).some((record) =>
      Object.values(record).some(
        ({ type, value }) => type === "FILE" && (value as FileCellItem[]).some((item) => item.fileKey === fileKey),
      ),
    );
    if (!upload || isElsewhere) throw refusal("GAIA_BL01", 404, "FILE_GONE");
    const { name, data } = upload;
    return { fileKey, name, size: String(data.size), contentType: data.type };
  }

  function add(values: RecordValues): string {
    const id = lastId + 1;
    const empty = Object.fromEntries(fields.map((field) => [field.code, { type: field.type, value: initial(field) }]));
    records.set(id, changed({ ...empty, $id: { type: "__ID__", value: String(id) } }, values));
    lastId = id;
    return String(id);
  }

  /** At most a hundred, all or none. */
  function doAll<Item>(items: readonly Item[], work: (item: Item) => void): void {
    if (items.length > 100) throw refusal("CB_VA01", 400);
    const before = new Map(records);
    try {
      items.forEach(work);
    } catch (error) {
      records.clear();
      for (const [id, record] of before) records.set(id, record);
      throw error;
    }
  }

  const store: RecordStore = {
    async find(query) {
      const asked = storeQuery(query, isField);
      if (!asked) throw refusal("GAIA_IQ11", 400, "QUERY_REFUSED");
      const found = [...records.values()].filter(asked.matches);
      if (asked.order === "desc") found.reverse();
      return structuredClone(found.slice(0, asked.limit));
    },
    add: async (values) => add(values),
    addAll: async (all) => doAll(all, add),
    async update(changes) {
      doAll(changes, ({ id, revision, record }) => {
        const before = records.get(Number(id));
        if (!before) throw refusal("GAIA_RE01", 404, "RECORD_NOT_FOUND");
        if (revision !== undefined && before.$revision?.value !== revision) throw refusal("GAIA_CO02", 409);
        records.set(Number(id), changed(before, record));
      });
    },
    async upload(file) {
      const key = `key-${uploads.size + 1}`;
      uploads.set(key, file);
      return key;
    },
    async download(key) {
      const file = uploads.get(key);
      if (!file) throw refusal("GAIA_BL01", 404, "FILE_GONE");
      return file.data.text();
    },
  };

  return {
    store,
    uploads,
    records: () => [...records.values()],
    remove: (id: string) => records.delete(Number(id)),
  };
}

/** What kintone puts into a field of a new record that is not named. */
function initial({ type, defaultValue }: FieldDefinition): unknown {
  if (defaultValue !== undefined) return defaultValue;
  if (type === "DROP_DOWN") return null;
  return ["CHECK_BOX", "FILE", "SUBTABLE"].includes(type) ? [] : "";
}
