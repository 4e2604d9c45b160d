import type { ComparedForms } from "../compare/compared-forms";
import { optionsOf } from "../compare/options";
import { type Gathered, gatherRecords, under } from "./concerned";
import { cellsOf, namedField, type PlacedProperty, plannedCode, writtenProperties } from "./form-fields";
import type { Obstacle } from "./obstacle";
import type { RecordCheck } from "./planned-records";

/** Options that planned records have, and the form has no more. */
export function checkOptions({ present, fields, differences }: ComparedForms): RecordCheck<Obstacle[]> {
  const choosing = writtenProperties(present, fields).flatMap((placed) => {
    const names = optionsOf(placed.property).map(({ name }) => name);
    return names.length > 0 ? [{ placed, names, known: new Set(names) }] : [];
  });
  const found = new Map<PlacedProperty, Map<string, Gathered>>();

  function proposalFor(field: string, option: string): { proposal?: string } {
    const difference = differences.find((each) => each.kind === "options" && each.field === field);
    const gone = difference?.kind === "options" ? difference.gone : [];
    const proposal = gone.find((each) => each.option === option)?.proposal;
    return proposal === undefined ? {} : { proposal };
  }

  return {
    see({ id, wanted, isWritten }) {
      for (const { placed, known } of choosing) {
        if (!isWritten(plannedCode(placed))) continue;
        const values = cellsOf(wanted, placed).flatMap((cell) => [cell?.value].flat());
        for (const value of values) {
          if (typeof value !== "string" || value === "" || known.has(value)) continue;
          under(
            under(found, placed, () => new Map<string, Gathered>()),
            value,
            gatherRecords,
          ).add(id);
        }
      }
    },
    found: () =>
      choosing.flatMap(({ placed, names }) =>
        [...(found.get(placed) ?? [])].map(([option, records]): Obstacle => {
          const { code: field, type } = placed.property;
          const mayBeLeftOut = type !== "RADIO_BUTTON" && Reflect.get(placed.property, "required") !== true;
          return {
            ...{ code: "OPTION_GONE", weight: "asks", ...namedField(placed), option, records: records.concerned() },
            ways: [
              { way: "replace-option", field, option, to: names, mayBeLeftOut, ...proposalFor(field, option) },
              records.leaveOut(),
            ],
          };
        }),
      ),
  };
}
