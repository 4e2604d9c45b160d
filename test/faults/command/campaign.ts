import { createUnattended } from "../../entries/command/command-process";
import type { IllTreatment } from "./ill-treatment";
import { liesOf } from "./judge";
import { oneCall } from "./one-call";

/** What came of a call, in a few words. */
export interface CallSummary {
  seed: number;
  treatment: IllTreatment;
  /** Of the run in the history; `unknown` when it did not come so far. */
  status: string;
  lies: string[];
}

/** Calls the built command for every seed, one after the other, and judges each. */
export async function commandCampaign(
  seeds: readonly number[],
  { onRun = () => undefined }: { onRun?: (call: CallSummary) => void } = {},
): Promise<CallSummary[]> {
  const command = createUnattended();
  await command.open();
  try {
    command.addTarget(200_000);
    const summaries: CallSummary[] = [];
    for (const seed of seeds) {
      const call = await oneCall(command, seed);
      const summary = { seed, treatment: call.treatment, status: call.told?.status ?? "unknown", lies: liesOf(call) };
      summaries.push(summary);
      onRun(summary);
    }
    return summaries;
  } finally {
    await command.close();
  }
}

export function describeCall({ seed, treatment, status, lies }: CallSummary): string {
  const { stdout, stderr, signal } = treatment;
  const asked = signal ? `${signal.name}${signal.twice ? " twice" : ""} after ${signal.after} ms` : "no signal";
  return [`seed ${seed}: ${status} | output: ${stdout} | errors: ${stderr} | ${asked}`]
    .concat(lies.map((lie) => `  LIE ${lie}`))
    .join("\n");
}
