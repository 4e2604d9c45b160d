import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workspace } from "../../../src/domain/workspace";
import { createMemoryWorkspace } from "../../../src/workspace/memory";
import { expectAgreement } from "./agreement";
import { addInspections, newFile } from "./inspections";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;

const SMALL_BYTES = 200_000;
const LARGE_BYTES = 400_000;
let apps: Array<{ id: number }>;

/** Noise, which no compression makes smaller. */
function noise(bytes: number): Uint8Array {
  const content = new Uint8Array(bytes);
  let state = 1;
  for (let at = 0; at < bytes; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    content[at] = state >>> 24;
  }
  return content;
}

/** A small app, one that is much larger, and a small one behind it. */
beforeEach(() => {
  apps = [SMALL_BYTES, LARGE_BYTES, SMALL_BYTES].map((bytes) => {
    const app = addInspections(domain, { records: 3 });
    for (const part of ["one", "two"]) {
      const file = newFile(domain, `${part}.bin`, noise(bytes / 2));
      app.addRecord({ 品番: { value: part }, 添付: { value: [file] } });
    }
    return app;
  });
});
afterEach(() => domain.apps.clear());

/** A workspace of that size, and how many bytes lie in it. */
function diskOf(capacity: number) {
  const memory = createMemoryWorkspace({ capacity });
  const left = new Map<string, number>();
  const workspace: Workspace = {
    ...memory,
    async create(name) {
      const writer = await memory.create(name);
      left.set(name, 0);
      return {
        ...writer,
        async write(chunk) {
          await writer.write(chunk);
          left.set(name, (left.get(name) ?? 0) + chunk.length);
        },
        close: writer.close,
        async discard() {
          left.delete(name);
          await writer.discard();
        },
      };
    },
    async remove(name) {
      left.delete(name);
      await memory.remove(name);
    },
    async clear() {
      left.clear();
      await memory.clear();
    },
  };
  return { workspace, left };
}

const targets = () => apps.map(({ id }) => target(id));

describe("a disk that fills up in the middle of a run", () => {
  it("costs the target that did not fit and those behind it, and no other", async () => {
    // Room for the first target with its volume, and for a part of the second.
    const { workspace, left } = diskOf(2.6 * SMALL_BYTES);
    const run = await kintone.backUp(targets(), { workspace });
    const [first, second, third] = run.outcome.results;

    expect(run.outcome.status).toBe("partial");
    expect(first).toMatchObject({ status: "success", problems: [] });
    await expectAgreement(run, kintone, { appId: apps[0]!.id });

    expect(second).toMatchObject({ status: "failed", records: 0, bytes: 0 });
    expect(second?.problems).toMatchObject([{ step: "records", error: { code: "NO_SPACE" } }]);
    expect(third).toMatchObject({ status: "failed" });
    expect(third?.problems).toMatchObject([{ step: "targets", error: { code: "NO_SPACE" } }]);

    // The manifest speaks of the second, and has nothing of it; what was staged of it is gone.
    expect([...run.contents.keys()].filter((path) => path.startsWith(`${apps[1]!.id}/`))).toEqual([]);
    expect(run.facts(String(apps[1]!.id)).missing).toContainEqual(
      expect.objectContaining({ code: "FAILED", what: "app" }),
    );
    expect([...left.keys()]).toEqual(["volume-01"]);
  });

  it("costs no other target when the records themselves are what does not fit", async () => {
    const wordy = addInspections(domain, { records: 0 });
    const file = newFile(domain, "one.bin", noise(SMALL_BYTES));
    wordy.addRecord({ 添付: { value: [file] } });
    const text = Buffer.from(noise(SMALL_BYTES)).toString("hex");
    for (let record = 0; record < 10; record += 1) wordy.addRecord({ 品番: { value: text.slice(0, SMALL_BYTES / 2) } });
    // What was staged of it, an attachment before all, has to make room for the volume of the first.
    const { workspace, left } = diskOf(2.5 * SMALL_BYTES);
    const run = await kintone.backUp([target(apps[0]!.id), target(wordy.id)], { workspace });
    expect(run.outcome.results.map(({ status }) => status)).toEqual(["success", "failed"]);
    expect(run.problems).toEqual(["NO_SPACE"]);
    expect([...left.keys()]).toEqual(["volume-01"]);
  });

  it("leaves nothing behind where nothing came of it, and the next run works when there is room", async () => {
    const { workspace, left } = diskOf(SMALL_BYTES / 2);
    const run = await kintone.backUp(targets(), { workspace });
    expect(run.outcome).toMatchObject({ status: "failed", volumes: [] });
    expect(run.problems).toEqual(["NO_SPACE", "NO_SPACE", "NO_SPACE"]);
    expect([...left]).toEqual([]);
    expect((await kintone.backUp(targets(), diskOf(Infinity))).outcome.status).toBe("success");
  });

  it("never makes a success of it, wherever it happens, and delivers nothing half", async () => {
    const statuses = new Set<string>();
    const whole = 2 * (2 * SMALL_BYTES + LARGE_BYTES) * 1.1;
    for (const share of [0.05, 0.3, 0.55, 0.7, 1]) {
      const { workspace, left } = diskOf(share * whole);
      // Every volume that comes out of it is read back, and compared with the outcome, by `backUp`.
      const run = await kintone.backUp(targets(), { workspace });
      statuses.add(run.outcome.status);
      if (run.outcome.status === "success") expect(run.problems).toEqual([]);
      else expect(run.problems).toContain("NO_SPACE");
      for (const { status, problems } of run.outcome.results) expect(status === "success").toBe(problems.length === 0);
      expect(left.size).toBe(run.volumes.length);
    }
    expect(statuses).toEqual(new Set(["failed", "partial", "success"]));
  });
});
