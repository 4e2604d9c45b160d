import type { Source } from "../../src/domain/source";
import type { AppRef } from "../../src/domain/target";

/** A source that the sample can be read from. */
export interface SampledSource {
  source(): Source;
  /** Where the sample is. */
  app: AppRef;
  /** Lets transfers of files break off from now on, after so many bytes, until the returned function is called; where they can. */
  breakTransfers?(afterBytes: number): () => void;
}

export interface SampleRecord {
  id: number;
  /** By field code. */
  texts: Readonly<Record<"text" | "mark", string>>;
  /** In the field `file`. */
  files: ReadonlyArray<{ name: string; content: string }>;
  comments: number;
}

const [LAST_ID, DELETED] = [506, new Set([3, 5, 77])];

const files: Readonly<Record<number, SampleRecord["files"]>> = {
  7: [
    { name: "図面.txt", content: "first" },
    { name: "図面.txt", content: "" },
  ],
  400: [{ name: "large.txt", content: "0123456789".repeat(30_000) }],
};
const comments: Readonly<Record<number, number>> = { 8: 23, 9: 10 };

/** The app that whoever runs the contract of a source has to put where the source can read it. */
export const SAMPLE = {
  name: "検査記録",
  /** By field code: type, name, and name in English. */
  fields: {
    text: ["SINGLE_LINE_TEXT", "区分", "Kind"],
    mark: ["SINGLE_LINE_TEXT", "印", "Mark"],
    file: ["FILE", "添付", "Files"],
  } as const,
  /** More than a page; some ids in between are gone. */
  records: Array.from({ length: LAST_ID }, (_, index) => index + 1)
    .filter((id) => !DELETED.has(id))
    .map((id): SampleRecord => ({
      id,
      texts: { text: String(id % 3), mark: id <= 10 ? "first" : "" },
      files: files[id] ?? [],
      comments: comments[id] ?? 0,
    })),
};

export const ids = SAMPLE.records.map(({ id }) => id);

/** With an `or`, which must not let anything in that other conditions keep out. */
export const someQuery = 'text = "0" or mark = "first"';
export const someIds = SAMPLE.records
  .filter(({ texts }) => texts.text === "0" || texts.mark === "first")
  .map(({ id }) => id);

export const betweenIds = (all: readonly number[], after: number, upTo = Infinity): number[] =>
  all.filter((id) => id > after && id <= upTo);
