import { describe, expect, test } from "vitest";
import { readZip } from "../../../src/archive/zip/zip-reader";
import { randomAccess } from "../volume-fixture";
import { DESCRIPTOR, type RawEntry, type RawZip, extraField, rawZip, unicodePath } from "./hostile-zips";

/** What comes of a zip: its refusals, and what each entry that was not refused gave. */
async function outcome(zip: RawZip): Promise<{ refused: string[][]; read: Record<string, string> } | string> {
  try {
    const { entries, refused } = await readZip(randomAccess(rawZip(zip)));
    const read: Record<string, string> = {};
    for (const { path, open } of entries) {
      read[path] = await new Response(open()).text().catch((error: Error) => `DAMAGED: ${error.message}`);
    }
    return { refused: refused.map(({ path, reason }) => [path, reason]), read };
  } catch (error) {
    expect(error).toMatchObject({ name: "ArchiveError", code: "DAMAGED" });
    return (error as Error).message;
  }
}

const a: RawEntry = { path: "a.txt", content: "hello" };
const b: RawEntry = { path: "b.txt", content: "world world world", method: 8 };
const c: RawEntry = { path: "図面/c.txt", content: "described", method: 8, flags: (1 << 11) | DESCRIPTOR };
const allOf = { "a.txt": "hello", "b.txt": "world world world", "図面/c.txt": "described" };

test("a sound zip is read, whoever made it", async () => {
  expect(await outcome({ entries: [a, b, c] })).toEqual({ refused: [], read: allOf });
});

test("a comment, time stamps, an empty folder, also twice, an extra field nobody knows: harmless", async () => {
  const zip = {
    entries: [
      { path: "folder/", central: { attributes: (0o40755 << 16) | 0x10 } },
      { path: "folder/" },
      { ...a, central: { attributes: 0o100644 << 16, extra: extraField(0x000a, Buffer.alloc(32)) } },
      { ...b, local: { extra: extraField(0x5455, Buffer.alloc(9)) } },
      c,
    ],
    comment: Buffer.from("a comment"),
  };
  expect(await outcome(zip)).toEqual({ refused: [], read: allOf });
  expect(await outcome({ entries: [] })).toEqual({ refused: [], read: {} });
});

test("a data descriptor without a signature, which is optional", async () => {
  const bare: RawEntry = { ...c, descriptor: { hasSignature: false } };
  expect(await outcome({ entries: [a, bare, b] })).toEqual({ refused: [], read: allOf });
});

test("16 segments, the most that a path may have", async () => {
  const path = `${"x/".repeat(15)}x`;
  expect(await outcome({ entries: [{ path }] })).toEqual({ refused: [], read: { [path]: "" } });
});

const symlink = 0o120777 << 16;
const zip64 = extraField(1, Buffer.alloc(16));
const bad = "bad.txt";
test.each<[string, RawEntry, string]>([
  ["an absolute path", { path: "/etc/passwd" }, "unsafe-path"],
  ["a drive", { path: "C:/x" }, "unsafe-path"],
  ["..", { path: "a/../../b" }, "unsafe-path"],
  [".. as a folder", { path: "../" }, "unsafe-path"],
  ["a backslash", { path: "..\\x" }, "unsafe-path"],
  ["NUL", { path: "x.txt\0.exe" }, "unsafe-path"],
  ["no name", { path: "" }, "unsafe-path"],
  ["a path without end", { path: "x/".repeat(20_000) + "x" }, "unsafe-path"],
  ["17 segments", { path: "x/".repeat(16) + "x" }, "unsafe-path"],
  ["a path that is not UTF-8", { path: Buffer.from([0x78, 0xff]) }, "ambiguous-path"],
  ["a path not marked as UTF-8", { path: "図", flags: 0 }, "ambiguous-path"],
  ["a path that is given twice", { path: bad, central: { extra: unicodePath(bad, "evil.txt") } }, "ambiguous-path"],
  [
    "a second path where none counts",
    { path: bad, flags: 0, central: { extra: unicodePath(bad, "y") } },
    "ambiguous-path",
  ],
  [
    "a second path that begins like it",
    { path: bad, central: { extra: unicodePath(bad, `${bad}x`) } },
    "ambiguous-path",
  ],
  ["a second path that it begins with", { path: bad, central: { extra: unicodePath(bad, "bad") } }, "ambiguous-path"],
  ["the same path", { path: "a.txt" }, "duplicate"],
  ["the same path in capitals", { path: "A.TXT" }, "duplicate"],
  ["the path of a folder", { path: "図面" }, "duplicate"],
  ["a path below a file", { path: "a.txt/x" }, "duplicate"],
  ["a folder that is a file", { path: "a.txt/" }, "duplicate"],
  ["encryption", { path: bad, flags: (1 << 11) | 1 }, "encrypted"],
  ["strong encryption", { path: bad, flags: (1 << 11) | (1 << 6) }, "encrypted"],
  ["masked headers", { path: bad, flags: (1 << 11) | (1 << 13) }, "encrypted"],
  ["a symbolic link", { path: bad, content: "/etc/passwd", central: { attributes: symlink } }, "not-a-file"],
  ["a device", { path: bad, central: { attributes: 0o020666 << 16 } }, "not-a-file"],
  ["a file that says it is a folder", { path: bad, content: "x", central: { attributes: 0x10 } }, "not-a-file"],
  ["a folder with content", { path: "folder/", content: "x" }, "unsafe-path"],
  ["a folder with packed bytes", { path: "folder/", packed: Buffer.from([3, 0]), method: 8 }, "unsafe-path"],
  ["a folder with a size", { path: "folder/", central: { size: 5 }, local: { size: 5 } }, "unsafe-path"],
  ["a folder with something behind it", { path: "folder/", after: Buffer.alloc(100) }, "unsafe-path"],
  ["a folder of Unix that is a file", { path: bad, central: { attributes: 0o40755 << 16 } }, "not-a-file"],
  ["bzip2", { path: bad, method: 12 }, "unsupported"],
  ["deflate64", { path: bad, method: 9 }, "unsupported"],
  ["patches", { path: bad, flags: (1 << 11) | (1 << 5) }, "unsupported"],
  ["zip64", { path: bad, central: { extra: zip64 } }, "unsupported"],
  ["an entry that is larger than the zip", { path: bad, central: { compressedSize: 0x7fff_ffff } }, "misplaced"],
  ["zip64 sizes", { path: bad, central: { compressedSize: 0xffff_ffff, extra: zip64 } }, "misplaced"],
])("refused: %s", async (_, entry, reason) => {
  const result = await outcome({ entries: [a, b, c, entry] });
  const path = typeof entry.path === "string" ? entry.path.replace(/^y$/, bad) : "x\ufffd";
  expect(result).toEqual({ refused: [[path, reason]], read: allOf });
});

test("refused: names that differ in Unicode form only", async () => {
  const result = await outcome({ entries: [a, b, c, { path: "が" }, { path: "か\u3099" }] });
  expect(result).toMatchObject({ refused: [["か\u3099", "duplicate"]] });
});

test("refused: a path that belongs to an entry that was refused", async () => {
  const encrypted: RawEntry = { path: bad, flags: (1 << 11) | 1 };
  expect(await outcome({ entries: [a, b, c, encrypted, { path: bad }] })).toEqual({
    refused: [
      [bad, "encrypted"],
      [bad, "duplicate"],
    ],
    read: allOf,
  });
});

test("an unsafe path takes nothing from the others", async () => {
  const result = await outcome({ entries: [{ path: "a.txt/../x" }, a, b, c] });
  expect(result).toEqual({ refused: [["a.txt/../x", "unsafe-path"]], read: allOf });
});

test("refused: an entry whose neighbour starts in its header, in its name, or behind others that it covers", async () => {
  const misplaced = (...paths: string[]) => ({ refused: paths.map((path) => [path, "misplaced"]) });
  for (const offset of [10, 35]) {
    const zip = { entries: [{ path: "long-name.txt" }, { ...a, central: { offset } }] };
    expect(await outcome(zip)).toMatchObject(misplaced("long-name.txt", "a.txt"));
  }
  const inner = rawZip({ entries: [a, { path: "b.txt" }] }).subarray(0, 75);
  const outer: RawEntry = { path: "outer", content: inner };
  const within = (entry: RawEntry, offset: number): RawEntry => ({ ...entry, central: { offset } });
  const covered = { entries: [outer, within(a, 35), within({ path: "b.txt" }, 75)] };
  expect(await outcome(covered)).toMatchObject(misplaced("outer", "a.txt", "b.txt"));
});

test("damaged: an entry whose local header sends its content into the next one", async () => {
  // The content is the name of the next entry; between them lies an extra field that covers all of its header.
  const filler = Buffer.from([0x99, 0x99, 31, 0, 0]);
  const reaching: RawEntry = { path: bad, content: "b.txt", packed: filler, local: { extraLength: 35 } };
  const result = await outcome({ entries: [reaching, { path: "b.txt" }] });
  expect(result).toMatchObject({ read: { [bad]: expect.stringMatching(/^DAMAGED/) } });
});

test("refused: entries that overlap, both of them, or share their content", async () => {
  const inner = rawZip({ entries: [a] }).subarray(0, 40);
  const outer: RawEntry = { path: "outer", content: inner };
  const zip = { entries: [outer, { ...b, central: { offset: 35 } }] };
  expect(await outcome(zip)).toMatchObject({
    refused: [
      ["outer", "misplaced"],
      ["b.txt", "misplaced"],
    ],
  });
  const shared = { entries: [a, { ...a, path: "again", central: { offset: 0 } }, b] };
  expect(await outcome(shared)).toMatchObject({
    refused: [
      ["a.txt", "misplaced"],
      ["again", "misplaced"],
    ],
  });
  const outside = { entries: [a, { ...b, central: { offset: 0x7fff_ffff } }] };
  expect(await outcome(outside)).toMatchObject({ refused: [["b.txt", "misplaced"]] });
});

test.each<[string, RawEntry, RegExp]>([
  ["another name", { ...a, path: bad, local: { path: "evil.txt" } }, /another path/],
  ["another method", { ...a, path: bad, local: { method: 8 } }, /another method/],
  ["other flags", { ...a, path: bad, local: { flags: 0 } }, /flag/],
  ["patches", { ...a, path: bad, local: { flags: (1 << 11) | (1 << 5) } }, /other flags/],
  ["another size", { ...a, path: bad, local: { size: 4 } }, /sizes/],
  ["no sizes", { ...a, path: bad, local: { size: 0, compressedSize: 0, crc: 0 } }, /other sizes/],
  ["sizes before a descriptor", { ...c, path: bad, local: { size: 99 } }, /other sizes/],
  ["a second path", { ...a, path: bad, local: { extra: unicodePath(bad, "x") } }, /another path/],
])("damaged: a local header with %s", async (_, entry, message) => {
  expect(await outcome({ entries: [a, b, entry] })).toMatchObject({ read: { [bad]: expect.stringMatching(message) } });
});

test.each<[string, RawEntry, RegExp]>([
  ["a size too small", { ...b, path: bad, local: { size: 3 }, central: { size: 3 } }, /longer/i],
  ["a size too large", { ...b, path: bad, local: { size: 30 }, central: { size: 30 } }, /shorter/i],
  ["a stored size too small", { ...a, path: bad, local: { size: 3 }, central: { size: 3 } }, /longer/i],
  ["a CRC of something else", { ...b, path: bad, local: { crc: 1 }, central: { crc: 1 } }, /crc/i],
  ["a descriptor that lies", { ...c, path: bad, descriptor: { size: 3 } }, /say something else/],
  ["no descriptor", { ...c, path: bad, descriptor: "none" }, /./],
  ["bytes behind it", { ...a, path: bad, after: Buffer.alloc(40) }, /belong to no entry/],
  ["an entry behind it that no directory lists", { ...a, path: bad, after: rawZip({ entries: [b] }) }, /belong to no/],
  ["bytes behind its deflated end", { ...b, path: bad, packed: Buffer.from([3, 0, 1, 2, 3]) }, /./],
  ["no local header", { ...a, path: bad, before: Buffer.alloc(8), central: { offset: 40 } }, /./],
])("damaged: %s", async (_, entry, message) => {
  const result = await outcome({ entries: [a, entry, c] });
  expect(result).toMatchObject({ read: { [bad]: expect.stringMatching(/^DAMAGED/) } });
  expect(result).toMatchObject({ read: { [bad]: expect.stringMatching(message) } });
});

describe("refused as a whole:", () => {
  const inner = rawZip({ entries: [a] });
  const sound: RawZip = { entries: [a, b, c] };
  test.each<[string, RawZip, RegExp]>([
    ["bytes before the first entry", { ...sound, prefix: Buffer.from("#!/bin/sh\n") }, /directory does not end/],
    [
      "bytes before it that offsets know of",
      { entries: [{ ...a, before: Buffer.alloc(9) }] },
      /before the first entry/,
    ],
    ["bytes before no entries", { entries: [], prefix: Buffer.alloc(9), end: { start: 9 } }, /without entries/],
    ["bytes after the end", { ...sound, suffix: Buffer.from("more") }, /does not reach its end/],
    ["a comment that is cut off", { ...sound, end: { commentLength: 9 } }, /does not reach its end/],
    ["a whole zip as its comment", { ...sound, comment: inner }, /directory does not end/],
    [
      "an end record in a comment",
      { ...sound, comment: Buffer.concat([inner.subarray(-22), Buffer.from("x")]) },
      /reach/,
    ],
    ["too few entries counted", { ...sound, end: { count: 2 } }, /more than the 2/],
    ["too many", { ...sound, end: { count: 4 } }, /broken at entry 4/],
    ["none", { ...sound, end: { count: 0 } }, /without entries/],
    ["two counts", { ...sound, end: { countHere: 2 } }, /two numbers/],
    ["a split zip", { ...sound, end: { disk: 1 } }, /split/],
    ["an entry on another disk", { entries: [{ ...a, central: { disk: 1 } }] }, /another disk/],
    ["an entry with a comment", { entries: [{ ...a, central: { comment: "x" } }] }, /comment/],
    ["a directory elsewhere", { ...sound, end: { start: 0 } }, /directory does not end/],
    ["a directory that is too short", { ...sound, end: { bytes: 40 } }, /directory does not end/],
    ["a directory that is too long", { ...sound, end: { bytes: 300 } }, /directory does not end/],
    ["bytes after the directory", { ...sound, beforeEnd: Buffer.alloc(76) }, /directory does not end/],
    ["zip64", { ...sound, end: { count: 0xffff } }, /zip64/],
    ["half an extra field", { entries: [{ ...a, central: { extra: Buffer.from([1, 2, 9]) } }] }, /extra fields/],
    [
      "an extra field that is longer than all of them",
      { entries: [{ ...a, central: { extra: Buffer.from([1, 0, 10, 0, 1, 2, 3]) } }] },
      /extra fields of entry 1/,
    ],
    ["nine extra fields", { entries: [{ ...a, central: { extra: Buffer.alloc(36) } }] }, /extra fields/],
    ["very many extra fields", { entries: [{ ...a, central: { extra: Buffer.alloc(65_000) } }] }, /extra fields/],
  ])("%s", async (_, zip, message) => {
    expect(await outcome(zip)).toMatch(message);
  });

  test("a header in the directory that is none, or that is longer than the directory", async () => {
    const bytes = rawZip(sound);
    const signature = Buffer.from([0x50, 0x4b, 1, 2]);
    const headers = [...bytes.keys()].filter((at) => bytes.subarray(at, at + 4).equals(signature));
    const changed = (at: number, change: (copy: Buffer) => void) => {
      const copy = Buffer.from(bytes);
      change(copy.subarray(headers[at]));
      return readZip(randomAccess(copy));
    };
    await expect(changed(1, (header) => header.writeUInt8(0x51, 0))).rejects.toThrow(/broken at entry 2/);
    await expect(changed(2, (header) => header.writeUInt16LE(60_000, 30))).rejects.toThrow(/extra fields of entry 3/);
    await expect(changed(2, (header) => header.writeUInt16LE(60_000, 28))).rejects.toThrow(/broken in .* of entry 3/);
  });

  test("a directory that would fill memory, before it is read", async () => {
    const size = 200 * 1024 ** 2;
    const end = rawZip({ entries: [], end: { count: 9, bytes: size - 22, start: 0 } });
    let most = 0;
    const bytes = (start: number, stop: number) => {
      most = Math.max(most, stop - start);
      const part = Buffer.alloc(stop - start);
      end.copy(part, part.length - 22);
      return Promise.resolve(Uint8Array.from(part));
    };
    await expect(readZip({ size, bytes })).rejects.toMatchObject({ code: "DAMAGED" });
    expect(most).toBeLessThan(300_000);
  });
});
