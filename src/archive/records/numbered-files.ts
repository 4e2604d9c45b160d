/** Kinds of entries of which a target may have several files: an app can hold more than a volume. */
export const NUMBERED_KINDS = ["records", "csv", "comments"] as const;
export type NumberedKind = (typeof NUMBERED_KINDS)[number];

const NAMES: Readonly<Record<NumberedKind, readonly [stem: string, extension: string]>> = {
  records: ["records", ".jsonl"],
  csv: ["records", ".csv"],
  comments: ["comments", ".jsonl"],
};

/** `12/records.jsonl`, then `12/records-2.jsonl`, `12/records-3.jsonl`, …: counted from 1, with no number left out. */
export function numberedPath(folder: string, kind: NumberedKind, number: number): string {
  const [stem, extension] = NAMES[kind];
  return `${folder}/${stem}${number === 1 ? "" : `-${number}`}${extension}`;
}

/** A target's files of a kind, in the order in which they are read one after the other: up to the first that is not there. */
export function numberedFiles<File>(files: ReadonlyMap<string, File>, folder: string, kind: NumberedKind): File[] {
  const found: File[] = [];
  for (;;) {
    const path = numberedPath(folder, kind, found.length + 1);
    if (!files.has(path)) return found;
    found.push(files.get(path) as File);
  }
}

/** Reads files as if they were one: each is opened when those before it are through. */
export async function* inTurn<Item>(
  files: readonly Openable[],
  read: (stream: ReadableStream<Uint8Array>) => AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  for (const file of files) yield* read(await file.open());
}

export interface Openable {
  open(): ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>;
}
