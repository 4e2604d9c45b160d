import fc from "fast-check";
import { type KindOfField, KINDS } from "./kinds-of-fields";

/** A field of a generated form. */
export interface GeneratedField {
  code: string;
  kind: KindOfField;
  inTable: boolean;
}

const TABLE = "表";

/** Some of all kinds of fields, each outside a table or in it. */
export const form: fc.Arbitrary<GeneratedField[]> = fc
  .tuple(
    fc.subarray([...KINDS], { minLength: 12 }),
    fc.array(fc.boolean(), { minLength: KINDS.length, maxLength: KINDS.length }),
  )
  .map(([kinds, inTable]) =>
    kinds.map((kind, at) => ({ code: kind.type, kind, inTable: kind.inTables && Boolean(inTable[at]) })),
  );

export function propertiesOf(fields: readonly GeneratedField[]): Record<string, any> {
  const defined = (some: readonly GeneratedField[]) =>
    Object.fromEntries(
      some.map(({ code, kind }) => [code, { type: kind.type, code, label: code, ...kind.definition }]),
    );
  const table = {
    type: "SUBTABLE",
    code: TABLE,
    label: TABLE,
    fields: defined(fields.filter(({ inTable }) => inTable)),
  };
  return { ...defined(fields.filter(({ inTable }) => !inTable)), [TABLE]: table };
}

/** What is written for one record. */
export function recordOf(fields: readonly GeneratedField[]): fc.Arbitrary<Record<string, any>> {
  const cells = (inTable: boolean) =>
    fc.record(
      Object.fromEntries(
        fields
          .filter((field) => field.inTable === inTable && field.kind.value)
          .map(({ code, kind }) => [code, kind.value!.map((value) => ({ value }))]),
      ),
    );
  const rows = fc.array(cells(true), { maxLength: 3 }).map((some) => ({ value: some.map((value) => ({ value })) }));
  return fc.tuple(cells(false), rows).map(([outside, table]) => ({ ...outside, [TABLE]: table }));
}

/** A condition on these fields, as kintone writes it. */
export function conditionOn(fields: readonly GeneratedField[]): fc.Arbitrary<string> {
  const comparison = fc.constantFrom(...fields).chain(comparisonOn);
  const joined = (parts: fc.Arbitrary<string>) =>
    fc
      .tuple(fc.array(parts, { minLength: 2, maxLength: 3 }), fc.constantFrom(" and ", " or "), fc.boolean())
      .map(([some, word, inParentheses]) =>
        inParentheses && word === " or " ? `(${some.join(word)})` : some.join(word),
      );
  const simple = fc.oneof({ weight: 2, arbitrary: comparison }, { weight: 2, arbitrary: joined(comparison) });
  return fc.oneof({ weight: 3, arbitrary: simple }, { weight: 1, arbitrary: joined(simple) });
}

function comparisonOn({ code, kind, inTable }: GeneratedField): fc.Arbitrary<string> {
  const outside = kind.operators.filter((operator) => operator !== "=" && operator !== "!=");
  const operators = inTable
    ? [...new Set([...outside, ...(kind.operators.includes("=") ? ["in", "not in"] : [])])]
    : kind.operators;
  return fc.constantFrom(...operators).chain((operator) => {
    if (operator.startsWith("is")) return fc.constant(`${code} ${operator}`);
    const single = kind.operand.map((operand) => `${code} ${operator} ${operand}`);
    const list = fc.array(kind.operand, { minLength: 1, maxLength: 2 });
    return operator.endsWith("in") ? list.map((some) => `${code} ${operator} (${some.join(", ")})`) : single;
  });
}
