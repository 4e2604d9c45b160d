import { describe, expect, test } from "vitest";
import { openOutput } from "../../src/workspace/private-file-output";

/** A synchronous handle that answers as a browser with little room does. What holds otherwise is tested in a browser. */
function handleThatWrites(...answers: Array<number | Error>) {
  const written: number[][] = [];
  const access = {
    write(chunk: Uint8Array, { at }: { at: number }) {
      const answer = answers.shift() ?? chunk.length;
      if (answer instanceof Error) throw answer;
      written.push([at, ...chunk.subarray(0, answer)]);
      return answer;
    },
    getSize: () => 0,
    close: () => undefined,
  };
  const handle = { createSyncAccessHandle: async () => access };
  return { written, output: openOutput(handle as unknown as FileSystemFileHandle) };
}

const chunk = Uint8Array.from([1, 2, 3, 4]);

describe("a synchronous handle", () => {
  test("that takes less than it was given gets the rest", async () => {
    const { written, output } = handleThatWrites(3);
    await (await output).write(chunk);
    await (await output).write(chunk);
    expect(written).toEqual([
      [0, 1, 2, 3],
      [3, 4],
      [4, 1, 2, 3, 4],
    ]);
  });

  test.each([
    ["Chromium's error number", 2 ** 32 - 8],
    ["nothing written", 0],
    ["an exception", new DOMException("full", "QuotaExceededError")],
  ])("that has no room left, told by %s, is NO_SPACE", async (_name, answer) => {
    const { output } = handleThatWrites(4, answer);
    await (await output).write(chunk);
    await expect((await output).write(chunk)).rejects.toMatchObject({ code: "NO_SPACE" });
  });

  test.each<[string, number | Error]>([
    ["InvalidStateError", new DOMException("closed", "InvalidStateError")],
    ["SomeDayError", new DOMException("some day", "SomeDayError")],
    ["TypeError", new TypeError("no")],
    ["File::Error -16", 2 ** 32 - 16],
  ])("that refuses with %s is the workspace's error, which tells it", async (reason, answer) => {
    const { output } = handleThatWrites(answer);
    const error = { code: "WORKSPACE_FAILED", facts: { reason } };
    await expect((await output).write(chunk)).rejects.toMatchObject(error);
  });
});
