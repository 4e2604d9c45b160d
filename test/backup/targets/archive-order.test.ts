import { expect, it } from "vitest";
import { inArchiveOrder } from "../../../src/backup/targets/archive-order";
import type { StagedEntry } from "../../../src/staging/staging";

it("puts attachments in the order of their records, whatever came first", () => {
  const paths = [
    "12/attachments/a-2/x.png",
    "12/attachments/z-2/x.png",
    "12/attachments/a-10-0/x.png",
    "12/attachments/a-10-1/a-3.png",
    "12/attachments/b-1-10/x.png",
    "12/attachments/a-100/x.png",
    "12/records.csv",
    "12/settings/app-1/2.json",
    "12/settings/app-1/10.json",
  ];
  const entryOf = (path: string) =>
    ({ path, kind: path.includes("/attachments/") ? "attachment" : "settings" }) as StagedEntry;
  const expected = [
    "12/attachments/b-1-10/x.png",
    "12/attachments/a-2/x.png",
    "12/attachments/z-2/x.png",
    "12/attachments/a-10-0/x.png",
    "12/attachments/a-10-1/a-3.png",
    "12/attachments/a-100/x.png",
    "12/records.csv",
    "12/settings/app-1/10.json",
    "12/settings/app-1/2.json",
  ];
  for (const given of [paths, [...paths].reverse(), [...paths].sort()]) {
    expect(inArchiveOrder(given.map(entryOf)).map(({ path }) => path)).toEqual(expected);
  }
});

it("puts files with numbers in the order of these, and where the first of them would be", () => {
  const paths = [
    "12/attachments/a-2/records-1.csv",
    "12/comments.jsonl",
    "12/comments-2.jsonl",
    "12/records.csv",
    "12/records-2.csv",
    "12/records-10.csv",
    "12/records.jsonl",
    "12/records-9.jsonl",
    "12/records-10.jsonl",
    "12/settings/app.json",
  ];
  const kindOf = (path: string) => {
    if (path.includes("/attachments/")) return "attachment";
    if (path.includes("/settings/")) return "settings";
    if (path.endsWith(".csv")) return "csv";
    return path.includes("comments") ? "comments" : "records";
  };
  const entries = paths.map((path) => ({ path, kind: kindOf(path) }) as StagedEntry);
  for (const given of [[...entries].reverse(), [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))]) {
    expect(inArchiveOrder(given).map(({ path }) => path)).toEqual(paths);
  }
});
