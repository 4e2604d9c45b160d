import { ALL_LABELS } from "../../../../history/app-definition/labels-in";
import type { Labels } from "../../../../history/app-definition/labels";
import { rowsOf } from "../../../csv/read-csv";

/** A line of a CSV of targets, with its texts as they are written. */
export interface CsvLine {
  line: number;
  appId: string;
  guestSpaceId: string;
  appName: string;
  query: string;
  /** `undefined` for a word that says neither. */
  enabled: boolean | undefined;
  /** A quotation mark was never closed, so that other lines are part of this one. */
  unclosed: boolean;
}

export interface CsvLines {
  lines: readonly CsvLine[];
  /** The heads of columns that mean nothing here. */
  unknownColumns: readonly string[];
  /** There is a line of heads, and none of them is that of the app's id. */
  noAppColumn: boolean;
}

/** In this order when there is no line of heads. */
export const COLUMNS = [
  "target_app_id",
  "target_guest_space_id",
  "target_app_name",
  "target_query",
  "target_enabled",
] as const satisfies ReadonlyArray<keyof Labels["fields"]>;
type Column = (typeof COLUMNS)[number];

/** kintone's own CSV has a column for each option of a check box, with `1` where it is checked (kintone help, ファイルに書き出す). */
const ENABLED_OPTION = "[enabled]";

/** What the app calls such things elsewhere. */
const OTHER_FIELDS = {
  target_app_id: "result_app_id",
  target_guest_space_id: "result_guest_space_id",
  target_app_name: "result_app_name",
} as const satisfies Partial<Record<Column, keyof Labels["fields"]>>;

const HEADS: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) => {
    const codes = [column, ...(column in OTHER_FIELDS ? [OTHER_FIELDS[column as keyof typeof OTHER_FIELDS]] : [])];
    const heads = [...codes, ...ALL_LABELS.flatMap(({ fields }) => codes.map((code) => fields[code]))];
    return heads.map((head) => [plain(head), column] as const);
  }),
);

const ON = ["enabled", "1", "true", "yes", "on", "有効", "はい", "○", "启用", "是"];
const OFF = ["disabled", "0", "false", "no", "off", "無効", "いいえ", "×", "停用", "禁用", "否"];

/** The lines of a CSV, or of cells copied from a spreadsheet, by the heads in its first line, or by their order without any. */
export function csvLinesOf(text: string): CsvLines {
  const rows = rowsOf(text);
  const heads = rows[0]?.cells.map(columnOf) ?? [];
  const hasHeads = heads.some((column) => column !== undefined);
  const columns = hasHeads ? heads : COLUMNS;
  const lines = (hasHeads ? rows.slice(1) : rows).map(({ line, cells, unclosed }): CsvLine => {
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? "";
    const ofOption = plain(rows[0]?.cells[columns.indexOf("target_enabled")] ?? "").endsWith(ENABLED_OPTION);
    return {
      line,
      unclosed,
      appId: digits(cell("target_app_id")),
      guestSpaceId: digits(cell("target_guest_space_id")),
      appName: oneLine(cell("target_app_name")),
      query: oneLine(cell("target_query")),
      enabled: hasHeads && ofOption ? cell("target_enabled").trim() !== "" : enabledBy(cell("target_enabled")),
    };
  });
  return {
    lines,
    unknownColumns: hasHeads ? (rows[0]?.cells ?? []).filter((head) => head.trim() !== "" && !columnOf(head)) : [],
    noAppColumn: hasHeads && !columns.includes("target_app_id"),
  };
}

function columnOf(head: string): Column | undefined {
  return HEADS.get(plain(head).replace(ENABLED_OPTION, ""));
}

/** Without what people and spreadsheets write differently. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}

/** Japanese keyboards write wide digits. */
const digits = (text: string) => text.normalize("NFKC").trim();

/** The fields hold one line. */
const oneLine = (text: string) => text.trim().replace(/\s*[\r\n]+\s*/g, " ");

function enabledBy(cell: string): boolean | undefined {
  const word = plain(cell);
  if (word === "" || ON.includes(word)) return true;
  return OFF.includes(word) ? false : undefined;
}
