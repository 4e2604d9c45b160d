import { createHash } from "node:crypto";
import type { RunJournal } from "../../../src/backup/journal/entries";
import type { Workspace } from "../../../src/domain/workspace";

/** A process that can be killed at any step: from then on nothing new begins, and of what it had asked the system to do it hears nothing. */
export interface MortalProcess {
  /** Every request, write, note and delivery passes here, before and after it is done. */
  step(): Promise<void>;
  readonly steps: number;
  /** It was killed, and what the system was doing for it is done: the next process meets the files as they stay. */
  readonly killed: Promise<void>;
  workspace(workspace: Workspace): Workspace;
  journal(journal: RunJournal): RunJournal;
}

/** @param lifetime steps that it lives for */
export function createMortalProcess(lifetime = Infinity): MortalProcess {
  let steps = 0;
  let die: () => void = () => undefined;
  const underWay = new Set<Promise<unknown>>();
  const killed = new Promise<void>((resolve) => {
    die = resolve;
  }).then(async () => void (await Promise.allSettled(underWay)));
  const step = (): Promise<void> => {
    steps += 1;
    if (steps <= lifetime) return Promise.resolve();
    die();
    return new Promise(() => undefined);
  };
  const mortal =
    <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      await step();
      const working = work(...given);
      underWay.add(working);
      const result = await working.finally(() => underWay.delete(working));
      await step();
      return result;
    };

  return {
    step,
    get steps() {
      return steps;
    },
    killed,
    workspace: ({ create, remove, clear }) => ({
      create: mortal(async (name) => {
        const writer = await create(name);
        return { ...writer, write: mortal(writer.write), close: mortal(writer.close), discard: mortal(writer.discard) };
      }),
      remove: mortal(remove),
      clear: mortal(clear),
    }),
    journal: (journal) => ({ ...journal, note: mortal(journal.note), end: mortal(journal.end) }),
  };
}

export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
