import { expect, it } from "vitest";
import type { JournalLine, RunJournal } from "../../../src/backup/journal/entries";
import { createMemory } from "../../../src/backup/journal/memory";
import { NOTHING_COUNTED } from "../nothing-counted";

/** A journal that writes a line when it is told to. */
function slowJournal() {
  const waiting: Array<() => void> = [];
  const journal: Partial<RunJournal> = {
    lines: () =>
      (async function* () {
        yield* [];
      })(),
    sweep: async () => undefined,
    note: (_: JournalLine) => new Promise((resolve) => waiting.push(resolve)),
  };
  return { journal: journal as RunJournal, waiting };
}

it.each(["an answer", "a file"] as const)(
  "%s counts when it is noted: nobody asks for more than a slow disk can write down",
  async (what) => {
    const { journal, waiting } = slowJournal();
    const memory = await createMemory(journal, NOTHING_COUNTED);
    const noted =
      what === "an answer"
        ? memory.once("7", "form", async () => "{}")
        : memory.filed("7", "records 0-500", { name: "shared-1", size: 1, sha256: "" });
    let goesOn = false;
    void noted.then(() => (goesOn = true));
    await expect.poll(() => waiting.length).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(goesOn).toBe(false);
    waiting.forEach((resolve) => resolve());
    await noted;
  },
);
