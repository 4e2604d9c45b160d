import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/archive/canonical-json";
import { countLines, jsonLine, readJsonLines } from "../../src/archive/records/json-lines";

test("canonical JSON says the same as the value, whatever the order of its members", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
    }),
  );
});

test("canonical JSON is sorted, indented by two, and ends with a line feed", () => {
  const value = { "9": 1, "10": [], b: { y: [1, "二"], x: {} }, a: null, gone: undefined };
  expect(canonicalJson(value)).toBe(
    '{\n  "10": [],\n  "9": 1,\n  "a": null,\n  "b": {\n    "x": {},\n    "y": [\n      1,\n      "二"\n    ]\n  }\n}\n',
  );
});

test("JSON lines come back as they were, however the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), fc.integer({ min: 1, max: 7 }), async (values, length) => {
      const bytes = new TextEncoder().encode(values.map(jsonLine).join(""));
      const read: unknown[] = [];
      for await (const value of readJsonLines(cut(bytes, length))) read.push(value);
      expect(read).toEqual(JSON.parse(JSON.stringify(values)));
      expect(countLines(bytes)).toBe(values.length);
    }),
  );
});

test("bytes that are not JSON lines are refused", async () => {
  const read = async (bytes: Uint8Array) => {
    for await (const value of readJsonLines(cut(bytes, 3))) expect(value).toBeDefined();
  };
  await expect(read(new TextEncoder().encode('{"a":1}\n{"b"'))).rejects.toThrow(SyntaxError);
  await expect(read(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toThrow(TypeError);
});

function cut(bytes: Uint8Array, length: number): ReadableStream<Uint8Array> {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      if (start >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(start, start + length));
      start += length;
    },
  });
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
