import PQueue from "p-queue";
import { liesOf } from "./judge";
import { oneRestore } from "./one-restore";

/** What came of one restore, in a few words. The same seed gives the same. */
export interface RestoreSummary {
  seed: number;
  /** `rejected` when nothing was written and nothing could be. */
  verdict: string;
  troubles: string[];
  attempts: number;
  planned: number;
  /** Records by what became of them. */
  outcomes: Record<string, number>;
  /** kintone's or our code of why it ended early. */
  stopped?: string;
  lies: string[];
}

export async function restoreCampaign(
  seeds: readonly number[],
  { atOnce = 5, onRun = () => undefined }: { atOnce?: number; onRun?: (run: RestoreSummary) => void } = {},
): Promise<RestoreSummary[]> {
  const run = (seed: number) => async () => {
    const summary = await judged(seed);
    onRun(summary);
    return summary;
  };
  return new PQueue({ concurrency: atOnce }).addAll(seeds.map(run));
}

async function judged(seed: number): Promise<RestoreSummary> {
  const run = await oneRestore(seed);
  const outcomes: Record<string, number> = {};
  for (const { outcome } of run.results.values()) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const planned = (run.plan?.add.length ?? 0) + (run.plan?.putBack.length ?? 0);
  const { troubles, attempts } = run;
  return {
    seed,
    verdict: run.restore?.verdict ?? "rejected",
    troubles,
    attempts,
    planned,
    outcomes,
    ...(run.restore?.written.stopped && { stopped: run.restore.written.stopped.code }),
    lies: liesOf(run),
  };
}

export function describeRestore({ seed, verdict, stopped, troubles, planned, outcomes, lies }: RestoreSummary): string {
  const told = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const met = troubles.join(" + ") || "no trouble";
  return [
    `seed ${seed}: ${[verdict, ...(stopped ? [stopped] : [])].join(" ")}, ${planned} planned, ${told.join(", ") || "none written"} | ${met}`,
  ]
    .concat(lies.map((lie) => `  LIE ${lie}`))
    .join("\n");
}
