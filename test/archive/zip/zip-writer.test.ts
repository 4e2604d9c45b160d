import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ZipInput } from "../../../src/archive/entry";
import { MAX_ENTRY_BYTES } from "../../../src/archive/volumes/volume-limits";
import { writeZip } from "../../../src/archive/zip/zip-writer";
import { DATE, entry, generated, zipBytes } from "../volume-fixture";

const MEGABYTE = 1024 ** 2;
const ignore = async () => undefined;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "archive-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Path, size and SHA-256 of every entry, as Python's zipfile reads them, CRC checked. */
function readByPython(file: string): Array<[string, number, string]> {
  const script = [
    "import hashlib, json, sys, zipfile",
    "zip = zipfile.ZipFile(sys.argv[1])",
    "assert zip.testzip() is None",
    "print(json.dumps([[i.filename, i.file_size, hashlib.sha256(zip.read(i)).hexdigest()] for i in zip.infolist()]))",
  ].join("\n");
  const output = execFileSync("python3", ["-c", script, file], { maxBuffer: 64 * MEGABYTE }).toString();
  return JSON.parse(output) as Array<[string, number, string]>;
}

/** Throws when unzip finds anything to complain about. */
function testByUnzip(file: string): string {
  return execFileSync("unzip", ["-tq", file]).toString();
}

describe("a zip", () => {
  test("is read by other tools, entry by entry", async () => {
    const entries = [
      entry("12/records.jsonl", "{}\n".repeat(100_000), "records"),
      entry("12/attachments/添付-1/図面 (最終)😀.pdf", new Uint8Array(300_000).fill(7)),
      entry("12/attachments/empty-1/空.txt", ""),
      entry("guest-3-12/settings/app.json", "{}\n", "settings"),
    ];
    const file = join(folder, "small.zip");
    await writeFile(file, await zipBytes(entries));
    expect(testByUnzip(file)).toContain("No errors");
    expect(readByPython(file)).toEqual(entries.map(({ path, size, sha256 }) => [path, size, sha256]));
  });

  test("of 3,000 entries is whole", async () => {
    const entries = Array.from({ length: 3000 }, (_, id) =>
      entry(`12/attachments/図-${id}/検査 ${id}.csv`, `${id},`.repeat(id % 50)),
    );
    const file = join(folder, "many.zip");
    await writeFile(file, await zipBytes(entries));
    expect(testByUnzip(file)).toContain("No errors");
    expect(readByPython(file)).toEqual(entries.map(({ path, size, sha256 }) => [path, size, sha256]));
  });

  test("of the same entries is the same, byte for byte, and its measure is that of its bytes", async () => {
    const entries = () => [
      entry("12/records.csv", "a\n".repeat(9999), "csv"),
      entry("12/attachments/f-1/a.png", "png"),
    ];
    const bytes = await zipBytes(entries());
    expect(await zipBytes(entries())).toEqual(bytes);
    const measure = await writeZip(entries(), ignore, { date: DATE });
    expect(measure).toEqual({ size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  });

  test("stores what is compressed already and deflates the rest", async () => {
    const zeros = new Uint8Array(MEGABYTE);
    expect((await zipBytes([entry("12/a.XLSX", zeros)])).length).toBeGreaterThan(MEGABYTE);
    expect((await zipBytes([entry("12/a.csv", zeros)])).length).toBeLessThan(MEGABYTE / 50);
  });
});

describe("writing", () => {
  test("200 MB take no more memory than a few, and reach the disk whole", async () => {
    const { input } = generated("12/attachments/f-1/large.bin", 200 * MEGABYTE);
    const file = join(folder, "large.zip");
    const disk = createWriteStream(file);
    let peak = 0;
    const before = process.memoryUsage();
    await writeZip(
      [{ ...input, path: "12/attachments/f-1/large.mp4" }],
      (chunk) => {
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        peak = Math.max(peak, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
        return new Promise((resolve, reject) => disk.write(chunk, (error) => (error ? reject(error) : resolve())));
      },
      { date: DATE },
    );
    await new Promise<void>((resolve) => disk.end(resolve));
    expect(peak).toBeLessThan(100 * MEGABYTE);
    expect(testByUnzip(file)).toContain("No errors");
  });

  test("waits for the sink: nothing more is read while it is busy", async () => {
    const { input, state } = generated("12/a.png", 8 * MEGABYTE);
    let release: () => void = () => undefined;
    let calls = 0;
    const done = writeZip(
      [input],
      () => {
        calls += 1;
        return calls === 2 ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve();
      },
      { date: DATE },
    );
    await quiet();
    expect(calls).toBe(2);
    expect(state.given).toBeLessThan(MEGABYTE);
    const given = state.given;
    await quiet();
    expect(state.given).toBe(given);
    release();
    await done;
    expect(state.given).toBe(8 * MEGABYTE);
  });

  test("opens an input when its turn has come, once, and waits for it", async () => {
    const first = generated("12/a.png", MEGABYTE);
    const second = generated("12/b.png", MEGABYTE);
    let openSecond: () => void = () => undefined;
    const opening = new Promise<void>((resolve) => (openSecond = resolve));
    const order: string[] = [];
    const inputs: ZipInput[] = [
      {
        ...first.input,
        open() {
          order.push(`first, second opened ${second.state.opened}`);
          return first.input.open();
        },
      },
      {
        ...second.input,
        async open() {
          await opening;
          order.push(`second, first given ${first.state.given}`);
          return second.input.open();
        },
      },
    ];
    const done = writeZip(inputs, ignore, { date: DATE });
    await quiet();
    expect(order).toEqual(["first, second opened 0"]);
    openSecond();
    await done;
    expect(order).toEqual(["first, second opened 0", `second, first given ${MEGABYTE}`]);
    expect([first.state.opened, second.state.opened]).toEqual([1, 1]);
  });

  test("tells how much it has read", async () => {
    let read = 0;
    const inputs = [entry("12/a.csv", "x".repeat(100_000)), entry("12/b.csv", "y")];
    await writeZip(inputs, ignore, { date: DATE, onRead: (bytes) => (read += bytes) });
    expect(read).toBe(100_001);
  });

  test("takes Node's Buffers for the bytes they are", async () => {
    const content = Buffer.from("図面".repeat(50_000));
    const input: ZipInput = {
      path: "12/a.txt",
      size: content.length,
      open: () =>
        new ReadableStream({
          start(controller) {
            controller.enqueue(content);
            controller.close();
          },
        }),
    };
    const file = join(folder, "buffer.zip");
    await writeFile(file, await zipBytes([input]));
    expect(readByPython(file)).toEqual([
      ["12/a.txt", content.length, createHash("sha256").update(content).digest("hex")],
    ]);
  });
});

describe("a failure ends everything, and arrives as it was thrown:", () => {
  test("an input that breaks in the middle", async () => {
    const broken = new Error("connection lost");
    const after = generated("12/z.png", MEGABYTE);
    let chunks = 0;
    const input: ZipInput = {
      path: "12/a.png",
      size: MEGABYTE,
      open: () =>
        new ReadableStream({
          pull(controller) {
            chunks += 1;
            if (chunks > 3) controller.error(broken);
            else controller.enqueue(new Uint8Array(1000));
          },
        }),
    };
    const [error, calls] = await failure([input, after.input]);
    expect(error).toBe(broken);
    expect(after.state.opened).toBe(0);
    expect(calls.afterwards).toBe(0);
  });

  test("an input that cannot be opened", async () => {
    const gone = new Error("gone");
    const [error] = await failure([{ path: "12/a.png", size: 1, open: () => Promise.reject(gone) }]);
    expect(error).toBe(gone);
  });

  test("an input that throws instead of opening", async () => {
    const [error] = await failure([
      {
        path: "12/a.png",
        size: 1,
        open: () => {
          throw new Error("at once");
        },
      },
    ]);
    expect(error).toEqual(new Error("at once"));
  });

  test("a sink that is full", async () => {
    const full = new Error("no space");
    const { input, state } = generated("12/a.png", 8 * MEGABYTE);
    let calls = 0;
    const sink = async () => {
      calls += 1;
      if (calls === 2) throw full;
    };
    await expect(writeZip([input], sink, { date: DATE })).rejects.toBe(full);
    await quiet();
    expect(calls).toBe(2);
    expect(state.cancelled).toBe(true);
  });

  test("a signal in the middle", async () => {
    const { input, state } = generated("12/a.png", 8 * MEGABYTE);
    const abort = new AbortController();
    const reason = new Error("cancelled by the operator");
    let calls = 0;
    const sink = async () => {
      calls += 1;
      if (calls === 2) abort.abort(reason);
    };
    await expect(writeZip([input], sink, { date: DATE, signal: abort.signal })).rejects.toBe(reason);
    await quiet();
    expect(calls).toBe(2);
    expect(state.cancelled).toBe(true);
  });

  test("a signal while an input hangs", async () => {
    const abort = new AbortController();
    const hanging: ZipInput = {
      path: "12/a.png",
      size: 1,
      open: () => new ReadableStream({ pull: () => new Promise(() => undefined) }),
    };
    const done = writeZip([hanging], ignore, { date: DATE, signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    await expect(done).rejects.toMatchObject({ name: "AbortError" });
  });

  test("a signal that was aborted before", async () => {
    const { input, state } = generated("12/a.png", 1);
    await expect(writeZip([input], ignore, { date: DATE, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(state.opened).toBe(0);
  });

  test.each([-1, 1])("an input that is %i byte off", async (off) => {
    const { input } = generated("12/a.png", 100_000);
    const [error] = await failure([{ ...input, size: 100_000 + off }]);
    expect(error).toMatchObject({
      code: "ENTRY_CHANGED",
      facts: { path: "12/a.png", expected: 100_000 + off, actual: 100_000 },
    });
  });
});

describe("what a classic zip cannot hold is refused before anything is opened:", () => {
  const huge = (path: string, size: number): ZipInput => ({ path, size, open: () => expect.unreachable() as never });

  test.each([
    ["an entry above the limit", "ENTRY_TOO_LARGE", [huge("12/a.mp4", MAX_ENTRY_BYTES + 1)]],
    ["more than 4 GiB", "VOLUME_TOO_LARGE", [huge("12/a.mp4", MAX_ENTRY_BYTES), huge("12/b.mp4", 100 * MEGABYTE)]],
    ["65,535 entries", "VOLUME_TOO_LARGE", Array.from({ length: 65_535 }, (_, id) => huge(`12/${id}`, 0))],
    ["a path that leaves the folder", "UNSAFE_PATH", [huge("12/../a", 1)]],
    ["a path twice", "UNSAFE_PATH", [huge("12/a", 1), huge("12/A", 1)]],
  ] as const)("%s", async (_, code, inputs) => {
    await expect(writeZip(inputs, ignore, { date: DATE })).rejects.toMatchObject({ name: "ArchiveError", code });
  });
});

/** Long enough for everything that can happen to have happened. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

async function failure(inputs: readonly ZipInput[]): Promise<[unknown, { afterwards: number }]> {
  const calls = { afterwards: 0 };
  let over = false;
  const sink = async () => {
    if (over) calls.afterwards += 1;
  };
  const error: unknown = await writeZip(inputs, sink, { date: DATE }).then(
    () => expect.unreachable("It was to fail"),
    (thrown: unknown) => thrown,
  );
  over = true;
  await quiet();
  return [error, calls];
}
