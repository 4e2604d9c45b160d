import { addedFields, lackingFields } from "./added-fields";
import { renamedBuiltIns } from "./built-in-fields";
import { pieceOf, type StepWork } from "./step-context";
import { isRelated, laterFields, wantedForm } from "./wanted-form";

/**
 * The fields that name no other app. What the app has by itself gets the archive's codes first, as another field may have the code that it has now.
 * Formulas that may name a field that comes later come later, too: kintone does not make them live without it.
 */
export const fields: StepWork = async (bench, context) => {
  const { builtIn, own, nowhere } = await wantedForm(bench.made.archived, context.ids);
  for (const { field, appId } of nowhere) {
    const piece = pieceOf("app/form/fields", field.code);
    context.tell({ ...piece, what: "other-app", appId });
    if (!isRelated(field)) context.tell({ ...piece, what: "no-lookup" });
  }
  const later = new Set(laterFields(own));
  const now = own.filter((field) => !later.has(field));
  return [await renamedBuiltIns(bench, builtIn), addedFields(bench, await lackingFields(bench, now, context), context)];
};
