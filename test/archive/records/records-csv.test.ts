import { readFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attachmentsOfRecord } from "../../../src/archive/records/attachments-of-record";
import type { FormFields, FormLayout, KintoneRecord } from "../../../src/archive/records/kintone-app";
import { createCsvFormat } from "../../../src/archive/records/records-csv";

interface CliExport {
  form: FormFields;
  layout: FormLayout;
  records: KintoneRecord[];
  /** What cli-kintone printed. */
  csv: string;
  /** What it wrote below `--attachments-dir`: path to content, which is the file key. */
  files: Record<string, string>;
}

/** Made by @kintone/cli 1.19.2's own export code, from random forms with tables, groups and missing layout rows. */
const cliExports = readFileSync(new URL("cli-kintone-exports.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as CliExport);

function csvOf({ form, layout, records }: Pick<CliExport, "form" | "layout" | "records">): string {
  const format = createCsvFormat(form, layout);
  return format.header() + records.flatMap((record) => [...format.rows(record, attachmentsOfRecord(record))]).join("");
}

describe("records.csv", () => {
  test.each(cliExports.map((cliExport, index) => ({ index, cliExport })))(
    "is byte for byte what cli-kintone wrote for app $index",
    ({ cliExport }) => expect(csvOf(cliExport)).toBe(cliExport.csv),
  );

  test("quotes every text as csv-stringify does with cli-kintone's options", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("*", '"', ",", "\n", "\r", "\u2028", "a", " ", "=") }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (values) => {
        const codes = values.map((_, index) => `f${index}`);
        const form = textForm(codes);
        const record = Object.fromEntries(
          values.map((value, index) => [`f${index}`, { type: "SINGLE_LINE_TEXT", value }]),
        );
        const expected = stringify([values], {
          quoted_match: /^(?!\*$).+$/,
          quoted_empty: false,
          // csv-stringify 6.9 would quote a lone CR; the 6.5.2 that cli-kintone uses has no such option.
          quote_record_delimiter: false,
          record_delimiter: "\n",
        });
        expect([...createCsvFormat(form, { layout: [], revision: "1" }).rows(record, [])].join("")).toBe(expected);
      }),
    );
  });

  test("a cell that the record lacks is empty, also when the field is called like a member of every object", () => {
    const format = createCsvFormat(textForm(["constructor", "a"]), { layout: [], revision: "1" });
    expect([...format.rows({ a: { type: "SINGLE_LINE_TEXT", value: "x" } }, [])].join("")).toBe(',"x"\n');
  });

  test("tells which fields have values without a column", () => {
    const form: FormFields = {
      revision: "1",
      properties: {
        ステータス: { type: "STATUS", code: "ステータス", enabled: true },
        カテゴリー: { type: "CATEGORY", code: "カテゴリー", enabled: false },
        future: { type: "FUTURE_TYPE", code: "future" },
        group: { type: "GROUP", code: "group" },
        related: { type: "REFERENCE_TABLE", code: "related" },
        table: { type: "SUBTABLE", code: "table", fields: { inner: { type: "FUTURE_TYPE", code: "inner" } } },
      },
    };
    const format = createCsvFormat(form, { layout: [], revision: "1" });
    expect(format.header()).toBe('*,"table"\n');
    expect(format.unsupported).toEqual([
      { code: "ステータス", type: "STATUS" },
      { code: "future", type: "FUTURE_TYPE" },
      { code: "inner", type: "FUTURE_TYPE", table: "table" },
    ]);
  });

  test("does not name a file that is not in the archive", () => {
    const form: FormFields = { revision: "1", properties: { f: { type: "FILE", code: "f" } } };
    const record = { $id: { type: "__ID__", value: "7" }, f: { type: "FILE", value: [file("a.txt"), file("b.txt")] } };
    const [, second] = attachmentsOfRecord(record);
    expect([...createCsvFormat(form, { layout: [], revision: "1" }).rows(record, [second!])].join("")).toBe(
      '"f-7/b.txt"\n',
    );
  });
});

describe("attachments of a record", () => {
  test.each(cliExports.map((cliExport, index) => ({ index, cliExport })))(
    "lie where cli-kintone put them for app $index",
    ({ cliExport }) => {
      const attachments = cliExport.records.flatMap((record) => attachmentsOfRecord(record));
      expect(Object.fromEntries(attachments.map((attachment) => [attachment.path, attachment.file.fileKey]))).toEqual(
        cliExport.files,
      );
    },
  );

  test("take different places when only case or Unicode form differ, and tell that they were renamed", () => {
    const names = ["図が.PDF", "図か\u3099.pdf", "../x:y", "CON.txt"];
    const record = { $id: { type: "__ID__", value: "1" }, 図: { type: "FILE", value: names.map(file) } };
    expect(attachmentsOfRecord(record).map(({ path, renamed }) => [path, renamed])).toEqual([
      ["図-1/図が.PDF", false],
      ["図-1/図か\u3099 (1).pdf", true],
      ["図-1/.._x_y", true],
      ["図-1/_CON.txt", true],
    ]);
  });

  test("of fields that differ in case only do not overwrite each other", () => {
    const record = {
      $id: { type: "__ID__", value: "1" },
      f: { type: "FILE", value: [file("a.txt")] },
      F: { type: "FILE", value: [file("a.txt")] },
    };
    expect(attachmentsOfRecord(record).map(({ path }) => path)).toEqual(["F-1/a.txt", "f-1/a (1).txt"]);
  });

  test("of a field that looks like another's row keep apart, over all records", () => {
    const ordinary = { $id: { type: "__ID__", value: "2" }, "f-1": { type: "FILE", value: [file("a")] } };
    const inTable = {
      $id: { type: "__ID__", value: "1" },
      t: {
        type: "SUBTABLE",
        value: [0, 1, 2].map((id) => ({ id: `${id}`, value: { f: { type: "FILE", value: [file("a")] } } })),
      },
    };
    const paths = [ordinary, inTable].flatMap((record) => attachmentsOfRecord(record)).map(({ path }) => path);
    expect(paths).toEqual(["f_1-2/a", "f-1-0/a", "f-1-1/a", "f-1-2/a"]);
  });

  test("of a field with a code of 128 Japanese characters get a folder that a file system takes", () => {
    const record = {
      $id: { type: "__ID__", value: "123456" },
      ["項".repeat(128)]: { type: "FILE", value: [file("a")] },
    };
    const [folder] = attachmentsOfRecord(record)[0]!.path.split("/");
    expect(folder).toMatch(/^項+-123456$/);
    expect(Buffer.byteLength(folder!)).toBeLessThan(255);
  });
});

function file(name: string) {
  return { fileKey: `key of ${name}`, name, size: "1", contentType: "text/plain" };
}

function textForm(codes: string[]): FormFields {
  const fields = codes.map((code) => [code, { type: "SINGLE_LINE_TEXT", code }]);
  return { revision: "1", properties: Object.fromEntries(fields) };
}
