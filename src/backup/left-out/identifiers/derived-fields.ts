import type { FieldProperty, FormFields } from "../../../archive/records/kintone-app";

/**
 * Codes of the fields whose formula names an excluded field, directly or through another calculated field, in the order of
 * the form: they would give the excluded value away. A table's code stands for every field in it. What is excluded anyway is
 * not named again.
 */
export function fieldsDerivedFrom(form: FormFields, excluded: readonly string[]): string[] {
  const fields = Object.values(form.properties).flatMap((field) => [field, ...inner(field)]);
  const hidden = new Set(excluded);
  for (const table of fields) if (hidden.has(table.code)) for (const { code } of inner(table)) hidden.add(code);

  const derived = new Set<string>();
  const unread = [...hidden];
  for (let code = unread.pop(); code !== undefined; code = unread.pop()) {
    for (const field of fields) {
      if (hidden.has(field.code) || derived.has(field.code) || !names(field.expression ?? "", code)) continue;
      derived.add(field.code);
      unread.push(field.code);
    }
  }
  return fields.map((field) => field.code).filter((code) => derived.has(code));
}

function inner(field: FieldProperty): FieldProperty[] {
  return Object.values(field.fields ?? {});
}

/**
 * The texts in a formula stand in double quotes (jp.kintone.help, app/form/autocalc/basic_error/autocalc_format). Whether a backslash escapes a quote there is
 * not documented, so both readings are asked: what one of them takes for a text, the other may take for a field.
 */
const TEXTS: readonly RegExp[] = [/"(?:\\.|[^"\\])*"/gsu, /"[^"]*"/gu];

/** What field codes are made of beside letters and digits (kintone help, フィールドコード). */
const IN_CODES = "[\\p{L}\\p{M}\\p{N}_\\uff3f$\\uff04\\u00a5\\uffe5\\u20ac\\u00a3・\\uff65]";

/** Whether a formula names a field. A function is named too, but followed by a bracket. */
function names(formula: string, code: string): boolean {
  if (!formula.includes(code)) return false;
  const named = new RegExp(`(?<!${IN_CODES})${escaped(code)}(?!${IN_CODES})(?!\\s*\\()`, "u");
  return TEXTS.some((texts) => named.test(formula.replace(texts, '""')));
}

function escaped(code: string): string {
  return code.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
