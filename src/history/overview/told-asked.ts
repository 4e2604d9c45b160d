import type { Asked } from "../../domain/asked";
import { PARTS } from "../../domain/target";

/** What most results tell, kept once. */
const EVERYTHING: Asked = { query: "", include: [...PARTS], excludedFields: [] };

/** What a result's cells say was asked for; `undefined` for one from before it was told: no run is asked for no part. */
export function toldAsked(query: string, include: string, excludedFields: string): Asked | undefined {
  const words = include.split(", ");
  const parts = PARTS.filter((part) => words.includes(part));
  if (parts.length === 0) return undefined;
  const fields = excludedFields.split("\n").filter((field) => field !== "");
  const isWhole = query === "" && fields.length === 0 && parts.length === PARTS.length;
  return isWhole ? EVERYTHING : { query, include: parts, excludedFields: fields };
}
