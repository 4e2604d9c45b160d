import { invalidInput, invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import type { Sentence } from "../errors/kintone-error";
import { decorations, systemTypes } from "./form";
import type { LayoutField, LayoutRow, Properties } from "./form";

/**
 * A layout names every field of the form, with its type, and every field of a table in the table's row
 * (kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`; the paths inside groups are our own). @throws CB_VA01
 */
export function checkLayout(layout: LayoutRow[], properties: Properties): void {
  const named = new Set<string>();
  layout.forEach((row, index) => {
    const path = `layout[${index}]`;
    switch (row.type) {
      case "ROW":
        return checkFields(row.fields, path, properties, named);
      case "SUBTABLE":
        named.add(row.code);
        return checkTable(row, path, properties);
      case "GROUP":
        named.add(row.code);
        if (properties[row.code]?.type !== "GROUP") throw invalidParameter(`${path}.code`, notFound(row.code));
        return row.layout.forEach((inner, at) => checkFields(inner.fields, `${path}.layout[${at}]`, properties, named));
      default:
        throw invalidParameter(`${path}.type`, sentences.notInEnum);
    }
  });
  const forgotten = Object.values(properties).filter(({ type, code }) => !systemTypes.has(type) && !named.has(code));
  if (forgotten.length > 0) throw invalidParameter("layout", sentences.requiredParameter);
}

function checkFields(fields: LayoutField[], path: string, properties: Properties, named: Set<string>): void {
  const errors: Record<string, Sentence[]> = {};
  fields.forEach(({ type, code }, index) => {
    if (decorations.has(type)) return;
    const property = code === undefined ? undefined : properties[code];
    if (!property) errors[`${path}.fields[${index}].code`] = [notFound(code ?? "")];
    else if (property.type !== type) errors[`${path}.fields[${index}].type`] = [otherType(property.code)];
    else named.add(property.code);
  });
  if (Object.keys(errors).length > 0) throw invalidInput(errors);
}

function checkTable(
  { code, fields }: Extract<LayoutRow, { type: "SUBTABLE" }>,
  path: string,
  properties: Properties,
): void {
  const inner = properties[code]?.fields;
  if (!inner) throw invalidParameter(`${path}.code`, notFound(code));
  const given = new Set(fields.map((field) => field.code));
  const isWhole = given.size === Object.keys(inner).length && Object.keys(inner).every((known) => given.has(known));
  if (!isWhole) throw invalidParameter(`${path}.fields`, brokenTable(code));
}

// The Japanese sentences are our own.
const notFound = (code: string): Sentence => ({
  ja: `フォームの更新に失敗しました。フィールド（code: ${code}）が見つかりません。`,
  en: `Failed to update form. Field (code: ${code}) is not found.`,
});
const otherType = (code: string): Sentence => ({
  ja: `フォームの更新に失敗しました。フィールド（code: ${code}）のタイプが、typeパラメーターと一致しません。`,
  en: `Failed to update form. The type of the field (code: ${code}) does not match the type parameter.`,
});
const brokenTable = (code: string): Sentence => ({
  ja: `フォームの更新に失敗しました。テーブル ${code} の形式が正しくありません。フィールドが不足しているか、テーブルに存在しないフィールドが指定されています。`,
  en: `Failed to update form. The format of table ${code} is not valid. Some fields may be missing or the specified fields may not exist in the table.`,
});
