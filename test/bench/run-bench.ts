import { mkdtemp, rm } from "node:fs/promises";
import { rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import type { Bench, Part } from "./bench";
import { CHROMIUM } from "./contestants/chromium";
import { startBenchKintone } from "./kintone/bench-kintone";
import { NEEDED_IN_WORDS } from "./limit/needed-requests";
import { type Machine, thisMachine } from "./report/machine";
import { type Row, verdictOf } from "./report/row";

/** Since the start of the process. After it nothing begins, so that all is over after 50 seconds. */
const QUICK_MILLISECONDS = 40_000;

/** All that a bench found out. */
export interface BenchResult {
  at: string;
  quick: boolean;
  seconds: number;
  machine: Machine;
  /** What the loop that stands for the limit asks for. */
  limit: string;
  rows: Array<Row & { verdict?: string }>;
  /** Parts that broke, with the reason. */
  broken: Array<{ part: string; reason: string }>;
}

/** Carries out the parts, one after the other. A part that breaks is told of, and the others go on. */
export async function runBench(
  { parts, quick, noBrowser }: { parts: readonly Part[]; quick: boolean; noBrowser: boolean },
  tell: (text: string) => void,
): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "bench-"));
  const leaveNothing = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", leaveNothing);
  const rows: Row[] = [];
  const broken: BenchResult["broken"] = [];
  tell("starting the local kintone");
  const kintone = await startBenchKintone(folder, quick);
  const bench: Bench = {
    ...{ kintone, folder, quick, noBrowser, tell },
    isLate: () => quick && performance.now() > QUICK_MILLISECONDS,
    add: (row) => rows.push(row),
  };
  try {
    for (const part of parts) {
      if (bench.isLate()) {
        rows.push({ part: part.name, what: "left out, as the time of a quick bench is over" });
        continue;
      }
      await part.run(bench).catch((thrown: unknown) => {
        broken.push({ part: part.name, reason: String(thrown) });
        tell(`${part.name} broke: ${String(thrown)}`);
      });
    }
    return {
      at: new Date().toISOString(),
      quick,
      seconds: performance.now() / 1000,
      machine: thisMachine(noBrowser ? undefined : CHROMIUM),
      limit: NEEDED_IN_WORDS,
      rows: rows.map((row) => ({ ...row, ...verdictAs(row) })),
      broken,
    };
  } finally {
    await kintone.close();
    await rm(folder, { recursive: true, force: true });
    process.off("exit", leaveNothing);
  }
}

function verdictAs(row: Row): { verdict?: string } {
  const verdict = verdictOf(row);
  return verdict === undefined ? {} : { verdict };
}
