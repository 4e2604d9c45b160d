import type { KintoneRecord } from "../../src/archive/records/kintone-app";
import { BackupError } from "../../src/domain/errors";
import type { RecordStore, RecordValues } from "../../src/domain/record-store";
import { formFields } from "../../src/history/app-definition/fields";
import { japanese } from "../../src/history/app-definition/japanese";

const definitions = formFields(japanese);
const uniqueCodes = Object.values(definitions)
  .filter((field) => field.unique)
  .map((field) => field.code);

const refusal = (code: string, status: number, errorCode: BackupError["code"] = "REFUSED") =>
  new BackupError(errorCode, code, { answer: { code, status } });

/**
 * The backup-management app in memory: refuses unknown fields, values that unique fields hold already, old revisions and
 * unknown records, all or nothing. Understands the conditions that history and targets ask for.
 */
export function createInMemoryStore(time: { now: Date }) {
  const records = new Map<number, KintoneRecord>();
  const uploads = new Map<string, { name: string; data: Blob }>();
  let lastId = 0;

  function changed(before: KintoneRecord, values: RecordValues): KintoneRecord {
    const after = { ...before };
    for (const [code, { value }] of Object.entries(values)) {
      const definition = definitions[code];
      if (!definition) throw new Error(`The app has no field ${code}`);
      if (uniqueCodes.includes(code) && value !== "" && isTaken(code, value, before)) throw refusal("CB_VA01", 400);
      after[code] = { type: definition.type, value: stored(definition.type, value) };
    }
    after.$revision = { type: "__REVISION__", value: String(Number(before.$revision?.value ?? 0) + 1) };
    after["更新日時"] = { type: "UPDATED_TIME", value: `${time.now.toISOString().slice(0, 16)}:00Z` };
    return after;
  }

  function isTaken(code: string, value: unknown, self: KintoneRecord): boolean {
    return [...records.values()].some((record) => record !== self && record[code]?.value === value);
  }

  function stored(type: string, value: unknown): unknown {
    if (type !== "SUBTABLE") return value;
    const rows = value as Array<{ id?: string; value: RecordValues }>;
    return rows.map((row, index) => ({
      id: row.id ?? String(1000 + index),
      value: Object.fromEntries(Object.entries(row.value).map(([code, cell]) => [code, { type: "", ...cell }])),
    }));
  }

  function matches(record: KintoneRecord, condition: string): boolean {
    const simple = /^(\S+) (=|!=|>|in) \(?(.*?)\)?$/.exec(condition);
    if (!simple) throw new Error(`This store does not understand: ${condition}`);
    const [, code = "", operator, operand = ""] = simple;
    const wanted = operand.split(", ").map((text) => text.replaceAll('"', ""));
    const value = record[code]?.value ?? "";
    if (operator === ">") return Number(value) > Number(wanted[0]);
    if (operator === "!=") return value !== wanted[0];
    return wanted.some((text) => (Array.isArray(value) ? value.includes(text) : value === text));
  }

  const store: RecordStore = {
    async find(query) {
      const [, condition = "", order, limit = "100"] =
        /^(.*?)(?: order by \$id (asc|desc))? limit (\d+)$/.exec(query) ?? [];
      const found = [...records.values()].filter((r) => condition.split(" and ").every((part) => matches(r, part)));
      if (order === "desc") found.reverse();
      return structuredClone(found.slice(0, Number(limit)));
    },
    async add(values) {
      const id = lastId + 1;
      records.set(id, changed({ $id: { type: "__ID__", value: String(id) } }, values));
      lastId = id;
      return String(id);
    },
    async addAll(all) {
      if (all.length > 100) throw refusal("CB_VA01", 400);
      const before = new Map(records);
      try {
        for (const values of all) await store.add(values);
      } catch (error) {
        records.clear();
        for (const [id, record] of before) records.set(id, record);
        throw error;
      }
    },
    async update(changes) {
      if (changes.length > 100) throw refusal("CB_VA01", 400);
      const after = changes.map(({ id, revision, record }) => {
        const before = records.get(Number(id));
        if (!before) throw refusal("GAIA_RE01", 404, "RECORD_NOT_FOUND");
        if (revision !== undefined && before.$revision?.value !== revision) throw refusal("GAIA_CO02", 409);
        return [Number(id), changed(before, record)] as const;
      });
      for (const [id, record] of after) records.set(id, record);
    },
    async upload(file) {
      const key = `key-${uploads.size + 1}`;
      uploads.set(key, file);
      return key;
    },
  };

  return {
    store,
    uploads,
    records: () => [...records.values()],
    remove: (id: string) => records.delete(Number(id)),
  };
}
