import PQueue from "p-queue";
import { liesOf } from "./judge";
import { oneRebuild } from "./one-rebuild";

/** What came of apps that were made anew, in a few words. The same seed gives the same. */
export interface RebuildSummary {
  seed: number;
  verdict: "as-planned" | "explained" | "stopped";
  troubles: string[];
  attempts: number;
  apps: number;
  /** In all new apps. */
  records: number;
  /** How much was told that is not as it was. */
  told: number;
  lies: string[];
}

export async function rebuildCampaign(
  seeds: readonly number[],
  { atOnce = 3, onRun = () => undefined }: { atOnce?: number; onRun?: (run: RebuildSummary) => void } = {},
): Promise<RebuildSummary[]> {
  const run = (seed: number) => async () => {
    const summary = await judged(seed);
    onRun(summary);
    return summary;
  };
  return new PQueue({ concurrency: atOnce }).addAll(seeds.map(run));
}

async function judged(seed: number): Promise<RebuildSummary> {
  const run = await oneRebuild(seed);
  const { verdict, troubles, attempts, newIds, made, rebuilt } = run;
  const records = [...made.values()].reduce((sum, picture) => sum + picture.records.size, 0);
  return {
    ...{ seed, verdict, troubles, attempts, apps: newIds.length, records },
    ...{ told: rebuilt?.told.length ?? 0, lies: liesOf(run) },
  };
}

export function describeRebuild({
  seed,
  verdict,
  troubles,
  attempts,
  apps,
  records,
  told,
  lies,
}: RebuildSummary): string {
  const met = troubles.join(" + ") || "no trouble";
  return [`seed ${seed}: ${verdict}, ${apps} apps, ${records} records, ${attempts} attempts, ${told} told | ${met}`]
    .concat(lies.map((lie) => `  LIE ${lie}`))
    .join("\n");
}
