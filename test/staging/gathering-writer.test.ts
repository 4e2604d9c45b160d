import { describe, expect, it } from "vitest";
import { gathering } from "../../src/staging/gathering-writer";
import type { StagedEntry, StagedWriter } from "../../src/staging/staging";

const LARGE = 600 * 1024;
const piece = (size: number, value: number) => new Uint8Array(size).fill(value);

/** A file that takes its time, or fails at a write. */
function slowFile(failing = Infinity) {
  const events: string[] = [];
  let writes = 0;
  let failure: Error | undefined;
  const file: StagedWriter = {
    async write(chunk) {
      const number = (writes += 1);
      events.push(`write ${chunk.length} of ${chunk[0]}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (number === failing) throw (failure = new Error("full"));
      events.push("written");
    },
    async close() {
      events.push("close");
      if (failure) throw failure;
      return {} as StagedEntry;
    },
    async discard() {
      events.push("discard");
    },
  };
  return { file, events };
}

describe("a gathering writer", () => {
  it("writes small pieces together, in their order, and the rest when it is closed", async () => {
    const { file, events } = slowFile();
    const writer = gathering(file);
    for (const value of [1, 2, 3]) await writer.write(piece(200 * 1024, value));
    await writer.write(piece(10, 4));
    await writer.close();
    expect(events).toEqual([`write ${LARGE} of 1`, "written", "write 10 of 4", "written", "close"]);
  });

  it("does not wait for its own write, but for the one before it", async () => {
    const { file, events } = slowFile();
    const writer = gathering(file);
    await writer.write(piece(LARGE, 1));
    expect(events).toEqual([`write ${LARGE} of 1`]);
    await writer.write(piece(LARGE, 2));
    expect(events.slice(1)).toEqual(["written", `write ${LARGE} of 2`]);
    await writer.discard();
    expect(events.slice(3)).toEqual(["written", "discard"]);
  });

  it("tells at the next write, and when it is closed, that one failed", async () => {
    const { file, events } = slowFile(1);
    const writer = gathering(file);
    await writer.write(piece(LARGE, 1));
    await expect(writer.write(piece(LARGE, 2))).rejects.toThrow("full");
    await expect(writer.close()).rejects.toThrow("full");
    expect(events.at(-1)).toBe("close");
  });
});
