import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonPieces } from "../../src/archive/json-pieces";

it("is what JSON.stringify writes, whatever the value is", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const [given, plain] = [{ value, at: new Date(0), none: undefined }, [value, undefined]];
      for (const each of [given, plain, value]) {
        expect([...jsonPieces(each)].join("")).toBe(JSON.stringify(each, null, 2));
      }
    }),
  );
});

it("comes in pieces as short as the texts in it", () => {
  const value = { list: Array.from({ length: 1000 }, (_, at) => ({ at, text: "x".repeat(100) })) };
  expect(Math.max(...[...jsonPieces(value)].map(({ length }) => length))).toBeLessThan(200);
});
