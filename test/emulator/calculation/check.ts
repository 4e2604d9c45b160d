import type { Properties, Property } from "../domain/form";
import { findField } from "../domain/form";
import { badFormula } from "../errors/apps";
import type { Sentence } from "../errors/kintone-error";
import { callsIn, fieldsIn, parseExpression } from "./expression";
import type { Expression } from "./expression";

/** How many arguments a function takes: at least, at most. https://jp.kintone.help/k/ja/app/form/autocalc/function */
const functions: Record<string, [number, number]> = {
  SUM: [1, Infinity],
  IF: [3, 3],
  AND: [1, 32],
  OR: [1, 32],
  NOT: [1, 1],
  ROUND: [1, 2],
  ROUNDUP: [1, 2],
  ROUNDDOWN: [1, 2],
  YEN: [1, 2],
  CONTAINS: [2, 2],
  DATE_FORMAT: [3, 3],
};

/** Types that a formula may name (kintone help, "fields that can be referenced in formulas"). */
const usableTypes = new Set(
  (
    "NUMBER CALC DATE TIME DATETIME CREATED_TIME UPDATED_TIME SINGLE_LINE_TEXT DROP_DOWN RADIO_BUTTON CHECK_BOX " +
    "MULTI_SELECT CREATOR MODIFIER"
  ).split(" "),
);

const fullWidth = /[＋－＊／＾＆＝＜＞（），．！”]/;

/**
 * A form with formulas that do not work is taken and cannot be deployed (measured, SonicGarden/kintone-emulator
 * `doc/kintone-calc-behavior.md` §7). @throws GAIA_IL01 for the first one
 */
export function checkFormulas(properties: Properties): void {
  const fields = Object.values(properties).flatMap((property) => [property, ...Object.values(property.fields ?? {})]);
  const formulas = new Map(fields.filter(({ expression }) => expression).map((field) => [field.code, field]));
  for (const field of formulas.values()) {
    const reason = reasonAgainst(field, properties) ?? circle(field, formulas);
    if (reason) throw badFormula(field.label, reason);
  }
}

function reasonAgainst({ expression = "" }: Property, properties: Properties): Sentence | undefined {
  const withoutTexts = expression.replace(/"(\\.|[^"\\])*"/g, "");
  const symbol = fullWidth.exec(withoutTexts)?.[0];
  if (symbol) return fullWidthUsed(symbol);
  const formula = parseExpression(expression);
  if (!formula) {
    return { ja: "計算式の文法が正しくありません。", en: "The syntax of the formula is incorrect." };
  }
  return firstOf(callsIn(formula), wrongCall) ?? firstOf(fieldsIn(formula), (code) => wrongField(code, properties));
}

function firstOf<T>(items: T[], reason: (item: T) => Sentence | undefined): Sentence | undefined {
  for (const item of items) {
    const found = reason(item);
    if (found) return found;
  }
  return undefined;
}

function wrongCall({ name, args }: { name: string; args: Expression[] }): Sentence | undefined {
  const [least, most] = functions[name] ?? [0, 0];
  if (most === 0) return { ja: `${name}関数は使用できません。`, en: `The function ${name} cannot be used.` };
  if (args.length > most) {
    return {
      ja: `${name}関数に指定できる引数は${most}個までです。`,
      en: `The function ${name} takes up to ${most} arguments.`,
    };
  }
  if (args.length >= least) return undefined;
  return {
    ja: `${name}関数には${least}個${least === most ? "" : "以上"}の引数が必要です。`,
    en: `The function ${name} requires ${least} arguments${least === most ? "" : " or more"}.`,
  };
}

function wrongField(code: string, properties: Properties): Sentence | undefined {
  const found = findField(properties, code)?.property;
  if (!found) {
    return {
      ja: `計算式に含まれるフィールドコード（${code}）が存在しません。`,
      en: `The field code (${code}) in the formula does not exist.`,
    };
  }
  if (usableTypes.has(found.type)) return undefined;
  return {
    ja: `計算式で利用できないフィールドタイプ(${found.type})が指定されています。`,
    en: `A field type (${found.type}) that cannot be used in formulas is specified.`,
  };
}

function circle(start: Property, formulas: ReadonlyMap<string, Property>): Sentence | undefined {
  const seen = new Set<string>();
  const leadsBack = (field: Property): boolean => {
    const formula = parseExpression(field.expression ?? "");
    return (formula ? fieldsIn(formula) : []).some((code) => {
      const next = formulas.get(code);
      if (code === start.code) return true;
      if (!next || seen.has(code)) return false;
      seen.add(code);
      return leadsBack(next);
    });
  };
  return leadsBack(start)
    ? { ja: "フィールドの参照が循環しています。", en: "The references between fields are circular." }
    : undefined;
}

function fullWidthUsed(symbol: string): Sentence {
  const narrow = symbol === "”" ? '"' : symbol.normalize("NFKC");
  return {
    ja: `全角記号「${symbol}」が入力されています。半角記号「${narrow}」を入力してください。`,
    en: `The full-width symbol "${symbol}" is used. Use the half-width symbol "${narrow}".`,
  };
}
