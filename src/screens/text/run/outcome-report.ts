import type { RunProgress } from "../../../backup/run-progress";
import { type RunOutcome, type TargetResult, secondsOf } from "../../../domain/outcome";
import { toldObstacle } from "../unreached/messages";
import type { Messages } from "./messages";
import { describeProblem } from "./problem-sentence";

/** The facts of a run as plain lines, for a terminal. */
export function describeOutcome(messages: Messages, outcome: RunOutcome): string {
  const { run, status, log } = messages;
  const verdict = run.verdict[outcome.status]({
    targets: outcome.results.length,
    incomplete: outcome.results.filter((result) => result.status !== "success").length,
    volumes: outcome.volumes.length,
    seconds: secondsOf(outcome),
  });
  const lines = (result: TargetResult) => [
    `  ${log["target-finished"]({ kind: "target-finished", result })}`,
    ...[...result.problems, ...result.accepted].map((problem) => `    - ${describeProblem(messages, problem)}`),
  ];
  return [
    `${status[outcome.status]}: ${verdict}`,
    ...outcome.results.flatMap(lines),
    ...[...outcome.problems, ...outcome.told].map((problem) => `  - ${describeProblem(messages, problem)}`),
    ...outcome.volumes.map((volume) => `  ${log["volume-packed"]({ kind: "volume-packed", volume })}`),
    "",
  ].join("\n");
}

/** The progress as one line, for a terminal. */
export function describeProgress({ run, problem, quantities }: Messages, progress: RunProgress): string {
  const { target, records, attachments, bytes, secondsLeft, heldBack } = progress;
  const amount = ({ done, total }: { done: number; total?: number }, written: (value: number) => string) =>
    run.amount(written(done), total === undefined ? undefined : written(total));
  const told = toldObstacle(problem.unreached, progress.obstacle ?? {});
  return [
    progress.waitingFor ? run.waitingFor[progress.waitingFor].title : run.phase[progress.phase],
    progress.waitingFor && told?.cause,
    target && run.target(target.position, target.of, target.appName),
    heldBack && run.heldBack.why(heldBack),
    `${run.records} ${amount(records, quantities.number)}`,
    `${run.attachments} ${amount(attachments, quantities.number)}`,
    `${run.size} ${amount(bytes, quantities.bytes)}`,
    secondsLeft !== undefined && `${run.timeLeft} ${quantities.duration(secondsLeft)}`,
  ]
    .filter(Boolean)
    .join(" | ");
}
