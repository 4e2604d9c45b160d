import type { FieldProperty, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, isObject, rowsOf } from "../../archive/records/understood";
import { type BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { AppRef } from "../../domain/target";
import { comparableValue } from "../compare/comparable-value";
import type { ComparedForms } from "../compare/compared-forms";
import { isEmptyValue } from "../plan/empty-value";
import { type Gathered, gatherRecords } from "./concerned";
import { namedField, type PlacedProperty, plannedCode, writtenProperties } from "./form-fields";
import { keyText, type LookedUp } from "./looked-up";
import { MOST_EXAMPLES, type Obstacle, type OtherCopy } from "./obstacle";
import type { RecordCheck } from "./planned-records";

/** One writing of a lookup's key: kintone fills the copies beside it. */
interface Written {
  id: string;
  key: string;
  cells: KintoneRecord;
}

/** What is in the app that a lookup looks into, under a key. */
type Found = { record: KintoneRecord } | "gone" | "repeated";

/** Kept in memory, so that what many records name is asked for once. */
const MOST_KEYS = 10_000;

/** The values of a record that a lookup is written into. A key that stays as it is, is not sent, and its copies stay. */
export function checkLookups(
  { present, fields }: ComparedForms,
  app: AppRef,
  lookedUp: LookedUp,
): RecordCheck<Obstacle[]> {
  const lookups = writtenProperties(present, fields).flatMap((placed) => {
    const lookup = createLookup(placed, app, lookedUp);
    return lookup ? [{ placed, ...lookup }] : [];
  });
  return {
    see({ id, wanted, isWritten }) {
      for (const { placed, meet } of lookups) {
        if (!isWritten(plannedCode(placed))) continue;
        const { table } = placed;
        const groups = table === undefined ? [wanted] : rowsOf(cellOf(wanted, table)).map(({ value }) => value);
        for (const cells of groups) meet(id, cells);
      }
    },
    async ask() {
      for (const lookup of lookups) await lookup.ask();
    },
    found: () => lookups.flatMap((lookup) => lookup.found()),
  };
}

/** Of the two apps, that of the key field may be in the same guest space only (kintone help, ルックアップ). */
function createLookup(placed: PlacedProperty, { guestSpaceId }: AppRef, lookedUp: LookedUp) {
  const { property } = placed;
  const into = intoOf(property);
  if (!into) return undefined;
  const { keyField, appId, mappings } = into;
  const app: AppRef = { appId, ...(guestSpaceId !== undefined && { guestSpaceId }) };
  const known = new Map<string, Found>();
  const missing = {
    gone: { records: gatherRecords(), keys: new Set<string>() },
    repeated: { records: gatherRecords(), keys: new Set<string>() },
  };
  const copies = { records: gatherRecords(), examples: [] as OtherCopy[] };
  const met: Gathered = gatherRecords();
  let waiting: Written[] = [];
  let error: BackupError | undefined;

  async function look(keys: readonly string[]): Promise<void> {
    const copied = mappings.map(({ relatedField }) => relatedField);
    const found = await lookedUp.find({ app, keyField, copied }, keys);
    for (const key of keys) {
      const [first, second] = found.get(keyText(key)) ?? [];
      const one: Found = first ? { record: first } : "gone";
      known.set(key, second ? "repeated" : one);
    }
  }

  function judge({ id, key, cells }: Written): void {
    const found = known.get(key);
    if (found === undefined) return;
    if (typeof found === "string") {
      missing[found].records.add(id);
      missing[found].keys.add(key);
      return;
    }
    for (const { field, relatedField } of mappings) {
      const [own, today] = [cellOf(cells, field), cellOf(found.record, relatedField)];
      if (!own || !today || comparableValue(own) === comparableValue(today)) continue;
      copies.records.add(id);
      if (copies.examples.length < MOST_EXAMPLES) {
        copies.examples.push({ id, field, archived: textOf(own.value), today: textOf(today.value) });
      }
    }
  }

  return {
    meet(id: string, cells: KintoneRecord): void {
      const key = cellOf(cells, property.code)?.value;
      if (isEmptyValue(key) || typeof key !== "string") return;
      met.add(id);
      waiting.push({ id, key, cells });
    },
    async ask(): Promise<void> {
      const written = waiting;
      waiting = [];
      if (error) return;
      try {
        if (known.size > MOST_KEYS) known.clear();
        const keys = [...new Set(written.map(({ key }) => key))].filter((key) => !known.has(key));
        if (keys.length > 0) await look(keys);
      } catch (thrown) {
        error = toBackupError(thrown);
        if (endsTheRun(error)) throw error;
        return;
      }
      for (const each of written) judge(each);
    },
    found(): Obstacle[] {
      const of = { ...namedField(placed), app: appId };
      const leaveOutField = { way: "leave-out-field", field: property.code } as const;
      if (error) {
        const found = { code: "LOOKUP_NOT_READABLE", ...of, error, records: met.concerned() } as const;
        return [{ ...found, weight: "asks", ways: [leaveOutField, met.leaveOut()] }];
      }
      const keyless = (["gone", "repeated"] as const).flatMap((problem): Obstacle[] => {
        const { records, keys } = missing[problem];
        const [value] = keys;
        if (value === undefined) return [];
        const found = { code: "LOOKUP_KEY", ...of, problem, values: keys.size, value } as const;
        return [{ ...found, records: records.concerned(), weight: "asks", ways: [records.leaveOut(), leaveOutField] }];
      });
      const told: Obstacle[] = copies.examples.length
        ? [{ code: "COPIES", ...of, ...copies, records: copies.records.concerned(), weight: "told", ways: [] }]
        : [];
      return [...keyless, ...told];
    },
  };
}

interface Into {
  appId: string;
  keyField: string;
  mappings: ReadonlyArray<{ field: string; relatedField: string }>;
}

function intoOf({ lookup }: FieldProperty): Into | undefined {
  if (!lookup) return undefined;
  const related: unknown = Reflect.get(lookup, "relatedApp");
  const appId: unknown = isObject(related) ? Reflect.get(related, "app") : undefined;
  const keyField: unknown = Reflect.get(lookup, "relatedKeyField");
  // What the app is called is empty to those who may not see it.
  if (typeof appId !== "string" || appId === "" || typeof keyField !== "string") return undefined;
  return { appId, keyField, mappings: lookup.fieldMappings ?? [] };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value ?? ""));
