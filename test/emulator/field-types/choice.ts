import { sentences } from "../errors/sentences";
import type { Property } from "../domain/form";
import { pathOf, rules } from "./field-type";
import type { FieldType } from "./field-type";

const isOption = (property: Property, value: string): boolean => Object.hasOwn(property.options ?? {}, value);
const membership = ["in", "not in"] as const;

/** "Required" is accepted for radio buttons and never enforced (measured). */
export const radioButton: FieldType = {
  empty: null,
  read(input, field) {
    if (input === null || input === undefined || input === "") return null;
    if (typeof input !== "string" || !isOption(field.property, input)) {
      field.report(pathOf(field, "value"), sentences.notAnOption(String(input)));
      return null;
    }
    return input;
  },
  show: (value) => value ?? null,
  initial: (field) => (field.property.defaultValue as string | undefined) || null,
  query: rules("choice", membership, true),
};

export const dropDown: FieldType = { ...radioButton, requiredAt: "value" };

/** Check boxes and multiple selections. */
export const multipleChoice: FieldType = {
  empty: [],
  read(input, field) {
    if (input === null || input === undefined) return [];
    if (!Array.isArray(input)) {
      field.report(pathOf(field, "values"), sentences.wrongShape);
      return [];
    }
    input.forEach((item, index) => {
      if (typeof item !== "string" || !isOption(field.property, item)) {
        field.report(pathOf(field, `values[${index}].value`), sentences.notAnOption(String(item)));
      }
    });
    const chosen = new Set(input as string[]);
    return Object.keys(field.property.options ?? {})
      .sort((a, b) => position(field.property, a) - position(field.property, b))
      .filter((option) => chosen.has(option));
  },
  show: (value) => value ?? [],
  initial: (field) => (field.property.defaultValue as string[] | undefined) ?? [],
  requiredAt: "values",
  query: rules("choice", membership, false),
};

const position = (property: Property, option: string): number => Number(property.options?.[option]?.index ?? 0);
