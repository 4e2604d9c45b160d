/**
 * A restore in a process of its own: compared, written with a journal on the disk, and verified; without a safety backup and a history, as nobody else has them. Prints the
 * seconds that it took, without the start of the process, and what came of it.
 *
 *   tsx process.ts <file with a RestoringOrder>
 */
import { open, readFile } from "node:fs/promises";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { NOTHING_DECIDED } from "../../../src/restore/plan/restore-choices";
import { restoreApp } from "../../../src/restore/restore-app";
import { type RestoringOrder, withOpenRestoring } from "./order";

const file = process.argv[2] ?? "";
const order = JSON.parse(await readFile(file, "utf8")) as RestoringOrder;
const journal = await open(`${file}.journal`, "w");
const outcome = await withOpenRestoring(order, async ({ archived, app, forms, ...world }) => {
  const began = performance.now();
  const restored = await restoreApp(
    {
      ...{ archived, app, forms, stamps: true },
      choices: { ...NOTHING_DECIDED, addMissing: true, putBack: true },
    },
    {
      ...world,
      journal: {
        async *lines() {
          yield* [];
        },
        async note(line) {
          await journal.write(`${JSON.stringify(line)}\n`);
          await journal.datasync();
        },
      },
      blobOf: async (entry) => new Response((await entry.open()) as ReadableStream<Uint8Array<ArrayBuffer>>).blob(),
      pause: (seconds) => setTimeout(seconds * 1000),
      keep: async () => undefined,
      secure: async () => undefined,
      result: () => undefined,
      report: () => undefined,
    },
  );
  if ("refused" in restored) throw new Error(restored.refused.reason);
  const { verdict, written } = restored;
  return { seconds: (performance.now() - began) / 1000, verdict, counts: written.counts };
});
await journal.close();
process.stdout.write(JSON.stringify(outcome));
