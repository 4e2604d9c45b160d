import { rolesOf } from "../compare/field-roles";
import type { ComparedForms } from "../compare/compared-forms";
import { optionsOf } from "../compare/options";
import { isEmptyValue } from "../plan/empty-value";
import type { RestoreChoices } from "../plan/restore-choices";
import { type Gathered, gatherRecords, under } from "./concerned";
import { cellsOf, namedField, type PlacedProperty, placedProperties, plannedCode } from "./form-fields";
import type { Obstacle } from "./obstacle";
import type { RecordCheck } from "./planned-records";

/** A radio button is never empty in kintone, whatever is sent (kintone-emulator, captures). */
const NEVER_EMPTY: ReadonlySet<string> = new Set(["RADIO_BUTTON"]);

const SEVERAL: ReadonlySet<string> = new Set([
  ...["CHECK_BOX", "MULTI_SELECT", "USER_SELECT", "ORGANIZATION_SELECT", "GROUP_SELECT"],
]);

/**
 * Records that have nothing where something is required now. kintone looks at the whole of a record, also of what is not sent; what a record that is
 * there has in fields that stay as they are is not known here, and taken to be what the archive has.
 */
export function checkRequired({ present, fields }: ComparedForms, choices: RestoreChoices): RecordCheck<Obstacle[]> {
  const roles = rolesOf(present);
  const required = placedProperties(present).filter(
    ({ property }) =>
      Reflect.get(property, "required") === true &&
      roles.get(property.code) === "written" &&
      !NEVER_EMPTY.has(property.type),
  );
  const found = new Map<PlacedProperty, Gathered>();

  /** A field that is left out of a new record gets its default value; of one that is there, it stays. */
  function isLacking(placed: PlacedProperty, record: Parameters<RecordCheck<unknown>["see"]>[0]): boolean {
    const cells = cellsOf(record.wanted, placed);
    const isSent = fields.has(placed.property.code) && fields.has(plannedCode(placed)) && cells.every((cell) => cell);
    if (!isSent && cells.length > 0) return !record.change && !hasDefault(placed.property);
    if (record.change && !record.isWritten(plannedCode(placed)) && (choices.fields || placed.table)) return false;
    return cells.some((cell) => isEmptyValue(cell?.value));
  }

  return {
    see(record) {
      for (const placed of required) {
        if (isLacking(placed, record)) under(found, placed, gatherRecords).add(record.id);
      }
    },
    found: () =>
      [...found].map(([placed, records]) => {
        const { code: field, type } = placed.property;
        const options = optionsOf(placed.property).map(({ name }) => name);
        return {
          ...{ code: "REQUIRED_EMPTY", weight: "asks", ...namedField(placed), records: records.concerned() },
          ways: [
            // A file cannot be written down as a value.
            ...(type === "FILE"
              ? []
              : [
                  {
                    ...({ way: "give-value", field, type, several: SEVERAL.has(type) } as const),
                    ...(options.length > 0 && { options }),
                  },
                ]),
            records.leaveOut(),
          ],
        };
      }),
  };
}

function hasDefault(property: object): boolean {
  return Reflect.get(property, "defaultNowValue") === true || !isEmptyValue(Reflect.get(property, "defaultValue"));
}
