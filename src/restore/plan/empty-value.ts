/** Whether a cell holds nothing, as kintone's required fields understand it: no text, nobody, no option, no file. */
export function isEmptyValue(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
