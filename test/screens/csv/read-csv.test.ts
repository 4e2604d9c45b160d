import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCsv } from "../../../src/screens/csv/decode-csv";
import { rowsOf } from "../../../src/screens/csv/read-csv";
import { csvOf } from "../../../src/screens/csv/write-csv";

const cellsOf = (text: string) => rowsOf(text).map(({ cells }) => cells);

describe("a CSV that is read", () => {
  it("gives the cells back that were written, whatever is in them", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom("'", '"', "=", "\t", "\r", "\n", ",", " ", "＝", "a") }),
    );
    const row = fc
      .array(cell, { minLength: 1, maxLength: 4 })
      .filter((cells) => cells.some((each) => each.trim() !== ""));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        // The first row decides what stands between cells.
        expect(cellsOf(csvOf([["a", "b"], ...rows]))).toEqual([["a", "b"], ...rows]);
      }),
    );
  });

  it.each([
    ["commas and CRLF", "a,b\r\n1,2\r\n"],
    ["no line end at the end", "a,b\n1,2"],
    ["line ends of old Macs", "a,b\r1,2\r"],
    ["cells from a spreadsheet", "a\tb\n1\t2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["a byte order mark, and rows without text", "\ufeffa,b\n\n , \n1,2\n,\n"],
  ])("may have %s", (_, text) => {
    expect(cellsOf(text)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("says in which line a row begins, and which row swallowed the rest", () => {
    expect(rowsOf('1,"a\r\nb"\r\n\r\n2,"c\n3,d\n')).toEqual([
      { line: 1, cells: ["1", "a\r\nb"], unclosed: false },
      { line: 4, cells: ["2", "c\n3,d\n"], unclosed: true },
    ]);
  });
});

describe("the bytes of a CSV", () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it.each([
    ["UTF-8", utf8("対象,1")],
    ["UTF-8 with its mark", utf8("\ufeff対象,1")],
    ["Shift_JIS", Uint8Array.from([0x91, 0xce, 0x8f, 0xdb, 0x2c, 0x31])],
    ["UTF-16", Uint8Array.from([0xff, 0xfe, 0xfe, 0x5b, 0x61, 0x8c, 0x2c, 0, 0x31, 0])],
    ["UTF-16, the other way round", Uint8Array.from([0xfe, 0xff, 0x5b, 0xfe, 0x8c, 0x61, 0, 0x2c, 0, 0x31])],
  ])("are read as %s", (_, bytes) => {
    expect(decodeCsv(bytes)).toBe("対象,1");
  });

  it("are told from those of other files", () => {
    expect(decodeCsv(utf8("PK\u0003\u0004\0\0"))).toBeUndefined();
    expect(decodeCsv(Uint8Array.from([0x89, 0x50, 0xff, 0xff]))).toBeUndefined();
  });
});
