import { describe, expect, it } from "vitest";
import { formFields } from "../../src/history/app-definition/fields";
import { japanese } from "../../src/history/app-definition/japanese";
import { formLayout } from "../../src/history/app-definition/layout";
import { formViews } from "../../src/history/app-definition/views";

const fields = formFields(japanese);
const withInner = Object.values(fields).flatMap((field) => [field, ...Object.values(field.fields ?? {})]);

describe("the backup-management app's definition", () => {
  it("gives every field a code that kintone takes and a label", () => {
    for (const { code, label } of withInner) {
      expect(code).toMatch(/^[a-z][a-z0-9_]*_[a-z0-9_]+$/);
      expect(label, code).toBeTruthy();
    }
    expect(new Set(withInner.map((field) => field.code)).size).toBe(withInner.length);
  });

  it("places every field exactly once, with its type, as kintone demands of a layout", () => {
    const places = formLayout.flatMap((row) => [row, ...(row.fields ?? []), ...(row.layout ?? [])]);
    const inGroups = formLayout.flatMap((row) => (row.layout ?? []).flatMap((inner) => inner.fields ?? []));
    const placed = [...places, ...inGroups].flatMap(({ code, type }) => (code ? [[code, type]] : []));
    expect(placed.sort()).toEqual(withInner.map(({ code, type }) => [code, type]).sort());
  });

  it("requires no field that is unique: most records leave it empty", () => {
    const unique = withInner.filter((field) => field.unique);
    expect(unique.map(({ code }) => code)).toEqual([
      "target_app_id",
      "target_space_id",
      "run_id",
      "run_previous_chain_digest",
      "run_lock",
      "change_id",
    ]);
    expect(unique.filter((field) => field.required)).toEqual([]);
  });

  it("shows in its views only fields that exist, and no groups", () => {
    for (const view of Object.values(formViews(japanese))) {
      for (const code of view.fields) expect([undefined, "GROUP"], code).not.toContain(fields[code]?.type);
    }
  });
});
