/** kintone's own way to write a condition down may differ in spaces. */
export function sameCondition(one: string | undefined, other: string): boolean {
  const plain = (condition: string) => condition.replaceAll(/\s+/g, " ").trim();
  return plain(one ?? "") === plain(other);
}
