import type { LogEvent } from "../../../backup/log-event";
import { harmless } from "../harmless";
import type { Waiting } from "../../../domain/progress";
import { toldObstacle } from "../unreached/messages";
import type { Messages } from "./messages";
import { describeProblem } from "./problem-sentence";

/** One line of a run's log. */
export function describeLogEvent(messages: Messages, event: LogEvent): string {
  if (event.kind === "problem") return messages.log.problem(event, describeProblem(messages, event.problem));
  if (event.kind === "little-room") return harmless(messages.room.short(event.shortage).join(" "));
  if (event.kind === "waiting") return describeWaiting(messages, event.waiting);
  const describe = messages.log[event.kind] as (known: LogEvent) => string;
  return harmless(describe(event));
}

/** What everything waits for, and why, as far as it is known. */
export function describeWaiting({ run, problem }: Messages, { waitingFor, obstacle = {} }: Waiting): string {
  const cause = toldObstacle(problem.unreached, obstacle)?.cause;
  return harmless([waitingFor && run.waitingFor[waitingFor].title, cause].filter(Boolean).join(" | "));
}
