import fc from "fast-check";
import type { LayoutField, LayoutRow, Property } from "../../emulator/domain/form";
import type { SystemValues } from "../../emulator/records/write";
import {
  type FieldOptions,
  type GeneratedField,
  PEOPLE,
  calculatedField,
  inputField,
  lookupFields,
  relatedRecords,
} from "./generated-fields";

/** An app as somebody could have made it, with records. Plain data, so that a failure shows it. */
export interface GeneratedApp {
  /** Before the record number; empty in most apps. */
  code: string;
  properties: Property[];
  layout: LayoutRow[];
  hasProcess: boolean;
  records: GeneratedRecord[];
  /** Codes of fields that were added to the form when the first so many records were there. */
  addedLater: { fields: string[]; records: number };
}

export interface GeneratedRecord {
  /** By field code. A file is a `GeneratedFile`, a row of a table is `values` again. */
  values: Record<string, unknown>;
  system: SystemValues;
}

/**
 * Codes that kintone takes (kintone help, フィールドコード), of which no two are the same to a file system. Members of every object,
 * as `constructor` and `__proto__`, are not among them: cli-kintone stumbles over such fields; test/archive has them. With more than 200
 * bytes the archive shortens the names of folders, so attachments do not get the longest.
 */
const CODES = [
  ..."数値 数値＿￥ 項目・１ ｶﾅ Ａ a b_2 備考々 é Straße か\u3099 検査 図番 価格＄ ー _ €uro 𠮷野家 ユーザー選択 写真・資料".split(
    " ",
  ),
  ...[
    "文字列__1行__",
    "Ｄａｔｅ",
    "処置",
    "length",
    "value",
    "type",
    "id",
    "明細",
    "対策履歴",
    "〃",
    "ΣΑΣ",
    "c9",
    "d",
    "e",
    "f",
  ],
  ...["x".repeat(128), "長".repeat(66)],
];
const LONGEST = "項".repeat(128);

const STATES = ["未処理", "*", '完了, "済"'];
const CATEGORIES = ["社内", '社外"*'];

/** Of every field type, with awkward values. */
export function generatedApp(options: FieldOptions): fc.Arbitrary<GeneratedApp> {
  const codes = fc.shuffledSubarray(CODES, { minLength: 22, maxLength: 26 });
  return codes.chain((chosen) => form(chosen, options)).chain((made) => filled(made, options));
}

interface Table extends GeneratedField {
  fields: GeneratedField[];
}

interface Form {
  outer: GeneratedField[];
  tables: Table[];
  group: Property | undefined;
  layout: LayoutRow[];
}

function form(
  [calc = "", lookup = "", copy = "", related = "", group = "", ...rest]: string[],
  options: FieldOptions,
): fc.Arbitrary<Form> {
  const [tableA = "", calcA = "", ...others] = rest;
  const [tableB = "", ...free] = others;
  const inputs = (codes: string[]) => fc.tuple(...codes.map((code) => inputField(code, options)));
  const longest = inputField(LONGEST, options).filter(({ property }) => property.type !== "FILE");
  return fc
    .record({
      inputs: inputs(free.slice(7)),
      longest: fc.option(longest, { nil: undefined, freq: 8 }),
      a: inputs(free.slice(0, 4)),
      b: inputs(free.slice(4, 7)),
      tables: fc.integer({ min: 0, max: 2 }),
      hasCalc: fc.boolean(),
      hasLookup: fc.boolean(),
      hasGroup: fc.boolean(),
    })
    .chain((parts) => {
      const plain = [...parts.inputs, ...(parts.longest ? [parts.longest] : [])];
      const calcInA = calculatedField(calcA, numbersOf(parts.a));
      return fc
        .record({ calc: calculatedField(calc, numbersOf([...plain, ...parts.a])), calcA: calcInA })
        .map((calculated) => {
          const tables = [table(tableA, [...parts.a, calculated.calcA]), table(tableB, parts.b)].slice(0, parts.tables);
          const isWhole = parts.hasCalc && parts.tables > 0;
          const outer = [
            ...plain,
            ...(isWhole ? [calculated.calc] : []),
            ...(parts.hasLookup ? [...lookupFields(lookup, copy), relatedRecords(related, copy)] : []),
          ];
          return { outer, tables, group: parts.hasGroup ? { type: "GROUP", code: group, label: group } : undefined };
        });
    })
    .chain((fields) => layout(fields).map((rows) => ({ ...fields, layout: rows })));
}

const numbersOf = (fields: GeneratedField[]) =>
  fields.flatMap(({ property }) => (property.type === "NUMBER" ? [property.code] : []));

function table(code: string, fields: GeneratedField[]): Table {
  const inner = Object.fromEntries(fields.map(({ property }) => [property.code, property]));
  return { property: { type: "SUBTABLE", code, label: code, fields: inner }, fields };
}

const SYSTEM_FIELDS: Property[] = [
  ...["RECORD_NUMBER", "CREATOR", "CREATED_TIME", "MODIFIER", "UPDATED_TIME"].map((type) => ({
    type,
    code: `sys_${type}`,
    label: type,
  })),
  ...["STATUS", "STATUS_ASSIGNEE", "CATEGORY"].map((type) => ({
    type,
    code: `sys_${type}`,
    label: type,
    enabled: type === "CATEGORY",
  })),
];

/** Fields anywhere, some of the system fields too; tables are rows of their own; what is behind the last row may be in a group. */
function layout({ outer, tables, group }: Omit<Form, "layout">): fc.Arbitrary<LayoutRow[]> {
  const shown = fc.subarray(SYSTEM_FIELDS.slice(0, 5));
  const decorations = fc.subarray<LayoutField>([
    { type: "LABEL", label: "<b>見出し</b>" },
    { type: "HR" },
    { type: "SPACER", elementId: "s" },
  ]);
  const inAnyOrder = <Item>(items: Item[]) => fc.shuffledSubarray(items, { minLength: items.length });
  return fc
    .tuple(shown, decorations, fc.tuple(...tables.map(({ fields }) => inAnyOrder(fields))))
    .chain(([system, others, inner]) => {
      const fields = [...outer.map(({ property }) => property), ...system].map(({ type, code }): LayoutField => ({
        type,
        code,
      }));
      return fc.tuple(inAnyOrder([...fields, ...others]), fc.integer({ min: 1, max: 4 })).chain(([ordered, perRow]) => {
        const rows = chunks(ordered, perRow).map((row) => ({ type: "ROW" as const, fields: row }));
        const tableRows = tables.map(({ property }, index) => ({
          type: "SUBTABLE" as const,
          code: property.code,
          fields: (inner[index] ?? []).map(({ property: { type, code } }) => ({ type, code })),
        }));
        const last = group && { type: "GROUP" as const, code: group.code, layout: rows.splice(-1) };
        return inAnyOrder<LayoutRow>([...rows, ...tableRows, ...(last ? [last] : [])]);
      });
    });
}

function chunks<Item>(items: Item[], size: number): Item[][] {
  return items.length === 0 ? [] : [items.slice(0, size), ...chunks(items.slice(size), size)];
}

function filled(
  { outer, tables, group, layout: shownRows }: Form,
  { importable }: FieldOptions,
): fc.Arbitrary<GeneratedApp> {
  const rows = tables.map((one): GeneratedField => ({
    ...one,
    values: fc.array(valuesOf(one.fields), { maxLength: 3 }),
  }));
  const user = fc.constantFrom("admin", "sato", ...(importable ? [] : ["", "ghost"]));
  const moment = fc
    .integer({ min: 0, max: 500_000 })
    .map((minute) => `${new Date(1.7e12 + minute * 60_000).toISOString().slice(0, 16)}:00Z`);
  const system = fc.record({
    creator: user,
    createdTime: moment,
    modifier: user,
    updatedTime: moment,
    status: fc.constantFrom(...STATES),
    assignees: fc.subarray(["sato", "suzuki"]),
    categories: fc.subarray(CATEGORIES),
  });
  const record = fc.record({ values: valuesOf([...outer, ...rows]), system });
  const properties = [
    ...SYSTEM_FIELDS,
    ...[...outer, ...tables].map(({ property }) => property),
    ...(group ? [group] : []),
  ];
  // Not what others are computed from: those would have been computed anew.
  const canBeLate = outer.flatMap(({ property: { type, code, lookup }, values }) =>
    values && type !== "NUMBER" && !lookup ? [code] : [],
  );
  return fc.record({
    code: fc.constantFrom("", "", "QR"),
    properties: fc.constant(properties),
    layout: fc.constant(shownRows),
    hasProcess: fc.boolean(),
    records: fc.array(record, { maxLength: 6 }),
    addedLater: fc.record({ fields: fc.subarray(canBeLate), records: fc.integer({ min: 0, max: 2 }) }),
  });
}

/** Any field may be left out: then it gets what a new record has. */
function valuesOf(fields: GeneratedField[]): fc.Arbitrary<Record<string, unknown>> {
  const cells = Object.fromEntries(fields.flatMap(({ property, values }) => (values ? [[property.code, values]] : [])));
  return fc.record(cells, { requiredKeys: [] });
}

/** The process of apps that have one: nobody is assigned where it begins. */
export const PROCESS = {
  enable: true,
  states: Object.fromEntries(
    STATES.map((name, index) => {
      const entities =
        index === 0
          ? []
          : PEOPLE.USER_SELECT.slice(0, 2).map((code) => ({ entity: { type: "USER", code }, includeSubs: false }));
      return [name, { name, index: String(index), assignee: { type: "ONE" as const, entities } }];
    }),
  ),
  actions: [{ name: "進める", from: STATES[0]!, to: STATES[1]!, filterCond: "", type: "PRIMARY" }],
};
