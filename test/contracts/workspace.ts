import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Workspace } from "../../src/domain/workspace";

/** A workspace under test. */
export interface Room {
  workspace: Workspace;
  /** The names of the files there now, unfinished ones too; absent where nobody can look. */
  names?(): Promise<string[]>;
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<number[]> {
  const bytes: number[] = [];
  for await (const chunk of stream) bytes.push(...chunk);
  return bytes;
}

/** What every workspace promises. */
export function workspaceContract(name: string, create: () => Promise<Room>): void {
  describe(`${name} keeps the contract of a workspace`, () => {
    let workspace: Workspace;
    let names: Room["names"];

    beforeEach(async () => {
      ({ workspace, names } = await create());
    });
    afterEach(() => workspace.clear());

    async function store(file: string, ...chunks: number[][]) {
      const writer = await workspace.create(file);
      for (const chunk of chunks) await writer.write(Uint8Array.from(chunk));
      return writer.close();
    }

    test("a closed file has its name, its size and its bytes in the order written", async () => {
      const file = await store("a.zip", [1, 2], [], [3, 4, 5]);
      expect([file.name, file.size]).toEqual(["a.zip", 5]);
      expect(await collect(file.stream())).toEqual([1, 2, 3, 4, 5]);
    });

    test("a file can be empty", async () => {
      const file = await store("empty");
      expect(file.size).toBe(0);
      expect(await collect(file.stream())).toEqual([]);
    });

    test("a file can be read more than once, at the same time too", async () => {
      const file = await store("a.zip", [1, 2, 3]);
      const both = await Promise.all([collect(file.stream()), collect(file.stream())]);
      expect(both).toEqual([
        [1, 2, 3],
        [1, 2, 3],
      ]);
      expect(await collect(file.stream())).toEqual([1, 2, 3]);
    });

    test("a stream can be left before its end", async () => {
      const writer = await workspace.create("large");
      for (let i = 0; i < 32; i += 1) await writer.write(new Uint8Array(65_536).fill(i));
      const file = await writer.close();
      const reader = file.stream().getReader();
      expect((await reader.read()).value?.[0]).toBe(0);
      await reader.cancel();
      expect(file.size).toBe(32 * 65_536);
    });

    test("any part of a file can be read, a part beyond the end as far as there is one", async () => {
      const file = await store("a.zip", [0, 1, 2], [3, 4]);
      expect([...(await file.bytes(1, 4))]).toEqual([1, 2, 3]);
      expect([...(await file.bytes(0, 5))]).toEqual([0, 1, 2, 3, 4]);
      expect([...(await file.bytes(2, 2))]).toEqual([]);
      expect([...(await file.bytes(3, 99))]).toEqual([3, 4]);
      expect([...(await file.bytes(5, 6))]).toEqual([]);
      expect([...(await file.bytes(7, 99))]).toEqual([]);
    });

    test("what is written is what the chunk held then: the caller may use it again", async () => {
      const writer = await workspace.create("a");
      const chunk = Uint8Array.from([1, 2]);
      await writer.write(chunk);
      chunk.fill(9);
      expect(await collect((await writer.close()).stream())).toEqual([1, 2]);
    });

    test("several files can be written at the same time", async () => {
      const [one, two] = await Promise.all([workspace.create("one"), workspace.create("two")]);
      await one.write(Uint8Array.from([1]));
      await two.write(Uint8Array.from([2]));
      await one.write(Uint8Array.from([1]));
      expect(await collect((await one.close()).stream())).toEqual([1, 1]);
      expect(await collect((await two.close()).stream())).toEqual([2]);
    });

    test("a discarded file leaves its name free", async () => {
      const writer = await workspace.create("a");
      await writer.write(Uint8Array.from([1, 2, 3]));
      await writer.discard();
      expect(await collect((await store("a", [4])).stream())).toEqual([4]);
    });

    test("a removed file leaves the others alone, and may be removed again", async () => {
      await store("a", [1]);
      const other = await store("b", [2]);
      await workspace.remove("a");
      await workspace.remove("a");
      expect(await collect(other.stream())).toEqual([2]);
      expect(await collect((await store("a", [3])).stream())).toEqual([3]);
    });

    test("everything can be cleared while a file is still being written, and cleared again", async () => {
      await store("a", [1]);
      const writer = await workspace.create("b");
      await writer.write(Uint8Array.from([2]));
      await workspace.clear();
      await workspace.clear();
      if (names) expect(await names()).toEqual([]);
    });

    test("nothing is left of what was removed or discarded, and nothing else is gone", async () => {
      await store("a", [1]);
      await store("b", [2]);
      const [kept, given] = [await workspace.create("c"), await workspace.create("d")];
      for (const writer of [kept, given]) await writer.write(Uint8Array.from([3]));
      await workspace.remove("a");
      await given.discard();
      expect(await collect((await kept.close()).stream())).toEqual([3]);
      if (names) expect((await names()).sort()).toEqual(["b", "c"]);
    });

    test("a workspace in which nothing was made can be cleared, and knows no file", async () => {
      await workspace.remove("a");
      await workspace.clear();
      if (names) expect(await names()).toEqual([]);
    });
  });
}
