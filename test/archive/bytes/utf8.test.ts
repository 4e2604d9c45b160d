import fc from "fast-check";
import { expect, it } from "vitest";
import { utf8Chunks, utf8Length } from "../../../src/archive/bytes/utf8";

it("long texts are encoded in slices, of which none ends within a letter", () => {
  // Wherever a slice ends, one of the two has a letter of two units there.
  for (const before of ["", "a"]) {
    const texts = [`${before}${"😀".repeat(100_000)}`, "", "b", "検".repeat(70_000)];
    const chunks = [...utf8Chunks(texts)];
    expect(Buffer.concat(chunks).equals(Buffer.from(texts.join("")))).toBe(true);
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(3 * 64 * 1024);
  }
});

it("the length of a text is what the encoder makes of it", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("a", "\u007f", "\u0080", "é", "\u07ff", "\u0800", "検", "\ud83d", "\ude00", "😀"),
    }),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(utf8Length(any)).toBe(new TextEncoder().encode(any).length);
    }),
  );
});
