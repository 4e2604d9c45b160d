import type { FormFields, KintoneRecord } from "../../src/archive/records/kintone-app";

/**
 * As much of kintone's query language as a scripted source knows: comparisons such as `text = "A"`, joined with `or`. None is
 * every record. `undefined` for whatever else, and for a field that the form does not have.
 */
export function condition(query: string, form: FormFields): ((record: KintoneRecord) => boolean) | undefined {
  if (query.trim() === "") return () => true;
  const comparisons = query.split(" or ").map((part) => /^\s*(\S+) = "([^"]*)"\s*$/.exec(part));
  if (!comparisons.every((found) => found !== null && Object.hasOwn(form.properties, found[1]!))) return undefined;
  return (record) => comparisons.some((found) => record[found![1]!]?.value === found![2]);
}
