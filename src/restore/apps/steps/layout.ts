import { archivedSetting } from "../../../archive/reading/archived-setting";
import type { LayoutRow } from "../../../archive/records/kintone-app";
import type { PresentField } from "../../../domain/settings-desk";
import { pieceOf, type StepWork } from "./step-context";
import { wholeWork } from "./work";

const SETTING = "app/form/layout";
type Cell = NonNullable<LayoutRow["fields"]>[number];
/** Without a field. */
const DECORATIONS: ReadonlySet<string> = new Set(["LABEL", "SPACER", "HR"]);
/** They are in no layout. */
const NOWHERE: ReadonlySet<string> = new Set(["CATEGORY", "STATUS", "STATUS_ASSIGNEE"]);
/** They may be left out of one. */
const AT_WILL: ReadonlySet<string> = new Set([
  ...["RECORD_NUMBER", "CREATOR", "CREATED_TIME", "MODIFIER", "UPDATED_TIME"],
]);

/** Where the fields are: of those that are there, all, and no others, as kintone wants it (GAIA_FN11). */
export const layout: StepWork = async (bench) => {
  const answer = await archivedSetting(bench.made.archived, SETTING);
  const rows: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "layout") : undefined;
  if (!Array.isArray(rows)) return [];
  const { properties } = await bench.read("app/form/fields");
  const body = { layout: layoutOf(rows as LayoutRow[], Object.values(properties)) };
  return [wholeWork(pieceOf(SETTING), () => bench.change({ method: "PUT", setting: SETTING, body }))];
};

function layoutOf(rows: readonly LayoutRow[], fields: readonly PresentField[]): LayoutRow[] {
  const unplaced = new Map(fields.filter(({ type }) => !NOWHERE.has(type)).map((field) => [field.code, field]));
  const placed = place(rows);
  const left = [...unplaced.values()].filter(({ type }) => !AT_WILL.has(type)).map(rowOf);
  return [...placed, ...left];

  function place(wanted: readonly LayoutRow[]): LayoutRow[] {
    return wanted.flatMap((row): LayoutRow[] => {
      const field = row.code === undefined ? undefined : unplaced.get(row.code);
      if (row.type !== "ROW" && !field) return [];
      if (row.code !== undefined) unplaced.delete(row.code);
      if (row.type === "GROUP") return [{ ...row, layout: place(row.layout ?? []) }];
      if (row.type === "SUBTABLE") return [{ ...row, fields: tableCells(row.fields ?? [], field?.fields ?? {}) }];
      const cells = (row.fields ?? []).filter(isThere);
      for (const { code } of cells) if (code !== undefined) unplaced.delete(code);
      return cells.length > 0 ? [{ ...row, fields: cells }] : [];
    });
  }

  function isThere({ type, code }: Cell): boolean {
    return DECORATIONS.has(type) || (code !== undefined && unplaced.get(code)?.type === type);
  }
}

function tableCells(wanted: readonly Cell[], inner: Readonly<Record<string, PresentField>>): Cell[] {
  const there = wanted.filter(({ code }) => code !== undefined && Object.hasOwn(inner, code));
  const left = Object.values(inner).filter(({ code }) => !there.some((cell) => cell.code === code));
  return [...there, ...left.map(cellOf)];
}

const cellOf = ({ type, code }: PresentField): Cell => ({ type, code });

/** What the archive places nowhere. */
function rowOf(field: PresentField): LayoutRow {
  if (field.type === "SUBTABLE")
    return { type: field.type, code: field.code, fields: Object.values(field.fields ?? {}).map(cellOf) };
  if (field.type === "GROUP") return { type: field.type, code: field.code, layout: [] };
  return { type: "ROW", fields: [cellOf(field)] };
}
