/** Characters that one message in the history may have: enough to act on, short enough for a list view. */
const MAX_LENGTH = 2000;

/**
 * Lines as one text that a kintone record takes: without control characters, and not longer than 2,000 characters. When
 * lines are left out, the last one says how many: `… (+12)`.
 */
export function limited(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    const clean = line.replace(/[\p{Cc}\p{Cs}]/gu, (character) => (character === "\n" ? "\n" : " "));
    if (length + clean.length + 1 > MAX_LENGTH && kept.length > 0) break;
    kept.push(clean.length > MAX_LENGTH ? `${[...clean].slice(0, MAX_LENGTH / 2).join("")}…` : clean);
    length += clean.length + 1;
  }
  const left = lines.length - kept.length;
  return [...kept, ...(left > 0 ? [`… (+${left})`] : [])].join("\n");
}
