import type { FieldProperty } from "../../../archive/records/kintone-app";
import type { PresentField } from "../../../domain/settings-desk";
import type { Bench } from "../making/bench";
import { addedFields, addFields, lackingFields } from "./added-fields";
import { fieldDefinition } from "./field-definition";
import { pieceOf, type StepContext, type StepWork } from "./step-context";
import { refusalOf } from "./taking";
import { innerOf, isLinked, isRelated, isTable, laterFields, looksUp, wantedForm, withoutLookups } from "./wanted-form";
import { type Work, wholeWork } from "./work";

/**
 * Lookups, tables with lookups, and what is calculated from them. All apps are live, so that cycles do no harm; what a lookup copies into is
 * there. What is refused now may find what it names once everything else is live: it is tried again with the related records.
 */
export const lookups: StepWork = async (bench, context) => {
  const later = await laterOf(bench, context);
  return withoutTelling(
    await works(
      bench,
      later.filter((field) => !isRelated(field)),
      context,
    ),
  );
};

/** Lists of related records, and everything that is not there yet; a lookup that still finds no mercy is an ordinary field. */
export const relatedRecords: StepWork = async (bench, context) => {
  const later = await laterOf(bench, context);
  const plain = later.filter((field) => isLinked(field) && !isRelated(field));
  return [...(await works(bench, later, context)), ...plain.map((field) => plainField(bench, field, context))];
};

async function laterOf({ made }: Bench, { ids }: StepContext): Promise<FieldProperty[]> {
  return laterFields((await wantedForm(made.archived, ids)).own);
}

async function works(bench: Bench, later: readonly FieldProperty[], context: StepContext): Promise<Work[]> {
  const lacking = await lackingFields(bench, later, context);
  const tables = lacking.filter((field) => isTable(field) && isLinked(field));
  return [
    addedFields(
      bench,
      lacking.filter((field) => isLinked(field) && !isTable(field)),
      context,
    ),
    ...tables.map((table) => wholeWork(pieceOf("app/form/fields", table.code), () => addTable(bench, table, context))),
    addedFields(
      bench,
      lacking.filter((field) => !isLinked(field)),
      context,
    ),
  ];
}

/**
 * A table whole, as nobody knows whether a lookup can be added to one that is there: UNCONFIRMED(field-into-live-table). Where kintone wants what it copies into to be
 * there before it, the lookups come behind the rest.
 */
async function addTable(bench: Bench, table: FieldProperty, context: StepContext): Promise<void> {
  const whole = await refusalOf(() => addFields(bench, [table], context));
  if (!whole) return;
  const rest = innerOf(table).filter((inner) => !looksUp(inner));
  if (rest.length === 0) throw whole;
  await addFields(bench, [withFields(table, rest)], context);
  const body = { properties: { [table.code]: fieldDefinition(table, context) } };
  const refused = await refusalOf(() => bench.change({ method: "PUT", setting: "app/form/fields", body }));
  if (!refused) return;
  await bench.change({ method: "DELETE", setting: "app/form/fields", body: { fields: [table.code] } });
  throw refused;
}

const withFields = (table: FieldProperty, inner: readonly FieldProperty[]): FieldProperty => ({
  ...table,
  fields: Object.fromEntries(inner.map((field) => [field.code, field])),
});

/** Where it could not become what it was; in an earlier attempt perhaps, which ended behind that. */
function plainField(bench: Bench, field: FieldProperty, context: StepContext): Work {
  const piece = pieceOf("app/form/fields", field.code);
  return {
    async take(afterEach) {
      const { properties } = await bench.read("app/form/fields");
      const present = Object.hasOwn(properties, field.code) ? properties[field.code] : undefined;
      const plain = lookupsIn(field).filter(({ code }) => !lookupsIn(present).some((one) => one.code === code));
      for (const { code } of plain) context.tell({ ...pieceOf("app/form/fields", code), what: "no-lookup" });
      if (present) return [];
      return wholeWork(piece, () => addFields(bench, [withoutLookups(field)], context)).take(afterEach);
    },
  };
}

/** Itself, or those in a table. */
function lookupsIn(field: PresentField | undefined): PresentField[] {
  return field ? [field, ...Object.values(field.fields ?? {})].filter((each) => Reflect.has(each, "lookup")) : [];
}

const withoutTelling = (all: readonly Work[]): Work[] =>
  all.map(({ take }) => ({
    async take(afterEach) {
      await take(afterEach);
      return [];
    },
  }));
