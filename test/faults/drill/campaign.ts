import PQueue from "p-queue";
import type { DrillVerdict } from "../../../src/domain/drill-outcome";
import { liesOf } from "./judge";
import { oneDrill } from "./one-drill";

/** What came of one drill, in a few words. The same seed gives the same. */
export interface DrillSummary {
  seed: number;
  verdict: DrillVerdict;
  /** kintone's or our code of why it ended early. */
  stopped?: string;
  troubles: string[];
  attempts: number;
  /** Records that were judged. */
  records: number;
  lies: string[];
}

export async function drillCampaign(
  seeds: readonly number[],
  { atOnce = 3, onRun = () => undefined }: { atOnce?: number; onRun?: (run: DrillSummary) => void } = {},
): Promise<DrillSummary[]> {
  const run = (seed: number) => async () => {
    const summary = await judged(seed);
    onRun(summary);
    return summary;
  };
  return new PQueue({ concurrency: atOnce }).addAll(seeds.map(run));
}

async function judged(seed: number): Promise<DrillSummary> {
  const run = await oneDrill(seed);
  const { outcome, troubles, attempts, lines } = run;
  return {
    ...{ seed, verdict: outcome?.verdict ?? "stopped", troubles, attempts },
    ...(outcome?.stopped && { stopped: outcome.stopped.code }),
    records: lines.filter(({ kind }) => kind === "record").length,
    lies: liesOf(run),
  };
}

export function describeDrilled({ seed, verdict, stopped, troubles, attempts, records, lies }: DrillSummary): string {
  const met = troubles.join(" + ") || "no trouble";
  const ended = [verdict, ...(stopped ? [stopped] : [])].join(" ");
  return [`seed ${seed}: ${ended}, ${records} records, ${attempts} attempts | ${met}`]
    .concat(lies.map((lie) => `  LIE ${lie}`))
    .join("\n");
}
