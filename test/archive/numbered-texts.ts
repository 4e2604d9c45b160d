/**
 * The texts of `records.jsonl`, `records-2.jsonl` and so on, in the order of their numbers; of a gap between them it says so. Written from
 * the format's page, without the code that it judges.
 */
export function numberedTexts(
  contents: ReadonlyMap<string, Uint8Array>,
  folder: string,
  name: "records.jsonl" | "records.csv" | "comments.jsonl",
): string[] {
  const [stem, extension] = name.split(".") as [string, string];
  const form = new RegExp(`^${folder}/${stem}(?:-([1-9]\\d*))?\\.${extension}$`);
  const numbered = [...contents].flatMap(([path, bytes]) => {
    const match = form.exec(path);
    return match ? [{ number: Number(match[1] ?? 1), bytes }] : [];
  });
  numbered.sort((a, b) => a.number - b.number);
  for (const [at, { number }] of numbered.entries()) {
    if (number !== at + 1) throw new Error(`${folder}/${name}: file ${at + 1} is not there, and ${number} is`);
  }
  return numbered.map(({ bytes }) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
}
