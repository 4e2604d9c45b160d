import { afterEach, expect, it, vi } from "vitest";
import type { FormFields, KintoneRecord } from "../../src/archive/records/kintone-app";
import { createCsvFormat } from "../../src/archive/records/records-csv";
import { createCsvFile } from "../../src/backup/records/csv-file";
import { createOddCells } from "../../src/backup/records/odd-cells";
import { createCopier } from "../../src/records/copier";
import { createStaging } from "../../src/staging/staging";
import { createMemoryWorkspace } from "../../src/workspace/memory";

const layout = { layout: [], revision: "1" };
const fields: FormFields = {
  revision: "1",
  properties: {
    所見: { type: "MULTI_LINE_TEXT", code: "所見" },
    測定: { type: "SUBTABLE", code: "測定", fields: { 値: { type: "NUMBER", code: "値" } } },
  },
};
const order = { fields, layout, excludedFields: [], attachments: false, oneByOne: false };

/** Letters of one, two, three and four bytes, and a half of a pair. */
const LETTERS = "a\u00e9検😀\ud83d";

function record(id: number, letters: number, rows: number): KintoneRecord {
  return {
    $id: { type: "__ID__", value: String(id) },
    $revision: { type: "__REVISION__", value: "1" },
    所見: { type: "MULTI_LINE_TEXT", value: `${id} `.padEnd(letters, LETTERS) },
    測定: {
      type: "SUBTABLE",
      value: Array.from({ length: rows }, (_, at) => ({
        id: `${at}`,
        value: { 値: { type: "NUMBER", value: `${at}` } },
      })),
    },
  };
}

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE ** 2;

/** The most letters that were encoded at a time. */
function watchEncoding() {
  const encode = vi.spyOn(TextEncoder.prototype, "encode");
  return () => Math.max(...encode.mock.calls.map(([text = ""]) => text.length));
}
afterEach(() => vi.restoreAllMocks());

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

it("rows that are much longer than their records are held up to a bound, and written whole", async () => {
  const records = [...Array.from({ length: 30 }, (_, index) => record(index + 1, 5 * KILOBYTE, 60)), record(31, 10, 1)];
  const csv = createCsvFormat(fields, layout);
  const expected = records.map((each) => textOf(new TextEncoder().encode([...csv.rows(each, [])].join(""))));
  const longest = watchEncoding();

  const { copies, lines } = createCopier(order)(records);
  const held = copies.reduce((sum, { rows }) => sum + (rows?.length ?? 0), 0);
  expect(expected.join("").length).toBeGreaterThan(8 * MEGABYTE);
  expect(held).toBeGreaterThan(3 * MEGABYTE);
  expect(held).toBeLessThanOrEqual(Math.max(lines.length, 4 * MEGABYTE));
  expect(copies.map(({ rows }) => rows === undefined)).toEqual([false, true]);

  const staging = createStaging(createMemoryWorkspace());
  const file = await createCsvFile({ csv, folder: "1", maxBytes: 3 * MEGABYTE }, createOddCells(), staging);
  for (const each of copies) await file.write(each, []);
  const { entries, items, failure } = await file.close();
  const texts = await Promise.all(entries.map(async (entry) => new Response(await entry.open()).text()));
  expect({ items, failure }).toEqual({ items: 31, failure: undefined });
  expect(texts.map((text) => text.slice(csv.header().length)).join("") === expected.join("")).toBe(true);
  // Cut where files with rows that were held are cut.
  for (const { size } of entries) expect(size).toBeLessThanOrEqual(3 * MEGABYTE);
  expect(longest()).toBeLessThanOrEqual(64 * KILOBYTE);
}, 60_000);

it("a record with ten thousand rows is written in small pieces", async () => {
  const one = record(1, 2 * KILOBYTE, 10_000);
  const longest = watchEncoding();
  const { copies } = createCopier(order)([one]);
  const staging = createStaging(createMemoryWorkspace());
  const csv = createCsvFormat(fields, layout);
  const file = await createCsvFile({ csv, folder: "1", maxBytes: 1 }, createOddCells(), staging);
  for (const each of copies) await file.write(each, []);
  const { entries } = await file.close();
  expect(copies[0]?.rows).toBeUndefined();
  expect(entries[0]?.size).toBeGreaterThan(40 * MEGABYTE);
  // The record's line is encoded in slices, too.
  expect(longest()).toBeLessThanOrEqual(64 * KILOBYTE);
}, 60_000);

it("lines that have to be written anew are encoded in slices", () => {
  const longest = watchEncoding();
  const records = [1, 2, 3].map((id) => record(id, 200 * KILOBYTE, 1));
  const { lines } = createCopier(order)(records);
  expect(textOf(lines)).toBe(records.map((each) => `${JSON.stringify(each)}\n`).join(""));
  expect(longest()).toBeLessThanOrEqual(64 * KILOBYTE);
});
