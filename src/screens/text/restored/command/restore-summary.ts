import type { RestoreOutcome } from "../../../../domain/restore-outcome";
import type { RestoreReportLine } from "../../../../restore/report/report-line";
import { harmlessLine } from "../../harmless";
import { describeProblem } from "../../run/problem-sentence";
import { describeReportLine, toldNumbers } from "../restore-report";
import type { RestoreCommandMessages } from "./language";

interface RestoreToTell {
  outcome: RestoreOutcome;
  /** The first lines about records that are not as it was wished. */
  otherwise: readonly RestoreReportLine[];
  /** From which archive, and into what. */
  heading: readonly string[];
  /** What there is to do, or to look at, afterwards. */
  afterwards: readonly string[];
}

/** What came of a restore, as plain lines for a terminal. */
export function describeRestore(
  messages: RestoreCommandMessages,
  { outcome, otherwise, heading, afterwards }: RestoreToTell,
): string[] {
  const { restored } = messages;
  const { verdict, planned, stopped } = outcome;
  const isNothing = planned.add + planned.putBack + planned.remove === 0;
  return [
    isNothing && !stopped ? restored.nothingToDo : restored.verdict[verdict],
    ...(stopped ? [restored.stopped(describeProblem(messages, { error: stopped }))] : []),
    ...heading.map((line) => `  ${line}`),
    `  ${restored.planned(planned)}`,
    ...(isNothing ? [] : [`  ${numbersIn(messages, outcome)}`]),
    ...otherwise.map((line) => `    - ${harmlessLine(describeReportLine(messages, line))}`),
    ...afterwards.map((line) => `  ${line}`),
  ];
}

function numbersIn(messages: RestoreCommandMessages, outcome: RestoreOutcome): string {
  return toldNumbers(messages, outcome)
    .map(([name, number]) => `${name}: ${number}`)
    .join(" | ");
}
