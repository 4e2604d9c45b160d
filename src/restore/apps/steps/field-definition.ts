import type { FieldProperty } from "../../../archive/records/kintone-app";
import type { AppIds } from "../app-ids";
import { relatedApp } from "./wanted-form";
import { pieceOf, type StepContext } from "./step-context";

/** As `POST preview/app/form/fields.json` takes a field: apps by their new ids, and nobody who is gone. */
export function fieldDefinition(field: FieldProperty, { ids, people, tell }: StepContext): object {
  const known = people.settled(field, (person) =>
    tell({ ...pieceOf("app/form/fields", field.code), what: "person", ...person }),
  );
  return linked(known, ids);
}

function linked(field: FieldProperty, ids: AppIds): object {
  const app = ids.now(relatedApp(field) ?? "");
  const link = field.lookup ? "lookup" : "referenceTable";
  const inner = field.fields && Object.entries(field.fields).map(([code, each]) => [code, linked(each, ids)]);
  return {
    ...field,
    ...(app !== undefined && { [link]: { ...(Reflect.get(field, link) as object), relatedApp: { app } } }),
    ...(inner && { fields: Object.fromEntries(inner) as object }),
  };
}
