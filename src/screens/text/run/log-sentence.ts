import type { LogEvent } from "../../../backup/log-event";
import { harmless } from "../harmless";
import type { Messages } from "./messages";
import { describeProblem } from "./problem-sentence";

/** One line of a run's log. */
export function describeLogEvent(messages: Messages, event: LogEvent): string {
  if (event.kind === "problem") return messages.log.problem(event, describeProblem(messages, event.problem));
  if (event.kind === "little-room") return harmless(messages.room.short(event.shortage).join(" "));
  const describe = messages.log[event.kind] as (known: LogEvent) => string;
  return harmless(describe(event));
}
