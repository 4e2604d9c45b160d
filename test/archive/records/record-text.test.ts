import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordRows, recordRowsIn } from "../../../src/archive/records/csv-rows";
import { jsonLine, lineBytesOf } from "../../../src/archive/records/json-lines";
import type { FormFields, FormLayout, KintoneRecord } from "../../../src/archive/records/kintone-app";
import { createCsvFormat } from "../../../src/archive/records/records-csv";

const layout: FormLayout = { layout: [], revision: "1" };
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom("*", '"', ",", "\n", "\r", "\u2028", "a", "検"), maxLength: 6 }),
  fc.constantFrom("*", '"*', "\n*", ""),
);
const texts = (codes: readonly string[]) =>
  fc
    .tuple(...codes.map(() => text))
    .map((values) =>
      Object.fromEntries(codes.map((code, at) => [code, { type: "SINGLE_LINE_TEXT", value: values[at] }])),
    );
const flat = texts(["a", "b"]);
const withTable = fc.tuple(flat, fc.array(texts(["c", "d"]), { maxLength: 3 })).map(([cells, rows]) => ({
  ...cells,
  t: { type: "SUBTABLE", value: rows.map((value, index) => ({ id: String(index + 1), value })) },
}));

const fieldsOf = (codes: readonly string[]) =>
  Object.fromEntries(codes.map((code) => [code, { type: "SINGLE_LINE_TEXT", code }]));
const flatForm: FormFields = { properties: fieldsOf(["a", "b"]), revision: "1" };
const tableForm: FormFields = {
  properties: { ...fieldsOf(["a", "b"]), t: { type: "SUBTABLE", code: "t", fields: fieldsOf(["c", "d"]) } },
  revision: "1",
};

/** The bytes in chunks of this size. */
function chunked(content: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(content);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}

async function gathered(chunks: AsyncIterable<Uint8Array[]>): Promise<string[]> {
  const found: string[] = [];
  for await (const chunk of chunks) found.push(...chunk.map((bytes) => new TextDecoder().decode(bytes)));
  return found;
}

describe("what stands of each record in the files", () => {
  it.each<[string, FormFields, fc.Arbitrary<object>]>([
    ["without tables", flatForm, flat],
    ["with a table", tableForm, withTable],
  ])("is found again in records.csv, %s, however it is cut into chunks", async (_, form, record) => {
    const csv = createCsvFormat(form, layout);
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), async (records, size) => {
        const rows = records.map((each) => [...csv.rows(each as KintoneRecord, [])].join(""));
        const found = await gathered(recordRows(chunked(csv.header() + rows.join(""), size), csv.hasTables, Infinity));
        expect(found).toEqual(rows);
        const atHand = recordRowsIn(new TextEncoder().encode(rows.join("")), csv.hasTables);
        expect(atHand.map((bytes) => new TextDecoder().decode(bytes))).toEqual(rows);
      }),
    );
  });

  it("is found again in records.jsonl, however it is cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(withTable, { maxLength: 5 }),
        fc.integer({ min: 1, max: 200 }),
        async (records, size) => {
          const lines = records.map(jsonLine);
          expect(await gathered(lineBytesOf(chunked(lines.join(""), size)))).toEqual(lines);
        },
      ),
    );
  });
});
