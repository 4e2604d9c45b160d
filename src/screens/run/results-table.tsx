import type { TargetResult } from "../../domain/outcome";
import type { Status } from "../../domain/status";
import { limitsOf } from "../text/asked/limits";
import type { SavingMessages } from "../text/saving/language";
import { StatusBadge } from "../ui/status-badge";
import { ProblemList } from "./problem-list";

/** What asks for attention comes first; within that, the targets keep their order. */
const ORDER: readonly Status[] = ["failed", "interrupted", "cancelled", "partial", "running", "success"];

/** What happened to each target. */
export function ResultsTable({ results, messages }: { results: readonly TargetResult[]; messages: SavingMessages }) {
  const { run } = messages;
  return (
    <table class="kbm-table">
      <caption class="kbm-run-heading">{run.results}</caption>
      <thead>
        <tr>
          <th scope="col">{run.app}</th>
          <th scope="col">{run.statusHeading}</th>
          <th scope="col" class="kbm-number">
            {run.records}
          </th>
          <th scope="col" class="kbm-number">
            {run.attachments}
          </th>
          <th scope="col" class="kbm-table-wide">
            {run.problemsHeading}
          </th>
        </tr>
      </thead>
      <tbody>
        {results
          .toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
          .map((result) => (
            <ResultRow key={result.target.recordId} result={result} messages={messages} />
          ))}
      </tbody>
    </table>
  );
}

function ResultRow({ result, messages }: { result: TargetResult; messages: SavingMessages }) {
  const { run, quantities } = messages;
  const { appId, appName, guestSpaceId } = result.target;
  const missing = [...result.problems, ...result.accepted];
  const complete = missing.length === 0 && result.status === "success";
  const limits = limitsOf(result.asked, messages.asked);
  return (
    <tr>
      <th scope="row">
        {appName}
        {appId && <span class="kbm-quiet">{run.appId(appId, guestSpaceId)}</span>}
      </th>
      <td>
        <StatusBadge status={result.status} messages={messages} />
      </td>
      <td class="kbm-number">{quantities.number(result.records)}</td>
      <td class="kbm-number">{quantities.number(result.attachments)}</td>
      <td>
        {complete ? run.nothingMissing : <ProblemList problems={missing} messages={messages} />}
        {limits !== undefined && <p class="kbm-limits">{limits}</p>}
      </td>
    </tr>
  );
}
