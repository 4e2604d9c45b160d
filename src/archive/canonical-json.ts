/**
 * JSON that says the same in the same bytes: keys in the order of their UTF-16 code units, two spaces, a line feed at
 * the end. Two backups of unchanged settings are equal, and of changed ones differ in the changed lines only.
 */
export function canonicalJson(value: unknown): string {
  return `${write(value, "")}\n`;
}

/** Not `JSON.stringify` with sorted objects: an object keeps keys that look like numbers in an order of its own. */
function write(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => inner + (item === undefined ? "null" : write(item, inner)));
    return items.length === 0 ? "[]" : `[\n${items.join(",\n")}\n${indent}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${inner}${JSON.stringify(key)}: ${write(member, inner)}`);
    return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
  }
  return JSON.stringify(value);
}
