import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BackupError } from "../../src/domain/errors";
import { formOf, layoutOf } from "../../src/domain/settings/form";
import { appOf, generalOf, notUnderstoodIn, scriptsOf } from "../../src/domain/settings/known-settings";
import { SETTING_OFFERS } from "../../src/kintone/settings/settings-endpoints";

/** JSON with the members that are looked for, in odd places, and with odd ones. */
const anyAnswer = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(null, true, 7, "", "x", "12", "FILE", "URL"),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ...["desktop", "mobile", "js", "css", "file", "fileKey", "name", "size", "type", "icon", "layout", "fields"],
        ...[
          "properties",
          "code",
          "label",
          "expression",
          "lookup",
          "fieldMappings",
          "rights",
          "__proto__",
          "constructor",
        ],
      ),
      tie("json"),
      { maxKeys: 5 },
    ),
  ),
})).json;

it("nothing that is JSON is too odd to be looked into, and looking changes nothing", () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const before = JSON.stringify(answer);
      for (const look of [appOf, generalOf, layoutOf, scriptsOf]) look(answer);
      for (const { name } of SETTING_OFFERS) expect(new Set(notUnderstoodIn(name, answer)).has("")).toBe(false);
      try {
        for (const [code, { type, label }] of Object.entries(formOf(answer).properties)) {
          expect([typeof code, typeof type]).toEqual(["string", "string"]);
          expect(["string", "undefined"]).toContain(typeof label);
        }
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(BackupError);
        expect(thrown).toMatchObject({ code: "BAD_RESPONSE", facts: { settings: ["app/form/fields"] } });
      }
      expect(JSON.stringify(answer)).toBe(before);
    }),
    { numRuns: 2000 },
  );
});

describe("a form", () => {
  it("is taken with numbers for texts and without what may be absent, and keeps what nobody knows", () => {
    const properties = {
      a: { type: "CALC", label: 7, expression: null, enabled: true, shape: [1] },
      t: { type: "SUBTABLE", code: "t", fields: { b: { type: "LINK", lookup: {} } } },
    };
    expect(formOf({ properties, revision: 12 })).toEqual({
      properties: {
        a: { type: "CALC", code: "a", label: "7", enabled: true, shape: [1] },
        t: { type: "SUBTABLE", code: "t", fields: { b: { type: "LINK", code: "b", lookup: { fieldMappings: [] } } } },
      },
      revision: "12",
    });
  });

  it("names the first fields that cannot be understood", () => {
    const properties = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`f${at}`, { type: at }]));
    const odd = { ...properties, x: 1, "a b": { type: "LINK", lookup: { fieldMappings: [{}] } } };
    expect(() => formOf({ properties: odd })).toThrow(
      /at \$\.properties\.x, \$\.properties\["a b"\]\.lookup\.fieldMappings\[0\]\.field/u,
    );
  });
});
