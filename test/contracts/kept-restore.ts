import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RestoreJournal, RestoreLine } from "../../src/restore/write/restore-journal";

/** What one attempt at a restore keeps for the next. */
interface KeptAttempt {
  journal: RestoreJournal;
  /** @param mark tells one start from another */
  keep(mark: string): Promise<void>;
  clear(): Promise<void>;
}

/** A restore whose process may end at any moment. */
export interface MortalRestore {
  /** The first attempt, or the next: then the process of the one before was killed, just now. */
  attempt(): Promise<KeptAttempt>;
  /** What is left at the end of the journal when the process is killed in the middle of a write. */
  tear(text: string): Promise<void>;
  /** The process was killed. Resolves to the marks of the restores that can go on. */
  unfinished(): Promise<string[]>;
}

const sending = (...ids: string[]): RestoreLine => ({ kind: "sending", what: "add", ids, watermark: "320" });
const done = (...ids: string[]): RestoreLine => ({
  kind: "done",
  versions: ids.map((id) => ({ id, revision: "1" })),
});

async function linesOf({ journal }: KeptAttempt): Promise<RestoreLine[]> {
  const lines: RestoreLine[] = [];
  for await (const line of journal.lines()) lines.push(line);
  return lines;
}

/** What every place promises that keeps a restore until its end is in the history. */
export function keptRestoreContract(name: string, create: () => Promise<MortalRestore>): void {
  describe(`${name} keeps a restore until its end`, () => {
    let restore: MortalRestore;

    beforeEach(async () => {
      restore = await create();
    });
    afterEach(async () => {
      await (await restore.attempt()).clear();
    });

    test("a restore that begins has noted nothing", async () => {
      expect(await linesOf(await restore.attempt())).toEqual([]);
    });

    test("every attempt sees all that was noted, in that order: by those before it, and by itself", async () => {
      const steps = [sending("7", "8"), done("321", "322"), sending("9")];
      for (const [at, step] of steps.entries()) {
        const attempt = await restore.attempt();
        expect(await linesOf(attempt)).toEqual(steps.slice(0, at));
        await attempt.journal.note(step);
        expect(await linesOf(attempt)).toEqual(steps.slice(0, at + 1));
      }
      expect(await linesOf(await restore.attempt())).toEqual(steps);
    });

    test("long lines, and many at the same time, are whole", async () => {
      const { journal } = await restore.attempt();
      const lines = Array.from({ length: 100 }, (_, at) => sending(`${at}`, "長".repeat(at * 20)));
      await Promise.all(lines.map((line) => journal.note(line)));
      expect(await linesOf(await restore.attempt())).toEqual(lines);
    });

    test("a line that was not written to its end never was, and the next does not suffer from it", async () => {
      await (await restore.attempt()).journal.note(sending("7"));
      await restore.tear('{"kind":"done","versions":[{"id":"321","rev');
      const next = await restore.attempt();
      expect(await linesOf(next)).toEqual([sending("7")]);
      await next.journal.note(done("321"));
      expect(await linesOf(await restore.attempt())).toEqual([sending("7"), done("321")]);
    });

    test("what was kept can go on, after every attempt, until it is cleared with all its lines", async () => {
      const first = await restore.attempt();
      await first.keep("begun");
      await first.journal.note(sending("7"));
      expect(await restore.unfinished()).toEqual(["begun"]);
      const second = await restore.attempt();
      await second.journal.note(done("321"));
      expect(await restore.unfinished()).toEqual(["begun"]);
      await (await restore.attempt()).clear();
      expect(await restore.unfinished()).toEqual([]);
      expect(await linesOf(await restore.attempt())).toEqual([]);
    });

    test("one that kept nothing had written nothing, and cannot go on", async () => {
      await (await restore.attempt()).journal.note(sending("7"));
      expect(await restore.unfinished()).toEqual([]);
    });
  });
}
