import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { ArchivedTarget } from "../../../src/archive/reading/open-archive";
import { readPreviousRecords } from "../../../src/backup/previous/previous-records";

const record = (id: number, letters: number) => ({
  $id: { type: "__ID__", value: String(id) },
  $revision: { type: "__REVISION__", value: "3" },
  備考: { type: "MULTI_LINE_TEXT", value: "<長>".repeat(letters) },
});

/** What the previous archive has, as far as it is looked at; kintone may escape what JSON does not have to. */
function previousWith(records: readonly object[]): ArchivedTarget {
  const lines = records.map((each) => `${JSON.stringify(each).replaceAll("<", "\\u003c")}\n`).join("");
  const file = { open: () => new Blob([lines]).stream() };
  return {
    facts: { folder: "7", records: { written: records.length } },
    entries: new Map([["7/records.jsonl", file]]),
  } as unknown as ArchivedTarget;
}

it("holds a digest of each of the newest records, however heavy they are, and nothing else of a record but its version", async () => {
  const records = [record(1, 1), record(2, 1), record(4, 100_000), record(9, 100_000)];
  const known = await readPreviousRecords(previousWith(records), 3);
  expect([...(known?.versions ?? [])]).toEqual(records.map(({ $id }) => [Number($id.value), 3]));
  const digest = (each: object) =>
    createHash("sha256")
      .update(`${JSON.stringify(each)}\n`)
      .digest("hex");
  expect([...(known?.newestDigests ?? [])]).toEqual(records.slice(1).map((each) => [each.$id.value, digest(each)]));
});
