import { expect, it } from "vitest";
import type { RunProgress } from "../../src/backup/run-progress";
import { createProgressLine } from "../../src/command/progress-line";

function watch(isTerminal: boolean, secondsBetweenReports: number, count: number): string[] {
  const written: string[] = [];
  let now = 0;
  const line = createProgressLine({
    isTerminal,
    write: (text) => written.push(text),
    describe: ({ phase, records }: RunProgress) => `${phase} ${records.done}`,
    now: () => now,
  });
  for (let done = 0; done < count; done += 1, now += secondsBetweenReports * 1000) {
    const phase: RunProgress["phase"] = done === count - 1 ? "packing" : "reading";
    line.report({ phase, records: { done }, attachments: { done: 0 }, bytes: { done: 0 }, requests: { done } });
  }
  line.end();
  return written;
}

it("writes over its own line on a terminal, and clears it at the end", () => {
  expect(watch(true, 1, 3)).toEqual([
    "\r\u001b[Kreading 0",
    "\r\u001b[Kreading 1",
    "\r\u001b[Kpacking 2",
    "\r\u001b[K",
  ]);
});

it("writes a line every ten seconds into a file, and one for every new phase", () => {
  expect(watch(false, 4, 6)).toEqual(["reading 0\n", "reading 3\n", "packing 5\n"]);
});

it("tells at once that apps wait for another day, once as long as nothing else goes on, and that they go on", () => {
  const written: string[] = [];
  let now = 0;
  const line = createProgressLine({
    isTerminal: false,
    write: (text) => written.push(text),
    describe: ({ held, done }: { phase: string; heldBack?: { apps: string[] }; held: string; done: number }) =>
      `${held} ${done}`,
    now: () => now,
  });
  const reading = { phase: "reading", held: "" };
  const waiting = { phase: "reading", heldBack: { apps: ["12"] }, held: "12 waits" };
  line.report({ ...reading, done: 1 });
  for (let minute = 0; minute < 60; minute += 1, now += 60_000) line.report({ ...waiting, done: 1 });
  line.report({ ...waiting, done: 2 });
  line.report({ ...reading, done: 2 });
  expect(written).toEqual([" 1\n", "12 waits 1\n", "12 waits 2\n", " 2\n"]);
});
