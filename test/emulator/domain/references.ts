import { fieldCodeNotFound } from "../errors/apps";
import { invalidParameter } from "../errors/requests";
import type { Sentence } from "../errors/kintone-error";
import type { Domain } from "./domain";
import type { Lookup, Properties, Property } from "./form";

/**
 * What a lookup names must be there and fit (measured, SonicGarden/kintone-emulator `doc/kintone-behavior-notes.md` §10).
 * `own` are the fields beside it: those of the form, or of the same table. @throws CB_VA01, GAIA_FC01
 */
export function checkLookup({ code, lookup }: Property, own: Properties, path: string, domain: Domain): void {
  if (!lookup) return;
  if (!/^[^\d$]/.test(lookup.relatedKeyField ?? "")) throw invalidParameter(`${path}.lookup.relatedKeyField`, badCode);
  const source = domain.apps.get(Number(lookup.relatedApp.app))?.settings.properties ?? {};
  const taken = new Set(Object.values(own).flatMap((other) => (other.code === code ? [] : targetsOf(other.lookup))));
  for (const [index, { field, relatedField }] of (lookup.fieldMappings ?? []).entries()) {
    const target = own[field];
    if (!target) throw fieldCodeNotFound(field);
    const mapping = `${path}.lookup.fieldMappings[${index}]`;
    if (taken.has(field)) throw invalidParameter(`${mapping}.field`, targetTwice);
    taken.add(field);
    if (isMisfit(source[relatedField]?.type, target.type))
      throw invalidParameter(`${mapping}.relatedField`, otherTypes);
  }
}

/** Lookups and related records of a form after one of its fields got another code; formulas are not followed (UNCONFIRMED(renames-in-formulas)). */
export function followRename(properties: Properties, from: string, to: string): Properties {
  const entries = Object.entries(properties).map(([code, property]): [string, Property] => {
    const { lookup, referenceTable, fields } = property;
    const fieldMappings = lookup?.fieldMappings.map((map) => (map.field === from ? { ...map, field: to } : map));
    const condition = referenceTable?.condition;
    return [
      code,
      {
        ...property,
        ...(lookup && fieldMappings && { lookup: { ...lookup, fieldMappings } }),
        ...(condition?.field === from && {
          referenceTable: { ...referenceTable, condition: { ...condition, field: to } },
        }),
        ...(fields && { fields: followRename(fields, from, to) }),
      } as Property,
    ];
  });
  return Object.fromEntries(entries);
}

const targetsOf = (lookup: Lookup | undefined): string[] => (lookup?.fieldMappings ?? []).map(({ field }) => field);

/** The one pair that is known to be refused; which others are is UNCONFIRMED(lookup-pairs). */
const isMisfit = (from: string | undefined, to: string): boolean => from === "NUMBER" && to === "SINGLE_LINE_TEXT";

// The English sentences are our own.
const badCode: Sentence = {
  ja: "先頭に数字が使用されているか、使用できない記号、またはスペースが含まれているため保存できません。",
  en: "The field code cannot be saved: it begins with a digit or has a symbol or a space that cannot be used.",
};
const targetTwice: Sentence = {
  ja: "コピー先のフィールドの設定が重複しています。",
  en: "The fields to copy into are duplicated.",
};
const otherTypes: Sentence = {
  ja: "指定したフィールドの組み合わせが正しくない、または指定できない種類のフィールドを指定しています。",
  en: "The combination of fields is incorrect, or a field of a type that cannot be used is specified.",
};
