import type { FieldRight } from "../../domain/app-settings";
import { DEFINING_FIELDS, definingRight, misfitOf } from "../app-definition/target-rights";
import type { Labels } from "../app-definition/labels";
import type { PartOfPlan } from "./plan";
import type { PresentApp } from "./present-app";

/**
 * Field permissions that are missing, or do not fit those who manage the app: somebody else may write, or one of them may
 * not. Who else may read a field is left as people chose it, and so are the permissions of other fields.
 */
export function planFieldRights({ fields, fieldRights, managers }: PresentApp, labels: Labels): PartOfPlan {
  const find = (code: string) => fieldRights.find((right) => right.code === code);
  const unfit = DEFINING_FIELDS.filter((code) => {
    const { others, lacking } = misfitOf(find(code), managers);
    return others.length + lacking.length > 0;
  });
  if (unfit.length === 0) return {};

  const repaired = new Map<string, FieldRight>(unfit.map((code) => [code, definingRight(code, managers, find(code))]));
  const kept = fieldRights.map((right) => repaired.get(right.code) ?? right);
  const added = [...repaired.values()].filter(({ code }) => !find(code));
  return {
    items: unfit.map((code) => ({
      kind: "field-right",
      code,
      label: fields[code]?.label ?? labels.fields[code],
    })),
    // The whole list is replaced (OpenAPI 20250423).
    changes: [{ method: "PUT", setting: "field/acl", body: { rights: [...kept, ...added] } }],
  };
}
