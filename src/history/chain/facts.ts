import { canonicalJson } from "../../archive/canonical-json";
import { type Columns, type FactList, type Kind, VERSIONS } from "./fact-lists";

/** Cells of a run's record, before they are written or as kintone gave them back. */
export type Cells = { [code in string]?: { value?: unknown } };

/** The versions of the list of facts, the newest first. */
export const CHAIN_VERSIONS: readonly number[] = [...VERSIONS.keys()].sort((a, b) => b - a);

/**
 * The facts of a run as canonical JSON, from nothing but its record: the same text before the record is written and after
 * it was read back. Fields that people added do not count, nor ids of rows, nor rows in which every cell is empty.
 */
export function factsText(record: Cells, version: number): string {
  const list = VERSIONS.get(version) ?? {};
  const facts = Object.entries(list).map(([code, kind]) => [
    code,
    typeof kind === "string" ? fact(kind, record[code]?.value) : rows(kind, record[code]?.value),
  ]);
  return canonicalJson({ chain: version, ...Object.fromEntries(facts) });
}

/** Codes of the facts, tables and columns that the record lacks, as when the user may not read them. */
export function missingFacts(record: Cells, version: number): string[] {
  return Object.entries(VERSIONS.get(version) ?? {}).flatMap(([code, kind]) => {
    if (!record[code]) return [code];
    if (typeof kind === "string") return [];
    const table = (record[code].value ?? []) as ReadonlyArray<{ value: Cells }>;
    return Object.keys(kind).filter((column) => table.some(({ value }) => !value[column]));
  });
}

/**
 * Whether the record tells facts that only a later list has. What was made with this version never told them: somebody
 * wrote them there afterwards, where no digest holds them.
 */
export function tellsMore(record: Cells, version: number): boolean {
  const list = VERSIONS.get(version) ?? {};
  return CHAIN_VERSIONS.filter((later) => later > version).some((later) =>
    Object.entries(VERSIONS.get(later) ?? {}).some(([code, kind]) => {
      const known = list[code as keyof FactList];
      if (typeof kind === "string") return known === undefined && fact(kind, record[code]?.value) !== "";
      const news = Object.entries(kind).filter(([column]) => typeof known !== "object" || !(column in known));
      return news.length > 0 && rows(Object.fromEntries(news), record[code]?.value).length > 0;
    }),
  );
}

function rows(columns: Columns, value: unknown): Array<Record<string, string>> {
  const table = (value ?? []) as ReadonlyArray<{ value: Cells }>;
  return table
    .map((row) =>
      Object.fromEntries(Object.entries(columns).map(([code, kind]) => [code, fact(kind, row.value[code]?.value)])),
    )
    .filter((row) => Object.values(row).some((cell) => cell !== ""));
}

/** Empty is `""`, whether kintone says `null`, `""` or nothing. */
function fact(kind: Kind, value: unknown): string {
  const text = String(value ?? "")
    .replaceAll(/\r\n?/g, "\n")
    .trim();
  if (kind === "number") return plainNumber(text);
  if (kind === "unless-run") return text === "run" ? "" : text;
  // kintone drops the seconds of a DATETIME; the exact times are facts of their own.
  return kind === "minute" ? text.slice(0, "2026-11-23T03:00".length) : text;
}

/** One text for one number: `7`, `007`, `7.` and `7.00` are the same. What is no number stays what it is. */
function plainNumber(text: string): string {
  const [, sign, whole = "", decimals = ""] = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (sign === undefined) return text;
  const amount = decimals ? `${whole}.${decimals}` : whole;
  return sign === "-" && amount !== "0" ? `-${amount}` : amount;
}
