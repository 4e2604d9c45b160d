import { sentences } from "../errors";
import { emptiness, equality, pathOf, rules, search } from "./field-type";
import type { FieldBeingWritten, FieldType } from "./field-type";

/** Unicode code points, as people count characters. */
const lengthOf = (text: string): number => [...text].length;

const maxUniqueLength = 64;

function readText(input: unknown, field: FieldBeingWritten): string {
  if (input === null || input === undefined) return "";
  if (typeof input !== "string" && typeof input !== "number") {
    field.report(pathOf(field, "value"), sentences.wrongShape);
    return "";
  }
  return String(input);
}

/** The minimum is checked for empty values too (measured, SonicGarden/kintone-emulator dual-mode notes). */
function checkLength(text: string, field: FieldBeingWritten): void {
  const { minLength, maxLength, unique } = field.property;
  const most = unique ? Math.min(Number(maxLength || maxUniqueLength), maxUniqueLength) : Number(maxLength || Infinity);
  if (lengthOf(text) > most) field.report(pathOf(field, "value"), sentences.shorterThan(most + 1));
  if (minLength && lengthOf(text) < Number(minLength)) {
    field.report(pathOf(field, "value"), sentences.longerThan(Number(minLength) - 1));
  }
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
    checkLength(value, field);
    return value;
  },
  query: rules("text", [...equality, ...search], true),
};

export const multiLineText: FieldType = {
  ...text,
  read: readText,
  query: rules("words", [...search, ...emptiness], false),
};

/** kintone removes active content from the HTML that it is given; what exactly is UNCONFIRMED. */
export const richText: FieldType = {
  ...multiLineText,
  read: (input, field) =>
    readText(input, field).replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|\son\w+\s*=\s*("[^"]*"|'[^']*')/gi, ""),
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
    checkLength(value, field);
    const form = linkForms[field.property.protocol ?? "WEB"];
    if (value !== "" && form && !form.test(value)) field.report(pathOf(field, "value"), sentences.badUrl);
    return value;
  },
  query: rules("text", [...equality, ...search], true),
};
