import type { Property } from "../domain/form";
import { withoutActiveContent } from "../domain/markup";
import { sentences } from "../errors/sentences";
import type { Sentence } from "../errors/kintone-error";
import { emptiness, equality, pathOf, rules, search } from "./field-type";
import type { FieldBeingWritten, FieldType } from "./field-type";

const maxUniqueLength = 64;

function readText(input: unknown, field: FieldBeingWritten): string {
  if (input === null || input === undefined) return "";
  if (typeof input !== "string" && typeof input !== "number") {
    field.report(pathOf(field, "value"), sentences.wrongShape);
    return "";
  }
  return String(input);
}

/**
 * Counted in UTF-16 units (measured, rex0220/kintone-sql-tools), and for every text that is saved, also one that the request
 * left out or empty (measured, SonicGarden/kintone-emulator).
 */
function lengthFaults(text: string, { minLength, maxLength, unique }: Property): Sentence[] {
  const most = unique ? Math.min(Number(maxLength || maxUniqueLength), maxUniqueLength) : Number(maxLength || Infinity);
  const faults: Sentence[] = [];
  if (text.length > most) faults.push(sentences.shorterThan(most + 1));
  if (minLength && text.length < Number(minLength)) faults.push(sentences.longerThan(Number(minLength) - 1));
  return faults;
}

const show: FieldType["show"] = (value) => value ?? null;

const text = {
  empty: "",
  show,
  initial: (field: FieldBeingWritten) => (field.property.defaultValue as string | undefined) ?? "",
  requiredAt: "value",
} satisfies Partial<FieldType>;

export const singleLineText: FieldType = {
  ...text,
  read(input, field) {
    const value = readText(input, field);
    if (/[\r\n]/.test(value)) field.report(pathOf(field, "value"), sentences.wrongShape);
    return value;
  },
  faults: (value, property) => lengthFaults(String(value ?? ""), property),
  query: rules("text", [...equality, ...search], true),
};

export const multiLineText: FieldType = {
  ...text,
  read: readText,
  query: rules("words", [...search, ...emptiness], false),
};

export const richText: FieldType = {
  ...multiLineText,
  read(input, field) {
    const written = readText(input, field);
    return field.domain.opposites.has("active-content") ? written : withoutActiveContent(written);
  },
};

const linkForms: Record<string, RegExp> = {
  WEB: /^(https?|ftp|file|notes):\/\/\S+$|^mailto:\S+$/i,
  CALL: /^[0-9+\-()*#,;. ]+$/,
  MAIL: /^[^@\s]+@[^@\s]+$/,
};

export const link: FieldType = {
  ...text,
  read(input, field) {
    const value = readText(input, field);
    const form = linkForms[field.property.protocol ?? "WEB"];
    if (value !== "" && form && !form.test(value)) field.report(pathOf(field, "value"), sentences.badUrl);
    return value;
  },
  faults: (value, property) => lengthFaults(String(value ?? ""), property),
  query: rules("text", [...equality, ...search], true),
};
