import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCopyHere } from "../../../src/kintone/reading/record-answer";
import { recordLines } from "../../../src/kintone/reading/record-slices";
import { copiedRecords, wholeRecords } from "./copy-order";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (lines: Uint8Array | undefined) => lines && new TextDecoder().decode(lines);
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', "\\", "{", "}", "[", "]", ",", "\n", "検", "a") }),
  fc.jsonValue({ maxDepth: 2 }),
);
const record = fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), value, { maxKeys: 4 });

describe("the lines of an answer's records", () => {
  it("are what kintone wrote, whatever is in them", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), fc.boolean(), (records, countFirst) => {
        const answer = countFirst ? { totalCount: null, records } : { records, totalCount: '"9{' };
        const expected = records.map((each) => `${JSON.stringify(each)}\n`).join("");
        expect(text(recordLines(bytes(JSON.stringify(answer)), records.length))).toBe(expected);
      }),
    );
  });

  it("keep escapes and the order of members as they came", () => {
    const written = String.raw`{"b":{"value":"\u003c\/\"\\"},"1":{"value":null}}`;
    expect(text(recordLines(bytes(`{"records":[${written} , ${written}]}`), 2))).toBe(`${written}\n${written}\n`);
  });

  it("are not made of an answer that is written over several lines", () => {
    expect(recordLines(bytes(JSON.stringify({ records: [{ a: 1 }] }, null, 2)), 1)).toBeUndefined();
  });
});

describe("copies of an answer", () => {
  const copyHere = createCopyHere();
  const version = (id: string) => ({
    $id: { type: "__ID__", value: id },
    $revision: { type: "__REVISION__", value: "1" },
  });
  const records = [version("1"), { ...version("2"), 名: { type: "SINGLE_LINE_TEXT", value: '{"' } }];

  it.each([
    ["in one line", JSON.stringify({ records, totalCount: null })],
    ["over several lines", JSON.stringify({ records }, null, 1)],
    ["with more in it than records", JSON.stringify({ more: [[{}], { records }], records })],
  ])("hold its records: %s", async (_, answer) => {
    expect(copiedRecords(await copyHere(bytes(answer), { afterId: "0" }, wholeRecords))).toEqual(records);
  });

  it("are UTF-8 even when the answer is not", async () => {
    const answer = bytes(JSON.stringify({ records }).replace("名", "?"));
    answer[answer.indexOf("?".charCodeAt(0))] = 0xff;
    const { lines } = await copyHere(answer, { afterId: "0" }, wholeRecords);
    expect(new TextDecoder("utf-8", { fatal: true }).decode(lines)).toContain("\ufffd");
  });

  it("leave out what stays out", async () => {
    const order = { ...wholeRecords, excludedFields: ["名"] };
    const copied = await copyHere(bytes(JSON.stringify({ records })), { afterId: "0" }, order);
    expect(copiedRecords(copied)).toEqual([version("1"), version("2")]);
  });

  it.each(['{"records":[{"$id"', "", "<html>"])(
    "are asked for again when the answer is not whole: %s",
    async (answer) => {
      const copying = copyHere(bytes(answer), { afterId: "0" }, wholeRecords);
      await expect(copying).rejects.toMatchObject({ code: "BAD_RESPONSE", retryable: true });
    },
  );
});
