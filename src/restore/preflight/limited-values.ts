import type { ComparedForms } from "../compare/compared-forms";
import { decimal } from "../compare/decimal";
import type { Limit } from "../compare/form-differences";
import { type Gathered, gatherRecords, under } from "./concerned";
import { cellsOf, namedField, type PlacedProperty, plannedCode, writtenProperties } from "./form-fields";
import type { Obstacle } from "./obstacle";
import type { RecordCheck } from "./planned-records";

const LIMITS: readonly Limit[] = ["minLength", "maxLength", "minValue", "maxValue"];

interface Limited {
  placed: PlacedProperty;
  limit: Limit;
  bound: string;
}

/** Values that are longer, shorter, larger or smaller than the form allows now. */
export function checkLimits({ present, fields }: ComparedForms): RecordCheck<Obstacle[]> {
  const limited = writtenProperties(present, fields).flatMap((placed): Limited[] =>
    LIMITS.flatMap((limit) => {
      const bound: unknown = Reflect.get(placed.property, limit);
      return (typeof bound === "string" || typeof bound === "number") && bound !== ""
        ? [{ placed, limit, bound: String(bound) }]
        : [];
    }),
  );
  const found = new Map<Limited, Gathered & { value: string }>();
  return {
    see({ id, wanted, isWritten }) {
      for (const each of limited) {
        if (!isWritten(plannedCode(each.placed))) continue;
        const beyond = cellsOf(wanted, each.placed)
          .flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : []))
          .find((value) => isBeyond(value, each));
        if (beyond === undefined) continue;
        under(found, each, () => ({ ...gatherRecords(), value: beyond })).add(id);
      }
    },
    found: () =>
      [...found].map(([{ placed, limit, bound }, records]) => ({
        ...{ code: "LIMIT", weight: "asks", ...namedField(placed), limit, bound, value: records.value },
        records: records.concerned(),
        ways: [records.leaveOut(), { way: "leave-out-field", field: placed.property.code }],
      })),
  };
}

/** A shortest length holds for an empty text, too (kintone-emulator, captures); a smallest number does not. */
function isBeyond(value: string, { limit, bound }: Limited): boolean {
  if (limit === "minLength") return value.length < Number(bound);
  if (limit === "maxLength") return value.length > Number(bound);
  const text = decimal(value);
  if (text === undefined || text === "") return false;
  return limit === "minValue" ? Number(text) < Number(bound) : Number(text) > Number(bound);
}
