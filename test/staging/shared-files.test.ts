import { appendFile, mkdtemp, readdir, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JournalLine } from "../../src/backup/journal/entries";
import { createMemory } from "../../src/backup/journal/memory";
import { BackupError } from "../../src/domain/errors";
import type { NotedFile, PackedFile } from "../../src/domain/noted-file";
import type { FileWriter, Workspace } from "../../src/domain/workspace";
import { type StagedEntry, type Staging, createStaging } from "../../src/staging/staging";
import { createFolderWorkspace } from "../../src/workspace/folder";
import { openFolderJournal } from "../../src/workspace/folder-journal";
import { digestOf } from "../backup/whole-runs/mortal";
import { type Random, createRandom } from "../emulator/sample/random";
import { NOTHING_COUNTED } from "../backup/nothing-counted";

const TARGET = "12";
let parent: string;
let workspace: Workspace;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "shared-"));
  workspace = await createFolderWorkspace(parent, "run");
});
afterEach(async () => {
  await workspace.clear();
  await rm(parent, { recursive: true });
});

const files = () => readdir(join(parent, "run"));
const shared = async () => (await files()).filter((name) => name.startsWith("shared-"));

/** Noise, which no compression makes smaller. */
function noise(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => random.integer(0, 255));
}

async function stage(staging: Staging, path: string, bytes: Uint8Array): Promise<StagedEntry> {
  const writer = await staging.create({ path: `${TARGET}/${path}`, kind: "attachment", target: TARGET });
  // As a download comes: in pieces.
  await writer.write(bytes.subarray(0, bytes.length / 2));
  await writer.write(bytes.subarray(bytes.length / 2));
  return writer.close();
}

async function contentOf(entry: StagedEntry): Promise<Buffer> {
  return Buffer.from(await new Response((await entry.open()) as ReadableStream<Uint8Array<ArrayBuffer>>).bytes());
}

/** A disk that is full now and then: of what is written then, some is there all the same. */
function tearing({ create, ...others }: Workspace, isFull: () => boolean): Workspace {
  const torn = (writer: FileWriter): FileWriter => ({
    ...writer,
    async write(chunk) {
      if (!isFull()) return writer.write(chunk);
      await writer.write(chunk.subarray(0, chunk.length / 3));
      throw new BackupError("NO_SPACE", "The disk is full");
    },
  });
  return { ...others, create: async (name) => torn(await create(name)) };
}

/** Bytes in memory that somebody still needs. */
function held(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().arrayBuffers;
}

describe("files that small entries share", () => {
  it.each([1, 2, 3])(
    "hold what was written, in order of completion, whatever fails in between (seed %i)",
    async (seed) => {
      const random = createRandom(seed, "shared files");
      const staging = createStaging(tearing(workspace, () => random.chance(0.1)));
      const staged: Array<{ entry: StagedEntry; bytes: Uint8Array }> = [];
      let failures = 0;
      const one = async (number: number) => {
        const bytes = noise(random.pick([0, 1, 300, 5_000, 40_000, 300_000]), random);
        try {
          // Text deflates, a picture is stored.
          staged.push({ entry: await stage(staging, `a-${number}/${random.pick(["a.txt", "a.png"])}`, bytes), bytes });
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: "NO_SPACE" });
          failures += 1;
        }
        // One that is read closes the file for those behind it.
        if (random.chance(0.1) && staged[0]) await contentOf(staged[0].entry);
      };
      for (let round = 0; round < 6; round += 1) {
        await Promise.all(Array.from({ length: 10 }, (_, number) => one(10 * round + number)));
      }
      expect(failures).toBeGreaterThan(0);

      const ends = new Map<string, number>();
      for (const { name, start, size } of staged.flatMap(({ entry }) => entry.file ?? [])) {
        if (start === undefined || size === 0) continue;
        expect(start).toBe(ends.get(name) ?? 0);
        ends.set(name, start + size);
      }
      expect(ends.size).toBeGreaterThan(1);
      expect(Math.max(...ends.values())).toBeGreaterThan(40_000);

      while (staged.length > 0) {
        const [gone] = staged.splice(random.integer(0, staged.length - 1), 1);
        await gone!.entry.remove();
        for (const { entry, bytes } of random.some(staged, 3))
          expect(digestOf(await contentOf(entry))).toBe(digestOf(bytes));
        // Each file that is there has an entry, and each entry its file.
        expect(new Set(await files())).toEqual(new Set(staged.map(({ entry }) => entry.file!.name)));
      }
    },
  );

  it("are few, and a large entry has one of its own", async () => {
    const random = createRandom(1, "few");
    const staging = createStaging(workspace);
    const picture = noise(250_000, random);
    const count = Math.ceil((17 * 1024 ** 2) / picture.length);
    for (let number = 0; number < count; number += 1) await stage(staging, `a-${number}/a.png`, picture);
    expect(await files()).toHaveLength(2);
    const large = await stage(staging, "a-0/large.png", noise(300_000, random));
    expect(large.file).not.toHaveProperty("start");
    expect(await files()).toHaveLength(3);
  });

  it("are all that holds the bytes: an entry that waits takes no memory", async () => {
    const staging = createStaging(workspace);
    const before = held();
    const waiting: StagedEntry[] = [];
    for (let number = 0; number < 80; number += 1) {
      waiting.push(await stage(staging, `a-${number}/a.png`, new Uint8Array(250_000).fill(number)));
    }
    // V8 sweeps buffers on another thread, after the collection that found them unused.
    await expect.poll(() => held() - before, { timeout: 5000 }).toBeLessThan(5_000_000);
    expect(waiting).toHaveLength(80);
  });

  it("are not touched by an entry that is given up in the middle, nor by one without a byte", async () => {
    const staging = createStaging(workspace);
    const broken = await staging.create({ path: "12/b", kind: "attachment", target: TARGET });
    await broken.write(Uint8Array.from([9, 9, 9]));
    const whole = await stage(staging, "a", Uint8Array.from([1, 2, 3]));
    await broken.discard();
    await broken.discard();
    await stage(staging, "empty", new Uint8Array(0));
    const next = await stage(staging, "c", Uint8Array.from([4]));
    expect([whole.file, next.file]).toMatchObject([{ start: 0 }, { start: 3, name: whole.file!.name }]);
    expect([[...(await contentOf(whole))], [...(await contentOf(next))]]).toEqual([[1, 2, 3], [4]]);
  });

  it("are those of one target, and what is kept of it lies by itself: each can be given back", async () => {
    const staging = createStaging(workspace);
    const page = await staging.keep(TARGET, Uint8Array.from([1]));
    const other = await staging.keep("13", Uint8Array.from([1]));
    const entry = await stage(staging, "a", Uint8Array.from([1]));
    expect(new Set([page.name, other.name, entry.file!.name]).size).toBe(3);
    await staging.remove(page);
    expect(await files()).not.toContain(page.name);
    await staging.close(TARGET);
    expect([...(await contentOf(entry))]).toEqual([1]);
  });
});

describe("a shared file of an attempt that was killed", () => {
  const note = (file: NotedFile, question: string) => ({
    ...{ kind: "filed" as const, target: TARGET, question, file },
    requests: 1,
  });
  const bytes = (value: number) => new Uint8Array(1000).fill(value);

  /** Two pages that are noted, one that is not, and another that was being written. */
  async function killedAttempt(): Promise<[NotedFile, NotedFile]> {
    const journal = await openFolderJournal<JournalLine>(join(parent, "run"), {});
    const staging = createStaging(workspace);
    const first = await staging.keep(TARGET, bytes(1));
    await journal.note(note(first, "first"));
    const second = await staging.keep(TARGET, bytes(2));
    await journal.note(note(second, "second"));
    const unnoted = await staging.keep(TARGET, bytes(3));
    expect(unnoted.name).toBe(first.name);
    await appendFile(join(parent, "run", first.name), bytes(4).subarray(0, 10));
    return [first, second];
  }

  async function nextAttempt() {
    const journal = await openFolderJournal<JournalLine>(join(parent, "run"), {});
    const memory = await createMemory(journal, NOTHING_COUNTED);
    return { journal, memory, staging: createStaging(workspace, memory.kept) };
  }

  it("gives what was noted, and nothing is written to it", async () => {
    const [first, second] = await killedAttempt();
    const { memory, staging } = await nextAttempt();
    expect(await shared()).toEqual([first.name]);
    const before = (await stat(join(parent, "run", first.name))).size;
    const known = [await memory.file(TARGET, "first"), await memory.file(TARGET, "second")];
    expect(known.map((found) => found?.noted)).toEqual([first, second]);
    expect(await known[1]?.stored.bytes(0, 2000)).toEqual(bytes(2));

    const own = await staging.keep(TARGET, bytes(5));
    expect(own.name > first.name).toBe(true);
    expect((await stat(join(parent, "run", first.name))).size).toBe(before);
    await staging.remove(first);
    await staging.remove(first);
    expect(await shared()).toEqual([first.name, own.name]);
    await staging.remove(second);
    expect(await shared()).toEqual([own.name]);
  });

  it.each([1999, 1000, 999])("gives nothing that it has not whole (%i bytes are left)", async (size) => {
    const [first] = await killedAttempt();
    await truncate(join(parent, "run", first.name), size);
    const { memory } = await nextAttempt();
    expect((await memory.file(TARGET, "first"))?.noted).toEqual(size < 1000 ? undefined : first);
    expect(await memory.file(TARGET, "second")).toBeUndefined();
  });

  it("stays as long as anything in it is needed", async () => {
    const [first] = await killedAttempt();
    const { journal, staging } = await nextAttempt();
    const forgotten = await staging.keep("13", bytes(1));
    await journal.note({ ...note(forgotten, "page"), target: "13" });
    await journal.note({ kind: "forgotten", target: "13", requests: 2 });
    await nextAttempt();
    expect(await shared()).toEqual([first.name]);
  });

  it("lets an entry of it that was packed already be removed without harm to the others", async () => {
    const staging = createStaging(workspace);
    const [packed, waiting] = [await stage(staging, "a", bytes(1)), await stage(staging, "b", bytes(2))];
    await staging.close(TARGET);
    const next = createStaging(workspace, [waiting.file!]);
    const adopt = (entry: StagedEntry) =>
      next.adopt({ path: entry.path, kind: entry.kind }, entry.file as PackedFile, () => Promise.reject(new Error()));
    await adopt(packed).remove();
    expect(await shared()).toEqual([waiting.file!.name]);
    await adopt(waiting).remove();
    expect(await shared()).toEqual([]);
  });
});
