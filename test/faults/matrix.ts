import { type RunSummary, totals } from "./campaign";
import type { CancelSummary } from "./cancel/campaign";
import { cancelSection } from "./cancel/section";
import type { CallSummary } from "./command/campaign";
import { commandSection } from "./command/section";
import type { DrillSummary } from "./drill/campaign";
import { drillSection } from "./drill/section";
import type { RebuildSummary } from "./rebuild/campaign";
import { rebuildSection } from "./rebuild/section";
import type { RestoreSummary } from "./restore/campaign";
import { restoreSection } from "./restore/section";

/** The runs that the page is made of. */
export const MATRIX = { seed: 1, runs: 200, cancelled: 200, called: 100, restored: 200, rebuilt: 200, drilled: 200 };

const STATUSES = ["success", "partial", "failed", "cancelled"] as const;

interface Line {
  kind: string;
  place: string;
  runs: RunSummary[];
}

/** `docs/reliability.md`: what was promised, what was done to break it, and what came of it. */
export function matrixPage(
  runs: readonly RunSummary[],
  cancelled: readonly CancelSummary[],
  called: readonly CallSummary[],
  restored: readonly RestoreSummary[],
  rebuilt: readonly RebuildSummary[],
  drilled: readonly DrillSummary[],
): string {
  const { losses, unprovable, lies } = totals(runs);
  const untroubled = runs.filter(({ troubles }) => troubles.length === 0);
  const one = runs.filter(({ troubles }) => troubles.length === 1);
  const more = runs.filter(({ troubles }) => troubles.length > 1);
  return `# Reliability

<!-- Written by \`npm run faults -- --matrix\`. -->

## What is promised

A run never says that more is in the archive than there is. \`success\` means that everything that was asked for is in the
archive and was read back. One missing attachment, one refused setting, one count that disagrees: \`partial\` at best, and every
gap is named with step, error code and message. History, manifest and outcome tell the same.

## How it is tested

Each run has a seed, and everything follows from it: a kintone of one to four small apps with attachments, tables,
comments, scripts, guest spaces; and none to four troubles from the table below, at random moments. The real engine with the
real connections backs it up over HTTP and writes its history into a real app there. A judge that shares no code with the
engine's way of reading then compares what kintone had with what lies in the delivered zips, and calls it a lie when

- a run or a target is a \`success\` and anything is missing, or a gap is not named in the outcome, or not in the manifest;
- a problem has no step, code or message, or a run without any trouble is no \`success\`;
- the records of the history, the manifests and the outcome disagree about a status, a count, a volume or a digest, or a problem
  is not in the log or in the run's messages;
- a run says that its zips are saved, and one of them does not lie at the destination with its digest;
- a delivered volume is not sound, or holds a record that never was in kintone;
- a list of plug-ins, spaces or people that was asked for lacks anybody, or is not there, and the outcome and the manifest do not name it;
- the history refused the run for good, and anything was read, or it is not told;
- something stays in the workspace, or the lock stays held, after a run whose end could be written down;
- a folder's error, of whatever name, is told as anybody else's, or something is read after it; a run without a volume has any other
  status than \`failed\` or \`cancelled\`; an archive has another name than was claimed for it, or the claim stays;
- a run does not end.

Repeat all of it, or one run:

\`\`\`
npm run faults -- --runs ${MATRIX.runs} --seed ${MATRIX.seed}
npm run faults -- --runs 1 --seed 42
\`\`\`

## What came of it

${runs.length} runs, **${lies} lies**. ${losses} things that kintone had are not in an archive${lies === 0 ? ", and each is named" : "; **not each is named as it should be**"}. Contents of ${unprovable} things were
changed on the way and nobody could tell: kintone gives no checksums, so this is where the promise ends. HTTPS, which every
kintone speaks, rules it out; the runs here speak plain HTTP.

${untroubled.length} runs without trouble: ${statuses(untroubled)}.

### One trouble

"Lost" is what the archive has not, of all runs of the line, as the runs themselves named it. "Nothing" in many lines is due to another
attempt, or to a trouble that came when nothing was left to break.

${table(one)}

### Two to four troubles at once

Each run is in the line of each of its troubles.

${table(more)}

${cancelSection(cancelled)}

${commandSection(called)}

${restoreSection(restored)}

${rebuildSection(rebuilt)}

${drillSection(drilled)}
`;
}

function table(runs: readonly RunSummary[]): string {
  const lines = new Map<string, Line>();
  for (const run of runs) {
    const own = new Map(run.troubles.map(({ kind, place }) => [`${kind}\n${place}`, { kind, place }]));
    for (const [key, { kind, place }] of own) {
      const line = lines.get(key) ?? { kind, place, runs: [] };
      lines.set(key, { ...line, runs: [...line.runs, run] });
    }
  }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  const rows = sorted.map(({ kind, place, runs: own }) => {
    const counts = STATUSES.map((status) => own.filter((run) => run.status === status).length || "");
    return `| ${[kind, place, own.length, ...counts, lost(own)].join(" | ")} |`;
  });
  return [
    "| what | where | runs | success | partial | failed | cancelled | lost |",
    `|${" --- |".repeat(8)}`,
    ...rows,
  ].join("\n");
}

function lost(runs: readonly RunSummary[]): string {
  const counts = new Map<string, number>();
  for (const { losses, unprovable } of runs) {
    for (const { what } of losses) counts.set(what, (counts.get(what) ?? 0) + 1);
    if (unprovable.length > 0) counts.set("unnoticed", (counts.get("unnoticed") ?? 0) + unprovable.length);
  }
  if (counts.size === 0) return "nothing";
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, count]) => `${count} ${plural(what, count)}`)
    .join(", ");
}

function plural(what: string, count: number): string {
  return count === 1 || what === "unnoticed" ? what : `${what}s`;
}

function statuses(runs: readonly RunSummary[]): string {
  return STATUSES.flatMap((status) => {
    const count = runs.filter((run) => run.status === status).length;
    return count > 0 ? [`${count} ${status}`] : [];
  }).join(", ");
}
