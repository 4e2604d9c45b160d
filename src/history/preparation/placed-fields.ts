import type { LayoutRow } from "../../archive/records/kintone-app";
import { formLayout } from "../app-definition/layout";

/**
 * The layout with fields of ours that are new in it. kintone wants every field named.
 *
 * In a form that has none of ours yet they come first, all in our order. In one that lost some, those alone are put back,
 * into their group or below: where people put the rest stays as it is.
 */
export function placeFields(present: readonly LayoutRow[], added: ReadonlySet<string>): LayoutRow[] {
  const isWhole = formLayout.every(({ type, code = "", fields = [] }) =>
    type === "ROW" ? fields.every((field) => added.has(field.code)) : added.has(code),
  );
  const placed = new Set(added);
  // A group that comes back takes its fields in again, wherever they stand meanwhile.
  for (const { type, code = "", layout = [] } of formLayout) {
    if (type !== "GROUP" || !added.has(code)) continue;
    for (const { fields = [] } of layout) for (const field of fields) placed.add(field.code);
  }
  const others = without(present, placed);
  const rows = formLayout.flatMap((row) => onlyWith(row, placed));
  if (isWhole) return [...rows, ...others];

  const groups = new Set(others.flatMap(({ type, code }) => (type === "GROUP" && code !== undefined ? [code] : [])));
  const isInGroup = ({ type, code = "" }: LayoutRow) => type === "GROUP" && groups.has(code);
  return [
    ...others.map((row) => {
      const back = isInGroup(row) ? rows.find(({ code }) => code === row.code) : undefined;
      const known = row.type === "SUBTABLE" ? formLayout.find(({ code }) => code === row.code) : undefined;
      if (known) return withColumns(row, known);
      return back ? { ...row, layout: [...(row.layout ?? []), ...(back.layout ?? [])] } : row;
    }),
    ...rows.filter((row) => !isInGroup(row)),
  ];
}

/** A table with the columns of ours that it lacks: a layout that names a table must name all of it. */
function withColumns(row: LayoutRow, ours: LayoutRow): LayoutRow {
  const present = new Set((row.fields ?? []).map(({ code }) => code));
  const lacking = (ours.fields ?? []).filter(({ code }) => !present.has(code));
  return { ...row, fields: [...(row.fields ?? []), ...lacking] };
}

/** A row of ours with nothing but these fields in it; none when nothing is left. */
function onlyWith(row: LayoutRow, codes: ReadonlySet<string>): LayoutRow[] {
  if (row.type === "SUBTABLE") return codes.has(row.code ?? "") ? [row] : [];
  if (row.type === "GROUP") {
    const layout = (row.layout ?? []).flatMap((inner) => onlyWith(inner, codes));
    return layout.length > 0 ? [{ ...row, layout }] : [];
  }
  const fields = (row.fields ?? []).filter(({ code = "" }) => codes.has(code));
  return fields.length > 0 ? [{ ...row, fields }] : [];
}

/** The rows without these fields, groups and tables; rows that were nothing else are gone. */
function without(rows: readonly LayoutRow[], codes: ReadonlySet<string>): LayoutRow[] {
  const isMeant = ({ code }: { code?: string }) => code !== undefined && codes.has(code);
  return rows
    .filter((row) => !isMeant(row))
    .map((row) => {
      if (row.layout) return { ...row, layout: without(row.layout, codes) };
      return row.type === "ROW" ? { ...row, fields: (row.fields ?? []).filter((field) => !isMeant(field)) } : row;
    })
    .filter((row) => row.type !== "ROW" || row.fields?.length !== 0);
}
