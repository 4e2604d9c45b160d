import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Bench, Part } from "../bench";
import { oursInNode } from "../contestants/ours-in-node";
import { countOf } from "../kintone/catalogue";
import { inTurns, turnsFor } from "../measures/in-turns";
import { median } from "../report/median";
import { emptyOf, exportForCli, importByCli, restoreByLoop, restoreByUs } from "../restoring/contestants";
import type { RestoringOrder } from "../restoring/order";
import type { SetName } from "../sets/plan";

const LATENCY_MILLISECONDS = 100;
const PART = "restore";
const MEGABYTE = 1024 ** 2;

/** Archives into an empty app; one record in a hundred put back; and what ten times the records take. */
export const restore: Part = {
  name: PART,
  async run(bench) {
    await intoEmptyApp(bench, "restored files", "records that have a file each");
    await intoEmptyApp(bench, "restored", "records, of which some have files");
    await putOnePercentBack(bench);
  },
};

async function archiveOf({ kintone, folder }: Bench, set: SetName): Promise<Omit<RestoringOrder, "into" | "matching">> {
  const apps = kintone.sets[set];
  const archives = path.join(folder, `archive of ${set}`);
  await kintone.setTargets(apps);
  await kintone.delay(0);
  await oursInNode(kintone, folder).runInto(archives, apps);
  return { baseUrl: kintone.url, folder: archives, appId: apps[0]?.appId ?? "" };
}

async function intoEmptyApp(bench: Bench, set: SetName & ("restored" | "restored files"), what: string): Promise<void> {
  const { kintone, folder, tell, add } = bench;
  const wanted = countOf(kintone.sets[set]);
  const into = kintone.sets[`${set} into`][0]?.appId ?? "";
  tell(`${PART}: archiving ${wanted.records} ${what}`);
  const order: RestoringOrder = { ...(await archiveOf(bench, set)), into, matching: { by: "nothing" } };
  const exported = path.join(folder, set, "exported");
  await mkdir(exported, { recursive: true });
  await exportForCli(order, exported);

  const contestants = [
    { name: "@kintone/cli", run: () => importByCli(order, exported) },
    { name: "ours in Node", run: () => restoreByUs(order, folder, wanted.records) },
    { name: "limit in Node", run: () => restoreByLoop(order, folder) },
  ];
  const runners = contestants.map(({ name, run }) => async () => {
    tell(`${PART}: ${wanted.records} ${what}, ${name}`);
    await kintone.delay(LATENCY_MILLISECONDS);
    const finish = await run();
    await kintone.delay(0);
    await emptyOf(order, wanted);
    return finish;
  });
  const finishes = await inTurns(runners, turnsFor(bench.quick), bench.isLate);
  const seconds = finishes.map((all) => (all.length > 0 ? median(all.map((one) => one.seconds)) : undefined));
  for (const [index, { name }] of contestants.entries()) {
    const value = seconds[index];
    const row = `${wanted.records} ${what}, ${name}`;
    if (value === undefined) add({ part: PART, what: row, note: "left out for want of time" });
    else add({ part: PART, what: row, measured: { value, unit: "s" }, runs: finishes[index]?.length ?? 0 });
  }
  const [cli, ours, limit] = seconds;
  if (ours === undefined) return;
  const isOfFiles = set === "restored files";
  if (cli !== undefined)
    add({
      part: PART,
      what: "@kintone/cli / ours in Node",
      ratio: cli / ours,
      ...(isOfFiles && { target: { atLeast: 6 } }),
    });
  if (limit !== undefined)
    add({ part: PART, what: "ours in Node / limit in Node", ratio: ours / limit, target: { atMost: 1.3 } });
}

/** A small app, and one with many times the records, of which as many are read and written as a share of them. */
async function putOnePercentBack(bench: Bench): Promise<void> {
  const { kintone, folder, tell, add } = bench;
  const peaks: number[] = [];
  for (const set of ["put back x 1", "put back x 20"] as const) {
    const [app] = kintone.sets[set];
    if (!app || bench.isLate()) return;
    tell(`${PART}: 1 % of ${app.records}`);
    const order: RestoringOrder = { ...(await archiveOf(bench, set)), into: app.appId, matching: { by: "id" } };
    await kintone.changeOnePercent(app);
    await kintone.delay(LATENCY_MILLISECONDS);
    const { seconds, peak } = await restoreByUs(order, folder, Math.ceil(app.records / 100));
    await kintone.delay(0);
    peaks.push(peak);
    add({
      part: PART,
      what: `1 % of ${app.records} records put back`,
      measured: { value: seconds, unit: "s" },
      runs: 1,
    });
    add({ part: PART, what: `peak of its process`, measured: { value: peak / MEGABYTE, unit: "MB" }, runs: 1 });
  }
  const [small, large] = peaks;
  if (small && large)
    add({ part: PART, what: "peak, 20 times the records", ratio: large / small, target: { atMost: 1.2 } });
}
