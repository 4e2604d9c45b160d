import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDurableLines } from "../../src/workspace/durable-lines";

test("a line that could not be noted is told, and so is each after it; those before it are there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "durable-lines-"));
  const lines = await openDurableLines<string>(join(folder, "lines.jsonl"));
  await lines.note("first");
  // Nothing can be written any more.
  await lines.close();
  for (const late of ["second", "third"]) await expect(lines.note(late)).rejects.toThrow();
  const read: string[] = [];
  for await (const line of lines.lines()) read.push(line);
  expect(read).toEqual(["first"]);
  await rm(folder, { recursive: true });
});
