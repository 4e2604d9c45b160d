import { describe, expect, it } from "vitest";
import { createQueue, type Queue } from "../../src/domain/queue";

/** Works that end when they are told to. */
function works(queue: Queue) {
  const begun: string[] = [];
  const ends = new Map<string, (failed?: unknown) => void>();
  const add = (name: string, signal?: AbortSignal) =>
    queue.add(
      () =>
        new Promise<string>((resolve, reject) => {
          begun.push(name);
          ends.set(name, (failed) => (failed === undefined ? resolve(name) : reject(failed)));
        }),
      signal,
    );
  return { add, begun, end: (name: string, failed?: unknown) => ends.get(name)!(failed) };
}

describe("a queue", () => {
  it("has as many under way as it may, the others begin in their order as soon as one ends, failed or not", async () => {
    const queue = createQueue(2);
    const { add, begun, end } = works(queue);
    const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => add(name));
    expect([begun, queue.pending]).toEqual([["a", "b"], 2]);
    end("b", new Error("b failed"));
    await expect(b).rejects.toThrow("b failed");
    await expect.poll(() => begun).toEqual(["a", "b", "c"]);
    end("a");
    end("c");
    expect(await Promise.all([a, c])).toEqual(["a", "c"]);
    await expect.poll(() => begun.at(-1)).toBe("d");
    end("d");
    await d;
    await expect.poll(() => queue.pending).toBe(0);
  });

  it("begins more when it may have more under way, and none while it may have fewer", async () => {
    const queue = createQueue(2);
    const { add, begun, end } = works(queue);
    const all = ["a", "b", "c", "d"].map((name) => add(name));
    queue.concurrency = 1;
    end("a");
    await all[0];
    expect(queue.pending).toBe(1);
    queue.concurrency = 3;
    end("b");
    await expect.poll(() => begun).toEqual(["a", "b", "c", "d"]);
    expect(queue.pending).toBe(2);
  });

  it("never begins what was cancelled while it waited, and does not wait for what was cancelled while it was under way", async () => {
    const queue = createQueue(1);
    const { add, begun, end } = works(queue);
    const [first, second] = [new AbortController(), new AbortController()];
    const [a, b, c] = [add("a", first.signal), add("b", second.signal), add("c")];
    second.abort(new Error("not b"));
    await expect(b).rejects.toThrow("not b");
    first.abort(new Error("not a"));
    await expect(a).rejects.toThrow("not a");
    expect([begun, queue.pending]).toEqual([["a", "c"], 1]);
    // Its end changes nothing any more.
    end("a");
    end("c");
    expect(await c).toBe("c");
    await expect.poll(() => queue.pending).toBe(0);
    await expect(add("d", first.signal)).rejects.toThrow("not a");
    expect(begun).toEqual(["a", "c"]);
  });
});
