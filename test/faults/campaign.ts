import PQueue from "p-queue";
import type { Loss } from "./losses";
import { judge, type Verdict } from "./judge";
import { oneRun } from "./one-run";
import type { Trouble } from "./troubles";

/** What came of one run, in a few words. The same seed gives the same. */
export interface RunSummary {
  seed: number;
  troubles: Trouble[];
  /** `rejected` and `endless` are lies. */
  status: string;
  /** Step and code of every problem. */
  problems: string[];
  losses: Loss[];
  unprovable: Loss[];
  lies: string[];
  requests: number;
}

export interface Totals {
  runs: number;
  losses: number;
  unprovable: number;
  lies: number;
}

/** Runs every seed, some at a time, and judges each; `onRun` hears of each in the order in which they end. */
export async function campaign(
  seeds: readonly number[],
  { atOnce = 5, onRun = () => undefined }: { atOnce?: number; onRun?: (run: RunSummary) => void } = {},
): Promise<RunSummary[]> {
  const run = (seed: number) => async () => {
    const summary = await judged(seed);
    onRun(summary);
    return summary;
  };
  return new PQueue({ concurrency: atOnce }).addAll(seeds.map(run));
}

async function judged(seed: number): Promise<RunSummary> {
  const run = await oneRun(seed);
  const { outcome } = run;
  const problems = [...(outcome?.problems ?? []), ...(outcome?.results.flatMap((result) => result.problems) ?? [])];
  return {
    ...{ seed, troubles: run.troubles, requests: outcome?.requests ?? 0 },
    status: outcome?.status ?? (run.hasEnded ? "rejected" : "endless"),
    problems: problems.map(({ step, error }) => `${step} ${error.code}`),
    ...(await judge(run).catch(unreadable)),
  };
}

/** What lies in the archive is such that nothing can be compared with it. */
function unreadable(reason: unknown): Verdict {
  return { losses: [], unprovable: [], lies: [`the archive cannot be compared: ${String(reason)}`] };
}

export function totals(runs: readonly RunSummary[]): Totals {
  const sum = (count: (run: RunSummary) => number) => runs.reduce((total, run) => total + count(run), 0);
  return {
    runs: runs.length,
    losses: sum(({ losses }) => losses.length),
    unprovable: sum(({ unprovable }) => unprovable.length),
    lies: sum(({ lies }) => lies.length),
  };
}

/** One run as a line or more, for people. */
export function describeRun({
  seed,
  troubles,
  status,
  problems,
  losses,
  unprovable,
  lies,
  requests,
}: RunSummary): string {
  const met = troubles.map(({ kind, place }) => `${kind} (${place})`).join(" + ") || "no trouble";
  const counts = `${losses.length} lost${unprovable.length > 0 ? `, ${unprovable.length} changed on the way` : ""}`;
  const told = [...new Set(problems)].join(", ") || "no problem";
  return [
    `seed ${seed}: ${status}, ${counts}, ${requests} requests | ${met} | ${told}`,
    ...lies.map((lie) => `  LIE ${lie}`),
  ].join("\n");
}
