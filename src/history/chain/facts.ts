import { canonicalJson } from "../../archive/canonical-json";
import type { FieldCode, ResultCode, TableCode, VolumeCode } from "../app-definition/fields";

/** Cells of a run's record, before they are written or as kintone gave them back. */
export type Cells = { [code in string]?: { value?: unknown } };

type Kind = "text" | "number" | "minute";
type Columns = { [code in ResultCode | VolumeCode]?: Kind };
type FactList = { [code in FieldCode]?: Kind } & { [code in TableCode]?: Columns };

/**
 * What the first version of the chain takes for the facts of a run. Never changed, like every list here: a later list is
 * another version, so that the digests of old runs stay what they are.
 */
const VERSION_1 = {
  run_id: "text",
  run_status: "text",
  run_trigger: "text",
  run_operator_code: "text",
  run_operator_name: "text",
  run_started_at: "minute",
  run_finished_at: "minute",
  run_started_exact: "text",
  run_finished_exact: "text",
  run_reported_exact: "text",
  run_records: "number",
  run_attachments: "number",
  run_bytes: "number",
  run_requests: "number",
  run_message: "text",
  run_destination: "text",
  run_log_sha256: "text",
  run_archive_digest: "text",
  run_plugin_version: "text",
  run_results: {
    result_app_id: "text",
    result_app_name: "text",
    result_guest_space_id: "text",
    result_status: "text",
    result_step: "text",
    result_error_code: "text",
    result_kintone_code: "text",
    result_message: "text",
    result_records: "number",
    result_attachments: "number",
    result_bytes: "number",
    result_seconds: "number",
  },
  run_volumes: { volume_name: "text", volume_size: "number", volume_sha256: "text" },
} as const satisfies FactList;

/** And what was asked for of each target, what of it will always be missing (a success of nothing is one), and what it cost. */
const VERSION_2 = {
  ...VERSION_1,
  run_results: {
    ...VERSION_1.run_results,
    result_query: "text",
    result_include: "text",
    result_excluded_fields: "text",
    result_gaps: "text",
    result_accepted_gaps: "text",
    result_requests: "number",
    result_requests_last_day: "number",
  },
} as const satisfies FactList;

/** And the rule that stood for the app, where one did. */
const VERSION_3 = {
  ...VERSION_2,
  run_results: { ...VERSION_2.run_results, result_rule: "text" },
} as const satisfies FactList;

/** By version, a column that only an app has that was prepared for its list or a later one. Every app has what the first one needs. */
export const NEW_COLUMNS: ReadonlyMap<number, ResultCode> = new Map([
  [2, "result_include"],
  [3, "result_rule"],
]);

const VERSIONS = new Map<number, FactList>([
  [1, VERSION_1],
  [2, VERSION_2],
  [3, VERSION_3],
]);

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
