import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import type { Bench, Part } from "../bench";
import { oursInNode } from "../contestants/ours-in-node";
import { knowsIncremental } from "../kintone/run-settings";
import type { SetName } from "../sets/plan";

const LATENCY_MILLISECONDS = 100;

/** A run over what an earlier one has in the same folder: with nothing changed since, and with one record in a hundred. */
export const secondRun: Part = {
  name: "second-run",
  async run(bench) {
    if (!knowsIncremental()) {
      bench.add({ part: "second-run", what: "incremental reading", note: "not available in this build" });
      return;
    }
    for (const set of ["records", "attachments"] as const) await compare(bench, set);
  },
};

async function compare(bench: Bench, set: SetName & ("records" | "attachments")): Promise<void> {
  const { kintone, folder, add, tell } = bench;
  const apps = kintone.sets[set];
  const ours = oursInNode(kintone, folder);
  const archives = await mkdtemp(path.join(folder, "incremental-"));
  const run = async (what: string): Promise<number> => {
    tell(`second-run: ${set}, ${what}`);
    const { seconds } = await ours.runInto(archives, apps);
    add({ part: "second-run", what: `${set} in Node, ${what}`, measured: { value: seconds, unit: "s" }, runs: 1 });
    return seconds;
  };
  await kintone.setTargets(apps);
  await kintone.delay(0);
  await kintone.warmUp(apps);
  await kintone.delay(LATENCY_MILLISECONDS);
  const first = await run("first run");
  const unchanged = await run("nothing changed");
  await kintone.delay(0);
  for (const app of apps) await kintone.changeOnePercent(app);
  await kintone.delay(LATENCY_MILLISECONDS);
  const changed = await run("1 % of the records changed");
  await kintone.delay(0);
  await rm(archives, { recursive: true });

  const part = "second-run";
  add({ part, what: `${set}, nothing changed / first run`, ratio: unchanged / first, target: { atMost: 0.1 } });
  add({ part, what: `${set}, 1 % changed / first run`, ratio: changed / first });
}
