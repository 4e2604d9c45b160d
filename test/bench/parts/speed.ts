import type { Bench, Part } from "../bench";
import type { Finish } from "../contestants/contestant";
import { limitInChromium } from "../contestants/limit-in-chromium";
import { limitInNode } from "../contestants/limit-in-node";
import { officialCli } from "../contestants/official-cli";
import { oursInChromium } from "../contestants/ours-in-chromium";
import { oursInNode } from "../contestants/ours-in-node";
import type { Protocol } from "../contestants/protocol";
import type { BenchApp } from "../kintone/catalogue";
import { inTurns, turnsFor } from "../measures/in-turns";
import { speedRows } from "./speed-rows";

const LATENCY_MILLISECONDS = 100;

type Name = "records" | "attachments" | "mixed";
/** The set that a quick bench also does in a browser. */
const QUICK_IN_CHROMIUM: Name = "attachments";

/** All contestants on one set, at the latency of a real kintone. */
export const speed = (set: Name): Part => ({
  name: set,
  async run(bench) {
    const { kintone, tell } = bench;
    const apps = kintone.sets[set];
    await kintone.setTargets(apps);
    await kintone.delay(0);
    await kintone.warmUp(apps);
    await kintone.delay(LATENCY_MILLISECONDS);
    const contestants = contestantsFor(bench, set);
    const runners = contestants.map(({ name, run }) => async () => {
      tell(`${set}: ${name}`);
      return run(apps);
    });
    const finishes = await inTurns(runners, turnsFor(bench.quick), bench.isLate);
    await kintone.delay(0);
    const runs = contestants.map(({ name }, index) => ({ name, finishes: finishes[index] ?? [] }));
    speedRows(set, runs).forEach(bench.add);
  },
});

interface Anyone {
  name: string;
  run(apps: readonly BenchApp[]): Promise<Finish & { longestTask?: number }>;
}

function contestantsFor({ kintone, folder, quick, noBrowser }: Bench, set: Name): Anyone[] {
  const { url } = kintone;
  const inNode = [officialCli(url, folder), oursInNode(kintone, folder), limitInNode(url, folder)];
  if (noBrowser || (quick && set !== QUICK_IN_CHROMIUM)) return inNode;
  const over = (protocol: Protocol) => [
    oursInChromium(kintone, folder, protocol),
    limitInChromium(kintone, folder, protocol),
  ];
  return [...inNode, ...over("HTTP/2"), ...(quick ? [] : over("HTTP/1.1"))];
}
