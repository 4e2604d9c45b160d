import fc from "fast-check";
import { expect, test } from "vitest";
import type { Manifest } from "../../../src/archive/manifest/manifest";
import { manifestInput, parseManifest } from "../../../src/archive/manifest/manifest-entry";
import { safeName } from "../../../src/archive/names";
import { attachmentsOfRecord } from "../../../src/archive/records/attachments-of-record";
import { jsonLine, readJsonLines } from "../../../src/archive/records/json-lines";
import type { KintoneRecord } from "../../../src/archive/records/kintone-app";
import { verifyVolume } from "../../../src/archive/verify/verify-volume";
import { readZip } from "../../../src/archive/zip/zip-reader";
import { expectValidManifest } from "../manifest/manifest-schema";
import { entry, manifestOf, randomAccess, targetFacts, zipBytes } from "../volume-fixture";

/** Any 16-bit units, halves of pairs among them, and those that formats trip over more often than chance would have it. */
const unit = fc.oneof(
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  fc.constantFrom(
    "\ud83d",
    "\ude00",
    "\u0000",
    "\n",
    "\r",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\u001b",
    '"',
    "\\",
    "/",
    "😀",
    "が",
  ),
);
const anyText = fc.string({ unit, maxLength: 30 });
const hugeText = fc.tuple(anyText, fc.integer({ min: 1, max: 5000 })).map(([text, times]) => text.repeat(times));
const text = fc.oneof({ arbitrary: anyText, weight: 5 }, { arbitrary: hugeText, weight: 1 });

/** Ids of any length: none may pass through a number. */
const id = fc.oneof(
  fc.bigInt({ min: 1n, max: 10n ** 25n }).map(String),
  fc.constantFrom("0", "007", "9007199254740993", "1e3"),
);

test("a record comes out of JSON lines as it went in, whatever is in its codes and cells", async () => {
  const cell = fc.record({ type: text, value: fc.oneof(text, fc.array(text), fc.constant(null), fc.jsonValue()) });
  const record = fc.record({
    $id: fc.record({ type: fc.constant("__ID__"), value: id }),
    rest: fc.dictionary(text, cell),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(record), async (made) => {
      // From its JSON, as kintone gives it: a field may be called `__proto__`.
      const records = made.map(({ $id, rest }) => JSON.parse(JSON.stringify({ ...rest, $id })) as unknown);
      const lines = records.map(jsonLine).join("");
      const read: unknown[] = [];
      for await (const value of readJsonLines(new Blob([lines]).stream())) read.push(value);
      expect(read).toStrictEqual(records);
      expect(read.map((value) => JSON.stringify(value))).toEqual(records.map((value) => JSON.stringify(value)));
      expect(lines.split("\n").length - 1).toBe(records.length);
    }),
  );
});

test("a field that is called __proto__ is a field like any other", async () => {
  const line = '{"__proto__":{"type":"SINGLE_LINE_TEXT","value":"v"},"constructor":{"type":"NUMBER","value":"1"}}';
  for await (const value of readJsonLines(new Blob([line]).stream())) expect(jsonLine(value)).toBe(`${line}\n`);
});

test("a manifest comes back from its volume as it was, whatever its texts and ids", async () => {
  await fc.assert(
    fc.asyncProperty(text, text, id, fc.array(text, { maxLength: 3 }), async (one, other, number, texts) => {
      const facts = targetFacts({
        appId: number,
        guestSpaceId: number,
        appName: one,
        firstId: number,
        lastId: number,
        options: { query: other, include: ["records"], excludedFields: texts },
        records: { expected: 0, written: 0 },
        attachments: { expected: 0, written: 0 },
        renamed: texts.map((trueName) => ({ path: `12/attachments/${safeName(trueName)}`, trueName })),
        missing: [{ code: "FAILED", what: one, text: other, field: one, record: number }],
      });
      const manifest: Manifest = { ...manifestOf([], [facts]), runId: one };
      const written = await new Response(await manifestInput(manifest).open()).text();
      expect(parseManifest(written)).toStrictEqual(manifest);
      expectValidManifest(JSON.parse(written));
      const verdict = await verifyVolume(randomAccess(await zipBytes([manifestInput(manifest)])));
      expect(verdict.findings).toEqual([]);
      expect(verdict.manifest).toStrictEqual(manifest);
    }),
  );
});

test("every file of a record is found in the zip again by its path, whatever it and its field are called", async () => {
  const names = fc.array(text, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(anyText, names, { minKeys: 1, maxKeys: 3 }), id, async (fields, number) => {
      const record: KintoneRecord = { $id: { type: "__ID__", value: number } };
      for (const [code, files] of Object.entries(fields)) {
        const value = files.map((name) => ({ fileKey: "k", name, size: "1", contentType: "" }));
        if (code !== "$id" && code !== "__proto__") record[code] = { type: "FILE", value };
      }
      const attachments = attachmentsOfRecord(record);
      const entries = attachments.map(({ path }, at) => entry(`12/attachments/${path}`, `${at}`));
      const { entries: read, refused } = await readZip(randomAccess(await zipBytes(entries)));
      expect(refused).toEqual([]);
      const contents = await Promise.all(
        read.map(async ({ path, open }) => [
          path,
          await new Response(open() as ReadableStream<Uint8Array<ArrayBuffer>>).text(),
        ]),
      );
      expect(contents).toEqual(entries.map(({ path }, at) => [path, `${at}`]));
      for (const { file, path, renamed } of attachments) expect(renamed).toBe(path.split("/").at(-1) !== file.name);
    }),
  );
});
