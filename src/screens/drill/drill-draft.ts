import type { DrillScope } from "../../domain/drill-outcome";
import type { ArchivedApp } from "../restore/restore-desk";

/** What people have chosen on the screen so far; numbers as they were typed. */
export interface DrillDraft {
  folders: readonly string[];
  of: DrillScope["of"];
  random: string;
  seed: string;
  reason: string;
}

/** What is missing, or cannot be meant. */
export type Lacking = "apps" | "random" | "seed";

/** As many as the command chooses: enough to meet what many records have in common, and few enough for every month. */
const USUAL_SAMPLE = 100;
const MOST = 1_000_000;

/** All apps of the archive, and a sample that nobody could foresee. */
export function drillDraft(apps: readonly ArchivedApp[]): DrillDraft {
  const folders = apps.map(({ folder }) => folder);
  return { folders, of: "sample", random: String(USUAL_SAMPLE), seed: crypto.randomUUID().slice(0, 8), reason: "" };
}

export function lackingIn({ folders, of, random, seed }: DrillDraft): Lacking | undefined {
  if (folders.length === 0) return "apps";
  if (of === "all") return undefined;
  if (!/^[1-9]\d*$/.test(random) || Number(random) > MOST) return "random";
  return /^[\x20-\x7e]{1,100}$/.test(seed) ? undefined : "seed";
}

export const scopeOf = ({ of, random, seed }: DrillDraft): DrillScope =>
  of === "all" ? { of } : { of, random: Number(random), seed };
