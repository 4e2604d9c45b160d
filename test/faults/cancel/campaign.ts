import PQueue from "p-queue";
import { createRandom } from "../../emulator/sample/random";
import { type CancelPlan, type CancelledRun, cancelledRun } from "./cancelled-run";
import { judgeCancelled } from "./judge";
import { WEATHERS, type Weather } from "./weather";

/** One cancelled run in a few words. */
export interface CancelSummary extends CancelPlan {
  moment: string;
  status: string;
  seconds: number;
  remembered: boolean;
  lies: string[];
}

/** How many moments there are in a run that nobody cancels; it must be a success. */
export async function countMoments(): Promise<number> {
  const { moments, outcome } = await cancelledRun({ at: 0, weather: "calm", requestsAtOnce: 1 });
  if (outcome?.status !== "success") throw new Error(`The run that nobody cancels is ${outcome?.status}`);
  return moments;
}

/**
 * So many moments in each weather, spread over the whole run; the seed says where the first is. With as many as there are
 * moments, each is met.
 */
export function cancelPlans(moments: number, seed: number, counts: Partial<Record<Weather, number>>): CancelPlan[] {
  return (Object.entries(counts) as Array<[Weather, number]>).flatMap(([weather, count]) => {
    const random = createRandom(seed, weather);
    const stride = moments / count;
    const first = random.integer(0, Math.max(0, Math.ceil(stride) - 1));
    return Array.from({ length: count }, (_, index) => ({
      ...{ weather, at: 1 + ((first + Math.floor(index * stride)) % moments) },
      requestsAtOnce: random.pick([1, 6]),
    }));
  });
}

/** So many moments, half of them with kintone as always, and the rest shared out among what it can be like. */
export async function evenly(runs: number, seed: number): Promise<CancelPlan[]> {
  const weathers = Object.keys(WEATHERS) as Weather[];
  const counts = Object.fromEntries(weathers.map((weather) => [weather, 0])) as Record<Weather, number>;
  for (let index = 0; index < runs; index += 1) {
    counts[index % 2 === 0 ? "calm" : weathers[1 + (((index - 1) / 2) % (weathers.length - 1))]!] += 1;
  }
  // Those that wait longest come first; what others do meanwhile costs no time.
  const plans = cancelPlans(await countMoments(), seed, counts);
  return plans.sort((a, b) => WEATHERS[b.weather].bound - WEATHERS[a.weather].bound);
}

/** What a run is doing, by a moment of it: each in the middle of something else. */
export const PHASES: Record<string, string> = {
  "before the run is written down": "sends POST record",
  "before the answer to that arrives": "gets the answer to POST record",
  "while settings are read": "gets the answer to GET app/views",
  "while records are read": "sends GET records",
  "in the middle of a download": "gets a piece of a file",
  "while it reports": "sends PUT records (report)",
  "while a volume is packed": "writes to a file (volume)",
  "while a volume is read back": "reads back (volume)",
  "before the first volume is delivered": "delivers volume 1",
  "while a volume is copied": "reads a file to its end (volume)",
  "between two volumes": "has delivered volume 2",
  "when everything is delivered": "sends PUT records (results)",
  "while the log is uploaded": "gets the answer to POST file",
  "before the end is written down": "sends PUT records (end)",
  "when the end is written down": "gets the answer to PUT records (end)",
};

/** Cancels a run at each of the planned moments, some runs at a time, and judges each. */
export async function cancelCampaign(
  plans: readonly CancelPlan[],
  { atOnce = 10, onRun = () => undefined }: { atOnce?: number; onRun?: (run: CancelSummary) => void } = {},
): Promise<CancelSummary[]> {
  const run = (plan: CancelPlan) => async () => {
    const summary = await summarized(await cancelledRun(plan));
    onRun(summary);
    return summary;
  };
  return new PQueue({ concurrency: atOnce }).addAll(plans.map(run));
}

async function summarized(run: CancelledRun): Promise<CancelSummary> {
  const { at, weather, requestsAtOnce, moment, seconds, outcome } = run;
  return {
    ...{ at, weather, requestsAtOnce, moment, seconds },
    status: outcome?.status ?? "rejected",
    remembered: outcome?.historyRecordId !== undefined,
    lies: await judgeCancelled(run),
  };
}

/** One line or more, for people. */
export function describeCancelled(run: CancelSummary): string {
  const { at, weather, requestsAtOnce, moment, status, seconds, lies } = run;
  const when = `${moment || "never"} (${at}), ${weather}, ${requestsAtOnce} at once`;
  return [`${when}: ${status} after ${seconds.toFixed(1)} s`, ...lies.map((lie) => `  LIE ${lie}`)].join("\n");
}
