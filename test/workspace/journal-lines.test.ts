import { expect, test } from "vitest";
import { createLineQueue } from "../../src/workspace/journal-lines";

const logged = (line: string) => ({ kind: "logged", line, requests: 0 }) as const;

test("after a write that failed nothing more is written, as a journal with a hole is not sound, and nobody is told", async () => {
  const written: string[] = [];
  let calls = 0;
  const note = createLineQueue(async (text) => {
    calls += 1;
    if (calls === 2) throw new Error("no room");
    written.push(text);
  });
  await note(logged("first"));
  await Promise.all([note(logged("second")), note(logged("third"))]);
  await note(logged("fourth"));
  expect(written.map((text) => JSON.parse(text).line)).toEqual(["first"]);
  expect(calls).toBe(2);
});
