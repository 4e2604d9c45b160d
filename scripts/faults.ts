/**
 * Random fault runs: whatever goes wrong, a run never says that more is in the archive than there is.
 *
 *   npm run faults -- --runs 500 --seed 1     500 runs of the seeds 1 to 500
 *   npm run faults -- --runs 1 --seed 42      one of them once more, in detail
 *   npm run faults -- --cancel --runs 120     a run that is cancelled at 120 moments, in turn with kintone well and unwell
 *   npm run faults -- --command --runs 100    100 calls of the command, whose outputs go away, and which is asked to end
 *   npm run faults -- --restore --runs 500    500 restores, which are killed, and whose answers are lost
 *   npm run faults -- --rebuild --runs 200    200 sets of apps that are made anew, by a process that is killed, of a kintone that refuses
 *   npm run faults -- --drill --runs 200      200 drills
 *   npm run faults -- --matrix                the runs of docs/reliability.md, which is written anew
 *
 * Ends with 1 when a run lied.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import prettier from "prettier";
import { campaign, describeRun, totals } from "../test/faults/campaign";
import { cancelCampaign, describeCancelled, evenly } from "../test/faults/cancel/campaign";
import { commandCampaign, describeCall } from "../test/faults/command/campaign";
import { describeDrilled, drillCampaign } from "../test/faults/drill/campaign";
import { MATRIX, matrixPage } from "../test/faults/matrix";
import { describeRebuild, rebuildCampaign } from "../test/faults/rebuild/campaign";
import { describeRestore, restoreCampaign } from "../test/faults/restore/campaign";
import { root } from "./root";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    cancel: { type: "boolean", default: false },
    command: { type: "boolean", default: false },
    restore: { type: "boolean", default: false },
    rebuild: { type: "boolean", default: false },
    drill: { type: "boolean", default: false },
    matrix: { type: "boolean", default: false },
  },
});

const { runs: count, seed: first } = values.matrix ? MATRIX : { runs: Number(values.runs), seed: Number(values.seed) };
if (!Number.isInteger(count) || !Number.isInteger(first) || count < 1) {
  console.error("--runs and --seed are whole numbers, --runs at least 1.");
  process.exit(2);
}

if (values.cancel) {
  const cancelled = await cancel(count, first);
  process.exit(cancelled.some(({ lies }) => lies.length > 0) ? 1 : 0);
}

const seeds = Array.from({ length: count }, (_, index) => first + index);
if (values.command) {
  const calls = await call(seeds);
  process.exit(calls.some(({ lies }) => lies.length > 0) ? 1 : 0);
}
if (values.restore) {
  const restores = await restore(seeds);
  process.exit(restores.some((one) => one.lies.length > 0) ? 1 : 0);
}
if (values.rebuild) {
  const rebuilt = await rebuild(seeds);
  process.exit(rebuilt.some((one) => one.lies.length > 0) ? 1 : 0);
}
if (values.drill) {
  const drilled = await drill(seeds);
  process.exit(drilled.some((one) => one.lies.length > 0) ? 1 : 0);
}
const runs = await campaign(seeds, {
  onRun(run) {
    if (count <= 20 || run.lies.length > 0) console.log(describeRun(run));
    if (count === 1)
      for (const loss of [...run.losses, ...run.unprovable]) console.log(`  lost ${JSON.stringify(loss)}`);
    if (count === 1) for (const trouble of run.troubles) console.log(`  trouble ${JSON.stringify(trouble)}`);
  },
});

if (values.matrix) {
  const file = path.join(root, "docs", "reliability.md");
  const options = await prettier.resolveConfig(file);
  const called = await call(Array.from({ length: MATRIX.called }, (_, index) => first + index));
  const restored = await restore(Array.from({ length: MATRIX.restored }, (_, index) => first + index));
  const rebuilt = await rebuild(Array.from({ length: MATRIX.rebuilt }, (_, index) => first + index));
  const drilled = await drill(Array.from({ length: MATRIX.drilled }, (_, index) => first + index));
  const page = matrixPage(runs, await cancel(MATRIX.cancelled, first), called, restored, rebuilt, drilled);
  await writeFile(file, await prettier.format(page, { ...options, filepath: file }));
  console.log("docs/reliability.md is new.");
}
const { losses, unprovable, lies } = totals(runs);
console.log(`${runs.length} runs, ${losses} losses, ${unprovable} changed on the way, ${lies} lies`);
process.exit(lies > 0 ? 1 : 0);

async function call(ofSeeds: readonly number[]) {
  const calls = await commandCampaign(ofSeeds, {
    onRun(one) {
      if (ofSeeds.length <= 20 || one.lies.length > 0) console.log(describeCall(one));
    },
  });
  console.log(
    `${calls.length} calls, ${calls.filter((one) => one.lies.length > 0).length} that did not end as they should`,
  );
  return calls;
}

async function restore(ofSeeds: readonly number[]) {
  const restores = await restoreCampaign(ofSeeds, {
    onRun(run) {
      if (ofSeeds.length <= 20 || run.lies.length > 0) console.log(describeRestore(run));
    },
  });
  const lying = restores.filter((run) => run.lies.length > 0).length;
  console.log(`${restores.length} restores, ${lying} of which the report is not true`);
  return restores;
}

async function rebuild(ofSeeds: readonly number[]) {
  const rebuilt = await rebuildCampaign(ofSeeds, {
    onRun(run) {
      if (ofSeeds.length <= 20 || run.lies.length > 0) console.log(describeRebuild(run));
    },
  });
  const lying = rebuilt.filter((run) => run.lies.length > 0).length;
  console.log(`${rebuilt.length} sets of apps made anew, ${lying} of which the report is not true`);
  return rebuilt;
}

async function drill(ofSeeds: readonly number[]) {
  const drilled = await drillCampaign(ofSeeds, {
    onRun(run) {
      if (ofSeeds.length <= 20 || run.lies.length > 0) console.log(describeDrilled(run));
    },
  });
  console.log(`${drilled.length} drills, ${drilled.filter((run) => run.lies.length > 0).length} that are not true`);
  return drilled;
}

async function cancel(times: number, seed: number) {
  const cancelled = await cancelCampaign(await evenly(times, seed), {
    onRun(run) {
      if (times <= 20 || run.lies.length > 0) console.log(describeCancelled(run));
    },
  });
  const lying = cancelled.filter((run) => run.lies.length > 0).length;
  console.log(`${cancelled.length} cancelled runs, ${lying} that did not stop as they should`);
  return cancelled;
}
