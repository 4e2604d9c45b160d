import { expect, test } from "vitest";
import { createLineQueue } from "../../src/workspace/journal-lines";

const logged = (line: string) => ({ kind: "logged", line, requests: 0 }) as const;

test("after a write that failed nothing more is written, as a journal with a hole is not sound, and nobody is told", async () => {
  const written: string[] = [];
  let calls = 0;
  const note = createLineQueue(async (chunk) => {
    calls += 1;
    if (calls === 2) throw new Error("no room");
    written.push(new TextDecoder().decode(chunk));
  });
  await note(logged("first"));
  await Promise.all([note(logged("second")), note(logged("third"))]);
  await note(logged("fourth"));
  expect(written.map((text) => JSON.parse(text).line)).toEqual(["first"]);
  expect(calls).toBe(2);
});

test("what waits is written in chunks of bounded size, however long or many the lines are, and nothing of it is lost", async () => {
  const chunks: Uint8Array[] = [];
  const note = createLineQueue(async (chunk) => {
    chunks.push(chunk);
  });
  const lines = ["長".repeat(500_000), ...Array.from({ length: 5000 }, (_, at) => `line ${at} ${"x".repeat(90)}`)];
  await Promise.all(lines.map((line) => note(logged(line))));
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(3 * 64 * 1024);
  expect(chunks.length).toBeLessThan(100);
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  expect(
    text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).line),
  ).toEqual(lines);
});

test("a line that cannot be made ends the journal, and rejects with nothing", async () => {
  const written: string[] = [];
  const note = createLineQueue(async (chunk) => {
    written.push(new TextDecoder().decode(chunk));
  });
  await note(logged("first"));
  await note({
    get kind(): string {
      throw new RangeError("Invalid string length");
    },
  });
  await note(logged("third"));
  expect(written.map((text) => JSON.parse(text).line)).toEqual(["first"]);
});
