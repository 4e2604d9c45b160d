import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JournalLine, RunJournal } from "../../src/backup/journal/entries";
import type { Workspace } from "../../src/domain/workspace";

/** One attempt at a run. */
export interface Attempt {
  workspace: Workspace;
  journal: RunJournal;
}

/** A run whose process may end at any moment. */
export interface MortalRun {
  /** The first attempt, or the next: then the process of the one before was killed, just now. */
  attempt(): Promise<Attempt>;
  /** What is left at the end of the journal when the process is killed in the middle of a write. */
  tear(text: string): Promise<void>;
}

const logged = (line: string, requests = 0): JournalLine => ({ kind: "logged", line, requests });

async function linesOf({ journal }: Attempt): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  for await (const line of journal.lines()) lines.push(line);
  return lines;
}

async function store({ workspace }: Attempt, name: string, ...bytes: number[]): Promise<void> {
  const writer = await workspace.create(name);
  await writer.write(Uint8Array.from(bytes));
  await writer.close();
}

/** The bytes of a file of an earlier attempt; `undefined` when it is not there. */
async function bytesOf({ journal }: Attempt, name: string): Promise<number[] | undefined> {
  const file = await journal.file(name);
  return file && [...(await file.bytes(0, file.size))];
}

/** What every journal promises. */
export function journalContract(name: string, create: () => Promise<MortalRun>): void {
  describe(`${name} keeps the contract of a journal`, () => {
    let run: MortalRun;

    beforeEach(async () => {
      run = await create();
    });
    afterEach(async () => {
      const { journal, workspace } = await run.attempt();
      await journal.end();
      await workspace.clear();
    });

    test("a run that begins has noted nothing", async () => {
      expect(await linesOf(await run.attempt())).toEqual([]);
    });

    test("what was noted is there in its order, whatever is in it, when the last of it resolved", async () => {
      const { journal } = await run.attempt();
      const lines: JournalLine[] = [
        logged('1 行目\n2 行目 \u2028 "引用" \\'),
        { kind: "answered", target: "12", question: "records", answer: { list: [1, null, "検査"] }, requests: 3 },
        { kind: "forgotten", target: "12", requests: 4 },
        { kind: "filed", target: "12", question: "k", file: { name: "a", size: 3, sha256: "00" }, requests: 4 },
      ];
      const [last] = lines.map((line) => journal.note(line)).reverse();
      await last;
      expect(await linesOf(await run.attempt())).toEqual(lines);
    });

    test("every attempt sees what all before it noted, and not what it notes itself", async () => {
      for (const attempts of [0, 1, 2]) {
        const attempt = await run.attempt();
        await attempt.journal.note(logged(`attempt ${attempts}`, attempts));
        const earlier = Array.from({ length: attempts }, (_, index) => logged(`attempt ${index}`, index));
        expect(await linesOf(attempt)).toEqual(earlier);
        expect(await linesOf(attempt)).toEqual(earlier);
      }
    });

    test("long lines, and many at the same time, are whole", async () => {
      const { journal } = await run.attempt();
      const lines = Array.from({ length: 200 }, (_, index) => logged(`${index} ${"長".repeat(index * 20)}`, index));
      await Promise.all(lines.map((line) => journal.note(line)));
      expect(await linesOf(await run.attempt())).toEqual(lines);
    });

    test("a line that was not written to its end never was, and the next does not suffer from it", async () => {
      for (const rest of ['{"kind":"logged","li', `{"kind":"logged","line":"${"長".repeat(60_000)}`]) {
        await (await run.attempt()).journal.note(logged("whole"));
        await run.tear(rest);
        const next = await run.attempt();
        expect((await linesOf(next)).at(-1)).toEqual(logged("whole"));
        await next.journal.note(logged("next"));
        expect((await linesOf(await run.attempt())).slice(-2)).toEqual([logged("whole"), logged("next")]);
      }
    });

    test("a journal that begins with a line that was cut off is empty", async () => {
      await (await run.attempt()).journal.note(logged("first"));
      await (await run.attempt()).journal.end();
      await run.tear('{"kind":"lo');
      expect(await linesOf(await run.attempt())).toEqual([]);
    });

    test("finished files of earlier attempts are there, others are not", async () => {
      const first = await run.attempt();
      await first.journal.note(logged("begun"));
      await store(first, "a.zip", 1, 2, 3);
      await store(first, "empty");
      const second = await run.attempt();
      expect(await bytesOf(second, "a.zip")).toEqual([1, 2, 3]);
      expect(await bytesOf(second, "empty")).toEqual([]);
      expect(await bytesOf(second, "never")).toBe(undefined);
      const file = await second.journal.file("a.zip");
      expect([file?.name, file?.size]).toEqual(["a.zip", 3]);
    });

    test("what is to be kept outlasts a sweep, and so does the journal", async () => {
      const first = await run.attempt();
      await first.journal.note(logged("begun"));
      for (const file of ["a", "b", "c"]) await store(first, file, 1);
      const second = await run.attempt();
      await second.journal.sweep(new Set(["b", "never"]));
      await second.journal.sweep(new Set(["b", "never"]));
      const left = await Promise.all(["a", "b", "c"].map((file) => bytesOf(second, file)));
      expect(left.map((bytes) => bytes ?? "gone")).toEqual(["gone", [1], "gone"]);
      await store(second, "a", 2);
      await second.journal.note(logged("swept"));
      const third = await run.attempt();
      expect(await linesOf(third)).toEqual([logged("begun"), logged("swept")]);
      expect(await bytesOf(third, "a")).toEqual([2]);
    });

    test("a run that has its end is not remembered, though its files are left alone", async () => {
      const first = await run.attempt();
      await first.journal.note(logged("begun"));
      await store(first, "a", 1);
      const second = await run.attempt();
      await second.journal.end();
      await second.journal.end();
      const third = await run.attempt();
      expect(await linesOf(third)).toEqual([]);
      expect(await bytesOf(third, "a")).toEqual([1]);
    });

    test("noting after the end does nothing, and rejects with nothing", async () => {
      const { journal } = await run.attempt();
      await journal.note(logged("begun"));
      await journal.end();
      await journal.note(logged("late"));
      expect(await linesOf(await run.attempt())).toEqual([]);
    });
  });
}
