import type { CancelSummary } from "./campaign";
import { WEATHERS, type Weather } from "./weather";

/** What `docs/reliability.md` says about cancelling. */
export function cancelSection(runs: readonly CancelSummary[]): string {
  const lying = runs.filter(({ lies }) => lies.length > 0).length;
  const rows = (Object.keys(WEATHERS) as Weather[]).map((weather) => {
    const own = runs.filter((run) => run.weather === weather);
    const count = (status: string) => own.filter((run) => run.status === status).length || "";
    const slowest = Math.max(0, ...own.map(({ seconds }) => seconds));
    const { told, mayRemember, bound } = WEATHERS[weather];
    const end = mayRemember ? "written down, lock given back" : "told that it could not be written down";
    return `| ${[told, own.length, count("cancelled"), count("success"), end, `${slowest.toFixed(1)} s`, `${bound} s`].join(" | ")} |`;
  });
  return `## Cancelled at any moment

A run over two apps, with attachments and settings, into several volumes in a folder, is cancelled just before or after one of its some 480
steps: a request is sent, its answer comes, a piece of a file arrives, a file is written, read back, copied or removed. From then on,
kintone is as the table says. Each such run must end within the time in the last column, as \`cancelled\` in the outcome, the history and its
targets, or, when everything was delivered before, as the \`success\` that it was; with its lock given back, so that the next run begins at once;
with nothing left in its workspace; and with no file in the folder but volumes that are sound, and together no whole archive.

${runs.length} runs, **${lying} that did not**. "Slowest" is the longest time from the cancel to the end.

| kintone from the cancel on | runs | cancelled | success | end | slowest | at most |
|${" --- |".repeat(7)}
${rows.join("\n")}

After the cancel, what is still to be written is tried again for a few seconds each and for half a minute in all. A kintone that answers
nothing for so long cannot be told that the run ended: whoever cancelled is told so, and after 15 minutes the next run takes the lock over.

\`\`\`
npm run faults -- --cancel --runs 200 --seed 1
\`\`\``;
}
