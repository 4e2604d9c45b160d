import { troubleTable } from "../trouble-table";
import type { RebuildSummary } from "./campaign";

const ENDS = ["as-planned", "explained", "stopped"] as const;

/** What `docs/reliability.md` says about apps that are made anew. */
export function rebuildSection(runs: readonly RebuildSummary[]): string {
  const lying = runs.filter(({ lies }) => lies.length > 0).length;
  const sum = (of: (run: RebuildSummary) => number) => runs.reduce((all, run) => all + of(run), 0);
  return `## Apps that are made anew

Each run has a seed: two to four apps that look each other up in whatever way chance wants it, in circles, in tables and by record numbers too, with related records, attachments, tables, required and unique
fields, processes, permissions and comments, and an archive of them. Half of the time they are deleted then; one of them may be left out, and somebody whom they name may leave the company. They are made anew with their records, with or without status and comments. Meanwhile
up to three troubles of the table happen, an update may fail without a reason, and the process is killed up to five times, at any request or line of its journals, and gone on with. A judge that looks with the official client compares the new apps with the old ones
as they were, and calls it a lie when

- anything of the settings or of a record is another, and no report names it, by the code of the field;
- it is told to be as planned, and is not;
- an app was made twice, or nobody knows of it; a record or a comment is there twice, or a record is passed over;
- anything of the apps that were there before is another;
- an app with records is open to others before its permissions are there;
- it does not come to its end when all is well again.

${runs.length} runs, **${lying} lies**; ${sum(({ apps }) => apps)} apps were made, with ${sum(({ records }) => records)} records, in ${sum(({ attempts }) => attempts)} attempts.

${troubleTable(runs, ENDS, ({ verdict }) => verdict)}

\`\`\`
npm run faults -- --rebuild --runs 200 --seed 1
\`\`\``;
}
