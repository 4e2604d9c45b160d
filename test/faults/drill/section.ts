import { DRILL_VERDICTS } from "../../../src/domain/drill-outcome";
import { troubleTable } from "../trouble-table";
import type { DrillSummary } from "./campaign";

/** What `docs/reliability.md` says about drills. */
export function drillSection(runs: readonly DrillSummary[]): string {
  const lying = runs.filter(({ lies }) => lies.length > 0).length;
  const records = runs.reduce((sum, run) => sum + run.records, 0);
  return `## Drills

Each run has a seed: one of the apps above, and an archive of it, which is drilled with all records or a sample, at times after the app was deleted, somebody left, or a file of the archive was damaged. In half of the runs the history
names apps that only look like scratch apps. Meanwhile up to three troubles happen, people work in the scratch app, and up to three drills are killed at any request, so that another one begins. A judge that looks with the official client calls it a lie when

- a record is told to be as in the archive, and a field of it is another; or to be another, and is not; or is passed over;
- the verdict, or a count, is not what the lines say; or a drill has no end, or two;
- anything but the scratch app was touched, or a second one was made;
- the scratch app had records and was open to others; or is told to be emptied, and is not;
- nothing went wrong, and it is told to be stopped or failed.

${runs.length} runs, **${lying} lies**; ${records} records were judged. Each run is in the line of each of its troubles, those of drills that were killed before it too.

${troubleTable(runs, DRILL_VERDICTS, ({ verdict }) => verdict)}

\`\`\`
npm run faults -- --drill --runs 200 --seed 1
\`\`\``;
}
