import { beforeEach, describe, expect, it } from "vitest";
import { type Memory, createMemory } from "../../../src/backup/journal/memory";
import { createOneReader } from "../../../src/backup/targets/one-reader";
import { BackupError } from "../../../src/domain/errors";
import type { Reader, Source } from "../../../src/domain/source";
import { NOTHING_COUNTED } from "../../backup/nothing-counted";

const app = { appId: "7" };
let world: { now: number; logIns: number; asked: number; files: number; confirmed: string[]; trouble?: BackupError };
let letIt: (() => void) | undefined;
let memory: Memory;
beforeEach(async () => {
  world = { now: 0, logIns: 0, asked: 0, files: 0, confirmed: [] };
  letIt = undefined;
  memory = { ...(await createMemory(undefined, NOTHING_COUNTED)), confirmed: (folder) => world.confirmed.push(folder) };
});

function oneReader(isUncertain = true, slow = false) {
  const reader: Reader = {
    isUncertain,
    logIns: () => world.logIns,
    async confirm() {
      world.asked += 1;
      if (slow) await new Promise<void>((resolve) => (letIt = resolve));
      if (world.trouble) throw world.trouble;
      return world.logIns;
    },
  };
  const openFile = async () => {
    world.files += 1;
    return new ReadableStream<Uint8Array>();
  };
  return createOneReader({ reader, openFile } as unknown as Source, "7", memory, {
    now: () => new Date(world.now * 1000),
  });
}

describe("a target is read as one user", () => {
  it("and nobody is asked where nobody else can be meant, or no file was", async () => {
    const certain = oneReader(false);
    await certain.source.openFile(app, "k");
    expect([await certain.isSame(), await oneReader().isSame(), world.asked]).toEqual([true, true, 0]);
  });

  it("when kintone confirms it after the last file", async () => {
    const { source, isSame } = oneReader();
    await source.openFile(app, "k");
    expect([await isSame(), world.asked, world.confirmed]).toEqual([true, 1, ["7"]]);
    expect([await isSame(), world.asked]).toEqual([true, 1]);
  });

  it("but not when somebody logged in meanwhile, and what came may not be kept for later", async () => {
    const { source, isSame } = oneReader();
    await source.openFile(app, "k");
    world.logIns = 1;
    expect([await isSame(), world.confirmed]).toEqual([false, []]);
  });

  it("but not when nobody can say so", async () => {
    const { source, isSame } = oneReader();
    await source.openFile(app, "k");
    world.trouble = new BackupError("SESSION_EXPIRED", "nobody came");
    await expect(isSame()).rejects.toBe(world.trouble);
  });

  it("and asks every ten seconds, so that a crash costs few files", async () => {
    const { source } = oneReader();
    for (world.now = 0; world.now < 100; world.now += 1) await source.openFile(app, "k");
    expect([world.asked, world.confirmed.length, world.files]).toEqual([9, 9, 100]);
  });

  it("and asks for no file while kintone is asked: its word is about those before it", async () => {
    const { source } = oneReader(true, true);
    await source.openFile(app, "a");
    world.now = 31;
    const [second, third] = [source.openFile(app, "b"), source.openFile(app, "c")];
    await new Promise((resolve) => setTimeout(resolve));
    expect([world.asked, world.files]).toEqual([1, 1]);
    letIt?.();
    await Promise.all([second, third]);
    expect([world.asked, world.files]).toEqual([1, 3]);
  });
});
