import { troubleTable } from "../trouble-table";
import type { RestoreSummary } from "./campaign";

const ENDS = ["as-planned", "explained", "not-as-planned", "stopped", "rejected"] as const;

/** What `docs/reliability.md` says about putting back. */
export function restoreSection(runs: readonly RestoreSummary[]): string {
  const lying = runs.filter(({ lies }) => lies.length > 0).length;
  const written = runs.reduce((sum, { outcomes }) => sum + writtenOf(outcomes), 0);
  return `## Records that are put back

Each run has a seed: an app of up to 240 records with files and tables, an archive of it, and damage by people who go on working all the time. It is put back into the app itself, or into another one with the
same fields, where records are known by a key or by nothing; all of it or chosen records and fields, with deletions or without, at times after an earlier restore, or with somebody named who left the company, or a file of the archive that is damaged.
Meanwhile up to three troubles of the table happen, and the process is killed up to three times, at any request or line of its journal, and begun again, or never gone on with, and somebody else restores. A judge that knows kintone's own store, and asks nothing that the restore asked, calls it a lie when

- a record is told to be added, put back or deleted, and is not there as it was planned, or is not told and is there;
- a record is there twice, or two of the archive went into one;
- what a restore added that was never gone on with is added once more by another one, as long as nobody changed it;
- it ends without a word when something may have been written;
- what somebody wrote since the plan was made is not as they left it, or a record that nobody planned to change is another;
- the plan is not what archive and app tell of one another, where nobody worked while it was made;
- it is told to be as planned, and a record is not; or it is not, and nothing went wrong; or a record of the plan is passed over without a word.

${runs.length} runs, **${lying} lies**; ${written} records were written. Each run is in the line of each of its troubles; "rejected" means that it ended before anything was written.

${troubleTable(runs, ENDS, ({ verdict }) => verdict)}

\`\`\`
npm run faults -- --restore --runs 200 --seed 1
\`\`\``;
}

const writtenOf = (outcomes: RestoreSummary["outcomes"]): number =>
  (outcomes.added ?? 0) + (outcomes["put-back"] ?? 0) + (outcomes.removed ?? 0);
