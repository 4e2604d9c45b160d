import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Entry } from "../../../src/archive/entry";
import type { Manifest } from "../../../src/archive/manifest/manifest";
import { manifestInput } from "../../../src/archive/manifest/manifest-entry";
import { verifyVolume } from "../../../src/archive/verify/verify-volume";
import { readZip } from "../../../src/archive/zip/zip-reader";
import { entry, manifestOf, randomAccess, targetFacts, zipBytes } from "../volume-fixture";
import { sevenZip } from "../zip/seven-zip";

const entries = () => [
  entry("12/records.jsonl", '{"$id":1}\n{"$id":2}\n', "records"),
  entry("12/attachments/図-1/図面.png", new Uint8Array(70_000).fill(9)),
  entry("12/attachments/図-1/空.txt", ""),
];
const target = () => targetFacts({ attachments: { expected: 2, written: 2 } });

async function volume(manifest: Manifest, content: readonly Entry[] = entries()): Promise<Buffer<ArrayBuffer>> {
  return zipBytes([...content, manifestInput(manifest)]);
}

const codesOf = async (bytes: Uint8Array) =>
  (await verifyVolume(randomAccess(bytes))).findings.map(({ code, path }) => [code, path]);

test("a sound volume has no findings, and its manifest comes back as it was", async () => {
  const manifest = manifestOf(entries(), [target()]);
  const verdict = await verifyVolume(randomAccess(await volume(manifest)));
  const lines = new Map([["12/records.jsonl", 2]]);
  expect(verdict).toEqual({ manifest, findings: [], counts: { entries: 3, bytes: 70_020 }, lines });
});

describe("all findings are collected:", () => {
  test("entries missing, surplus, of another size and of another content", async () => {
    const listed = entries();
    const manifest = manifestOf([...listed, entry("12/settings/app.json", "{}", "settings")], [target()]);
    const written = [
      entry("12/records.jsonl", '{"$id":1}\n{"$id":3}\n', "records"),
      entry("12/attachments/図-1/図面.png", "short"),
      listed[2]!,
      entry("12/stranger.txt", "?"),
    ];
    expect(await codesOf(await volume(manifest, written))).toEqual([
      ["DIGEST_MISMATCH", "12/records.jsonl"],
      ["SIZE_MISMATCH", "12/attachments/図-1/図面.png"],
      ["ENTRY_SURPLUS", "12/stranger.txt"],
      ["ENTRY_MISSING", "12/settings/app.json"],
    ]);
  });

  test("counts of records and attachments that do not agree", async () => {
    const wrong = targetFacts({ records: { expected: 3, written: 3 }, attachments: { expected: 9, written: 9 } });
    const { findings } = await verifyVolume(randomAccess(await volume(manifestOf(entries(), [wrong]))));
    expect(findings).toMatchObject([
      { code: "COUNT_MISMATCH", path: "12/records.jsonl", expected: 3, actual: 2 },
      { code: "COUNT_MISMATCH", path: "12", expected: 9, actual: 2 },
    ]);
  });

  test("comments that do not agree, or that have no file", async () => {
    const listed = [...entries(), entry("12/comments.jsonl", "{}\n{}\n{}\n", "comments")];
    const told = (written: number) => [{ ...target(), comments: { written } }];
    expect(await codesOf(await volume(manifestOf(listed, told(3)), listed))).toEqual([]);
    expect(await codesOf(await volume(manifestOf(listed, told(2)), listed))).toEqual([
      ["COUNT_MISMATCH", "12/comments.jsonl"],
    ]);
    expect(await codesOf(await volume(manifestOf(entries(), told(1))))).toEqual([
      ["COUNT_MISMATCH", "12/comments.jsonl"],
    ]);
  });

  test("records of many chunks, all of which are counted", async () => {
    const listed = [entry("12/records.jsonl", '{"$id":1}\n'.repeat(60_000), "records")];
    const facts = (written: number) => [
      targetFacts({ records: { expected: written, written }, attachments: { expected: 0, written: 0 } }),
    ];
    expect(await codesOf(await volume(manifestOf(listed, facts(60_000)), listed))).toEqual([]);
    expect(await codesOf(await volume(manifestOf(listed, facts(59_999)), listed))).toEqual([
      ["COUNT_MISMATCH", "12/records.jsonl"],
    ]);
  });

  test("records that cannot be unpacked are not counted as well", async () => {
    const listed = [entry("12/records.jsonl", '{"$id":1}\n'.repeat(20_000), "records")];
    const facts = { records: { expected: 20_000, written: 20_000 }, attachments: { expected: 0, written: 0 } };
    const bytes = await volume(manifestOf(listed, [targetFacts(facts)]), listed);
    bytes[100] = bytes[100]! ^ 0xff;
    expect(await codesOf(bytes)).toEqual([["ENTRY_DAMAGED", "12/records.jsonl"]]);
  });

  test("records that were written without a file to hold them", async () => {
    const rest = entries().slice(1);
    expect(await codesOf(await volume(manifestOf(rest, [target()]), rest))).toEqual([
      ["COUNT_MISMATCH", "12/records.jsonl"],
    ]);
  });

  test("bytes that were damaged, deflated or stored", async () => {
    const listed = [
      entry("12/a.txt", "text ".repeat(20_000)),
      entry("12/b.png", new Uint8Array(5000).fill(3)),
      entry("12/c.txt", "c"),
    ];
    const bytes = await volume(manifestOf(listed), listed);
    const stored = bytes.indexOf(Buffer.alloc(100, 3)) + 50;
    for (const at of [100, stored]) bytes[at] = bytes[at]! ^ 0xff;
    expect(await codesOf(bytes)).toEqual([
      ["ENTRY_DAMAGED", "12/a.txt"],
      ["ENTRY_DAMAGED", "12/b.png"],
    ]);
  });

  test("no manifest, and one that is not", async () => {
    expect(await codesOf(await zipBytes(entries()))).toEqual([["MANIFEST_MISSING", undefined]]);
    expect(await codesOf(await zipBytes([...entries(), entry("manifest.json", "{}")]))).toEqual([
      ["MANIFEST_INVALID", "manifest.json"],
    ]);
    const input = manifestInput({ ...manifestOf([]), runId: "\u00e9" });
    const bytes = Buffer.from(await new Response(await input.open()).arrayBuffer());
    bytes[bytes.indexOf(0xc3)] = 0xff; // no UTF-8
    expect(await codesOf(await zipBytes([entry("manifest.json", bytes)]))).toEqual([
      ["MANIFEST_INVALID", "manifest.json"],
    ]);
    const whole = Buffer.from(await new Response(await manifestInput(manifestOf([])).open()).arrayBuffer());
    const cutOff = Buffer.concat([whole, Buffer.from("図").subarray(0, 2)]);
    expect(await codesOf(await zipBytes([entry("manifest.json", cutOff)]))).toEqual([
      ["MANIFEST_INVALID", "manifest.json"],
    ]);
  });

  test("what is no zip, or half of one", async () => {
    const bytes = await volume(manifestOf(entries()));
    expect(await codesOf(new Uint8Array(0))).toEqual([["UNREADABLE", undefined]]);
    expect(await codesOf(Buffer.from("<html>".repeat(1000)))).toEqual([["UNREADABLE", undefined]]);
    expect(await codesOf(bytes.subarray(0, bytes.length / 2))).toEqual([["UNREADABLE", undefined]]);
  });
});

describe("an entry that must not be unpacked is refused:", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "archive-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("paths that leave the folder, and duplicates, written by another tool", async () => {
    const file = join(folder, "hostile.zip");
    const script = [
      "import sys, warnings, zipfile",
      "warnings.simplefilter('ignore')",
      "zip = zipfile.ZipFile(sys.argv[1], 'w')",
      "for path in ['/etc/passwd', '../up', 'a/../../b', 'C:/x', 'back\\\\slash', 'ok.txt', 'ok.txt', 'folder/']:",
      "    zip.writestr(path, 'x' if not path.endswith('/') else '')",
      "zip.close()",
    ].join("\n");
    execFileSync("python3", ["-c", script, file]);
    const { entries: accepted, refused } = await readZip(randomAccess(await readFile(file)));
    expect(accepted.map(({ path }) => path)).toEqual(["ok.txt"]);
    expect(refused).toEqual([
      ...["/etc/passwd", "../up", "a/../../b", "C:/x", "back\\slash"].map((path) => ({ path, reason: "unsafe-path" })),
      { path: "ok.txt", reason: "duplicate" },
    ]);
  });

  test("encrypted entries", async () => {
    const plain = await volume(manifestOf(entries()));
    // Bit 0 of the general purpose flag of the first entry in the directory.
    const directory = plain.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    plain[directory + 8] = plain[directory + 8]! | 1;
    expect((await readZip(randomAccess(plain))).refused).toEqual([{ path: "12/records.jsonl", reason: "encrypted" }]);
  });

  test("an entry that unpacks to more than the directory says", async () => {
    const bytes = await zipBytes([entry("12/a.txt", "x".repeat(500_000))]);
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(1000, directory + 24);
    const [lying] = (await readZip(randomAccess(bytes))).entries;
    await expect(new Response(lying!.open()).arrayBuffer()).rejects.toMatchObject({
      code: "DAMAGED",
      facts: { path: "12/a.txt" },
    });
  });

  test("other tools' sound zips are read", async () => {
    const file = join(folder, "foreign.zip");
    const text = "図面\n".repeat(5000);
    await writeFile(join(folder, "図面.txt"), text);
    execFileSync(sevenZip(), ["a", "-tzip", file, join(folder, "図面.txt")]);
    const [read] = (await readZip(randomAccess(await readFile(file)))).entries;
    expect(read!.path).toBe("図面.txt");
    expect(await new Response(read!.open()).text()).toBe(text);
  });
});

describe("verification ends", () => {
  test("with what the source threw, at the directory and in an entry", async () => {
    const large = [entry("12/a.png", new Uint8Array(5_000_000))];
    const bytes = await volume(manifestOf(large), large);
    const lost = new Error("file system gone");
    await expect(verifyVolume({ size: bytes.length, bytes: () => Promise.reject(lost) })).rejects.toBe(lost);
    const whole = randomAccess(bytes);
    let reads = 0;
    const failing = {
      size: bytes.length,
      bytes: (start: number, end: number) => (++reads > 3 ? Promise.reject(lost) : whole.bytes(start, end)),
    };
    await expect(verifyVolume(failing)).rejects.toBe(lost);
  });

  test("with the signal's reason", async () => {
    const abort = new AbortController();
    const reason = new Error("cancelled");
    const bytes = await volume(manifestOf(entries()));
    const done = verifyVolume(randomAccess(bytes), { signal: abort.signal, onRead: () => abort.abort(reason) });
    await expect(done).rejects.toBe(reason);
  });
});
