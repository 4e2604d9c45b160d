import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Manifest } from "../../../src/archive/manifest/manifest";
import { manifestInput } from "../../../src/archive/manifest/manifest-entry";
import { verifyVolume } from "../../../src/archive/verify/verify-volume";
import { readZip } from "../../../src/archive/zip/zip-reader";
import { entry, manifestOf, randomAccess, targetFacts, zipBytes } from "../volume-fixture";
import { type RawEntry, deflatedZeros, rawZip } from "./hostile-zips";

/** What `verifyVolume` finds, and how many bytes it unpacked for that. */
async function verified(bytes: Uint8Array): Promise<{ found: string[]; unpacked: number }> {
  let unpacked = 0;
  const { findings } = await verifyVolume(randomAccess(bytes), { onRead: (length) => (unpacked += length) });
  return { found: findings.map(({ code, path }) => `${code} ${path}`), unpacked };
}

async function manifestEntry(manifest: Manifest): Promise<RawEntry> {
  const stream = await manifestInput(manifest).open();
  return { path: "manifest.json", content: new Uint8Array(await new Response(stream).arrayBuffer()), method: 8 };
}

const MB = 1024 ** 2;
const GB = 1024 * MB;

describe("a bomb is not unpacked:", () => {
  const small = entry("12/a.txt", "a");
  const bomb = (path: string, { packed, size }: { packed: Buffer; size: number }, claimed = size): RawEntry => {
    const sizes = { size: claimed, crc: 0 };
    return { path, packed, method: 8, local: sizes, central: sizes };
  };

  test("ten gigabytes, as many as the directory says, quickly and with flat memory", async () => {
    const zeros = deflatedZeros(3.5 * GB);
    const parts = ["12/a.txt", "12/b.txt", "12/c.txt"].map((path) => bomb(path, zeros));
    const zip = rawZip({ entries: [...parts, await manifestEntry(manifestOf([small]))] });
    expect(zip.length).toBeLessThan(20 * MB);
    const [started, before] = [performance.now(), process.memoryUsage().rss];
    const { found, unpacked } = await verified(zip);
    expect(found).toEqual(["SIZE_MISMATCH 12/a.txt", "ENTRY_SURPLUS 12/b.txt", "ENTRY_SURPLUS 12/c.txt"]);
    expect(unpacked).toBeLessThan(MB);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
  });

  test("more than the directory and the manifest say", async () => {
    const zip = rawZip({ entries: [bomb("12/a.txt", deflatedZeros(GB), 1), await manifestEntry(manifestOf([small]))] });
    const { found, unpacked } = await verified(zip);
    expect(found).toEqual(["ENTRY_DAMAGED 12/a.txt"]);
    expect(unpacked).toBeLessThan(MB);
  });

  test("entries that share one content", async () => {
    const zeros = deflatedZeros(GB);
    const first = bomb("12/0.txt", zeros);
    const others = Array.from({ length: 999 }, (_, at): RawEntry => {
      const central = { ...first.central, offset: 0, compressedSize: zeros.packed.length };
      return { ...bomb(`12/${at + 1}.txt`, { packed: Buffer.alloc(0), size: GB }), central };
    });
    const { found, unpacked } = await verified(rawZip({ entries: [first, ...others] }));
    expect(found).toHaveLength(1001);
    expect(unpacked).toBe(0);
  });

  test("a manifest, and anything beside a manifest that is none", async () => {
    const zeros = deflatedZeros(GB);
    const large = rawZip({ entries: [bomb("manifest.json", zeros), bomb("12/a.txt", zeros)] });
    expect(await verified(large)).toEqual({ found: ["MANIFEST_INVALID manifest.json"], unpacked: 0 });
    const none = rawZip({ entries: [bomb("12/a.txt", zeros)] });
    expect(await verified(none)).toEqual({ found: ["MANIFEST_MISSING undefined"], unpacked: 0 });
  });

  test("one that its manifest tells of truthfully is unpacked, in flat memory, until the signal ends it", async () => {
    const zeros = deflatedZeros(GB);
    const facts = { ...small, size: GB, sha256: "0".repeat(64) };
    const zip = rawZip({ entries: [bomb("12/a.txt", zeros), await manifestEntry(manifestOf([facts]))] });
    const abort = new AbortController();
    const before = process.memoryUsage().rss;
    let read = 0;
    const onRead = (bytes: number) => void ((read += bytes) > 40 * MB && abort.abort("enough"));
    await expect(verifyVolume(randomAccess(zip), { signal: abort.signal, onRead })).rejects.toBe("enough");
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MB);
  });
});

test("a manifest that lists a path twice is none", async () => {
  const twice = [entry("12/a.txt", "a"), entry("12/a.txt", "b")];
  const zip = rawZip({ entries: [{ path: "12/a.txt", content: "b" }, await manifestEntry(manifestOf(twice))] });
  expect((await verified(zip)).found).toEqual(["MANIFEST_INVALID manifest.json"]);
});

describe("whatever happens to a good volume", () => {
  const contents = [
    entry("12/records.jsonl", '{"$id":1}\n{"$id":2}\n', "records"),
    entry("12/attachments/図-1/図面.png", new Uint8Array(300).fill(9)),
    entry("12/attachments/図-1/空.txt", ""),
  ];
  const manifest = manifestOf(contents, [targetFacts({ attachments: { expected: 2, written: 2 } })]);
  const volume = zipBytes([...contents, manifestInput(manifest)]);

  /** Resolves in every case: `verifyVolume` must not reject, and `readZip` only with `DAMAGED`. */
  async function isFound(bytes: Uint8Array): Promise<boolean> {
    await readZip(randomAccess(bytes)).catch((error: unknown) => {
      expect(error).toMatchObject({ name: "ArchiveError", code: "DAMAGED" });
    });
    return (await verified(bytes)).found.length > 0;
  }

  test("a changed byte is found, or does not matter", async () => {
    const good = await volume;
    expect(await isFound(good)).toBe(false);
    const harmless = harmlessBytes(good);
    const change = fc.record({ at: fc.nat(good.length - 1), xor: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, xor }) => {
        const bytes = Uint8Array.from(good);
        bytes[at] = bytes[at]! ^ xor;
        if (!(await isFound(bytes))) expect(harmless.get(at)).toBeDefined();
      }),
      { numRuns: 400 },
    );
  });

  test("every byte of headers, directory and end record, one of its bits", async () => {
    const good = await volume;
    const harmless = harmlessBytes(good);
    const missed: number[] = [];
    for (let at = 0; at < good.length; at += 1) {
      if (harmless.has(at) || isContent(good, at)) continue;
      const bytes = Uint8Array.from(good);
      bytes[at] = bytes[at]! ^ (1 << (at % 8));
      if (!(await isFound(bytes))) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  test("many changed bytes, cuts and insertions are found", async () => {
    const good = await volume;
    const at = fc.nat(good.length - 1);
    const junk = fc.uint8Array({ minLength: 1, maxLength: 60 });
    const spoiled = fc.oneof(
      at.map((end) => good.subarray(0, end)),
      at.map((start) => good.subarray(start + 1)),
      fc
        .tuple(at, at)
        .map(([from, to]) => Buffer.concat([good.subarray(0, from), good.subarray(Math.max(from, to) + 1)])),
      fc.tuple(at, junk).map(([where, bytes]) => Buffer.concat([good.subarray(0, where), bytes, good.subarray(where)])),
    );
    await fc.assert(
      fc.asyncProperty(spoiled, async (bytes) => isFound(bytes)),
      { numRuns: 250 },
    );
  });

  test("bytes that were never a zip", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => isFound(bytes)));
  });
});

/** Offsets of headers with a signature. */
function headersOf(bytes: Buffer, signature: number): number[] {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  const found: number[] = [];
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) found.push(at);
  return found;
}

/** Between a local header and its data descriptor. */
function isContent(bytes: Buffer, at: number): boolean {
  const start = headersOf(bytes, 0x04034b50)
    .filter((header) => header <= at)
    .at(-1);
  if (start === undefined) return false;
  const content = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const end = headersOf(bytes, 0x08074b50).find((header) => header >= content) ?? 0;
  return at >= content && at < end;
}

/** Bytes that nothing depends on that is read back, and why. */
function harmlessBytes(bytes: Buffer): Map<number, string> {
  const harmless = new Map<number, string>();
  const add = (start: number, length: number, why: string) => {
    for (let at = start; at < start + length; at += 1) harmless.set(at, why);
  };
  for (const at of headersOf(bytes, 0x04034b50)) {
    add(at + 6, 1, "two of its bits tell how hard deflate tried; the others are found");
    add(at + 18, 1, "the true size of what is packed may be told before the content too");
    add(at + 22, 1, "and that of the content");
    add(at + 4, 2, "which version unpacks it: method and flags tell what is needed");
    add(at + 10, 4, "time stamp");
    addUnicodePath(at + 30 + bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28));
  }
  for (const at of headersOf(bytes, 0x02014b50)) {
    add(at + 8, 1, "as in the local header, which has to say the same");
    add(at + 4, 4, "which version and system made it, and unpacks it");
    add(at + 12, 4, "time stamp");
    add(at + 36, 2, "whether it is thought to be a text");
    add(at + 38, 4, "permissions; what makes it another thing than a file is found");
    addUnicodePath(at + 46 + bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30));
  }
  for (let at = 0; at < bytes.length; at += 1) {
    if (isContent(bytes, at)) harmless.set(at, "deflate can say the same in two ways; the SHA-256 is of what it says");
  }
  return harmless;

  function addUnicodePath(start: number, length: number): void {
    if (length > 0) add(start, 9, "kind, version and CRC of a path that is given again; the path itself is compared");
  }
}
