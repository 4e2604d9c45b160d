import type { FormFields } from "../../archive/records/kintone-app";
import type { ComparedForms } from "../compare/compared-forms";
import type { FormDifference } from "../compare/form-differences";
import { isEmptyValue } from "../plan/empty-value";
import { createRenaming } from "../plan/renaming";
import type { RestoreChoices } from "../plan/restore-choices";
import { under } from "./concerned";
import { cellsOf, namedField, type PlacedProperty, placedProperties } from "./form-fields";
import type { Found, Obstacle } from "./obstacle";
import type { RecordCheck } from "./planned-records";
import type { Way } from "./way";

type Lost = Extract<FormDifference, { kind: "absent" | "type" | "place" }>;

interface LostField {
  difference: Lost;
  placed: PlacedProperty;
}

/** Fields of the archive that the app has no place for: how many records of the plan have a value there. */
export function checkLostValues(forms: ComparedForms, choices: RestoreChoices): RecordCheck<Obstacle[]> {
  const { code } = createRenaming(choices.renamed);
  const left = new Set([...forms.excluded, ...choices.leftOutFields].map(code));
  const all = placedProperties(forms.archived);
  const lost = forms.differences.flatMap((difference): LostField[] => {
    if (difference.kind !== "absent" && difference.kind !== "type" && difference.kind !== "place") return [];
    const placed = all.find(({ property }) => property.code === difference.field);
    const isLeft = left.has(difference.field) || (placed?.table !== undefined && left.has(placed.table));
    // With its table, all that is in it is lost: one decision is enough.
    const isWithTable = placed?.table !== undefined && forms.differences.some(isLossOf(placed.table));
    return placed && !isLeft && !isWithTable ? [{ difference, placed }] : [];
  });
  const values = new Map<LostField, { records: number }>();
  return {
    see({ wanted, change }) {
      // Where only chosen fields are put back, the others are not meant.
      if (change && choices.fields) return;
      for (const each of lost) {
        if (!cellsOf(wanted, each.placed).some((cell) => !isEmptyValue(cell?.value))) continue;
        under(values, each, () => ({ records: 0 })).records += 1;
      }
    },
    found: () =>
      lost.map((each): Obstacle => {
        const { records = 0 } = values.get(each) ?? {};
        return {
          ...describe(each, records),
          weight: records > 0 ? "asks" : "told",
          ways: waysOut(each, forms),
        };
      }),
  };
}

const isLossOf = (table: string) => (difference: FormDifference) =>
  (difference.kind === "absent" || difference.kind === "type") && difference.field === table;

function describe({ difference, placed }: LostField, values: number): Found {
  const field = namedField(placed);
  if (difference.kind === "absent") return { code: "FIELD_ABSENT", ...field, type: difference.type, values };
  const { archived, present } = difference;
  if (difference.kind === "type") {
    return { code: "FIELD_TYPE", ...field, archived: difference.archived, present: difference.present, values };
  }
  return {
    ...{ code: "FIELD_PLACE", ...field, values },
    ...(archived !== undefined && { archived }),
    ...(present !== undefined && { present }),
  };
}

function waysOut({ difference, placed }: LostField, { archived, present }: ComparedForms): Way[] {
  const field = placed.property.code;
  const to = difference.kind === "absent" ? candidates(placed, difference.proposals, archived, present) : [];
  return [...(to.length > 0 ? [{ way: "rename-field", field, to } as const] : []), { way: "leave-out-field", field }];
}

/** Fields of the same type and place, which the archive's form has not; those with the same label first. */
function candidates(
  { property, table }: PlacedProperty,
  proposals: readonly string[],
  archived: FormFields,
  present: FormFields,
): string[] {
  const known = new Set(placedProperties(archived).map((each) => each.property.code));
  const alike = placedProperties(present).flatMap((each) =>
    each.property.type === property.type && each.table === table && !known.has(each.property.code)
      ? [each.property.code]
      : [],
  );
  return [...new Set([...proposals, ...alike])];
}
