import type { Bench, Part } from "../bench";
import type { Finish } from "../contestants/contestant";
import { limitInChromium } from "../contestants/limit-in-chromium";
import { limitInNode } from "../contestants/limit-in-node";
import { officialCli } from "../contestants/official-cli";
import { type OursInChromium, oursInChromium } from "../contestants/ours-in-chromium";
import { oursInNode } from "../contestants/ours-in-node";
import { inTurns, turnsFor } from "../measures/in-turns";
import { median } from "../report/median";
import type { Target } from "../report/target";
import type { SetName } from "../sets/plan";

const LATENCY_MILLISECONDS = 100;
const AGAINST_CLI: Target = { atLeast: 12 };
const AGAINST_LIMIT: Target = { atMost: 1.2 };
const LONGEST_TASK: Target = { below: 50 };

type Name = "records" | "attachments" | "mixed";
/** The set that a quick bench also does in a browser. */
const QUICK_IN_CHROMIUM: Name = "attachments";

interface Runner {
  name: string;
  run(): Promise<Finish & { longestTask?: number }>;
}

/** All contestants on one set, at the latency of a real kintone. */
export const speed = (set: Name): Part => ({
  name: set,
  async run(bench) {
    const { kintone, tell } = bench;
    const apps = kintone.sets[set satisfies SetName];
    await kintone.setTargets(apps);
    await kintone.delay(0);
    await kintone.warmUp(apps);
    await kintone.delay(LATENCY_MILLISECONDS);
    const contestants = await all(bench, set);
    const runners = contestants.map(({ name, run }): Runner["run"] => async () => {
      tell(`${set}: ${name}`);
      return run(apps);
    });
    const finishes = await inTurns(runners, turnsFor(bench.quick));
    await kintone.delay(0);

    const seconds = new Map(
      contestants.map(({ name }, index) => [name, (finishes[index] ?? []).map((one) => one.seconds)]),
    );
    for (const [name, values] of seconds) {
      bench.add({ part: set, what: name, measured: { value: median(values), unit: "s" }, runs: values.length });
    }
    const compare = (first: string, second: string, target?: Target) => {
      const [one, other] = [seconds.get(first), seconds.get(second)];
      if (!one || !other) return;
      const ratio = median(one) / median(other);
      bench.add({ part: set, what: `${first} / ${second}`, ratio, ...(target && { target }) });
    };
    compare("@kintone/cli", "ours in Node", AGAINST_CLI);
    compare("ours in Node", "limit in Node", AGAINST_LIMIT);
    compare("@kintone/cli", "ours in Chromium, HTTP/2", AGAINST_CLI);
    compare("ours in Chromium, HTTP/2", "limit in Chromium, HTTP/2", AGAINST_LIMIT);
    compare("@kintone/cli", "ours in Chromium, HTTP/1.1");
    compare("ours in Chromium, HTTP/1.1", "limit in Chromium, HTTP/1.1", AGAINST_LIMIT);

    for (const [index, { name }] of contestants.entries()) {
      const tasks = (finishes[index] ?? []).flatMap((finish) =>
        "longestTask" in finish ? [Number(finish.longestTask)] : [],
      );
      if (tasks.length === 0) continue;
      const value = Math.max(...tasks);
      const note = value === 0 ? "none of 50 ms" : undefined;
      const what = `longest task on the page, ${name}`;
      bench.add({ part: set, what, measured: { value, unit: "ms" }, target: LONGEST_TASK, ...(note && { note }) });
    }
  },
});

type Anyone = { name: string; run: OursInChromium["run"] | ReturnType<typeof limitInNode>["run"] };

async function all({ kintone, folder, quick, noBrowser, browser }: Bench, set: Name): Promise<Anyone[]> {
  const { url, secureUrl, backupApp } = kintone;
  const inNode = [officialCli(url, folder), oursInNode(kintone, folder), limitInNode(url, folder)];
  if (noBrowser || (quick && set !== QUICK_IN_CHROMIUM)) return inNode;
  const chromium = await browser();
  const overHttp2 = [
    oursInChromium(chromium, kintone, secureUrl, "HTTP/2"),
    limitInChromium(chromium, secureUrl, backupApp, "HTTP/2"),
  ];
  if (quick) return [...inNode, ...overHttp2];
  return [
    ...inNode,
    ...overHttp2,
    oursInChromium(chromium, kintone, url, "HTTP/1.1"),
    limitInChromium(chromium, url, backupApp, "HTTP/1.1"),
  ];
}
