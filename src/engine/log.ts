import type { Clock } from "./clock";
import type { Destination } from "./destination";
import type { Memory } from "./journal/memory";
import type { FinalStatus, Problem, TargetResult, Volume } from "./outcome";
import type { Target } from "./target";

/** What a run writes into its log. `screens/text` has a sentence for each, in every language. */
export type LogEvent =
  | { kind: "run-started"; runId: string; operator: string; targets: number }
  /** After the process of an earlier attempt was killed. */
  | { kind: "run-resumed"; targets: number; settled: number; requests: number }
  | { kind: "target-started"; target: Target; expectedRecords: number | undefined }
  /** More than an app bears in a day. */
  | { kind: "many-requests"; target: Target; requests: number }
  | { kind: "target-read-again"; target: Target }
  /** From the previous archive; so much has changed since. */
  | { kind: "records-taken-over"; target: Target; records: number; added: number; changed: number; deleted: number }
  | { kind: "records-repaired"; target: Target; added: number; changed: number; deleted: number }
  | { kind: "records-still-changing"; target: Target; changed: number }
  | { kind: "target-finished"; result: TargetResult }
  | { kind: "problem"; target: Target | undefined; problem: Problem }
  | { kind: "volume-packed"; volume: Volume }
  | { kind: "volume-verified"; volume: Volume; entries: number }
  | { kind: "volume-delivered"; volume: Volume; destination: Destination["kind"] }
  | { kind: "run-finished"; status: FinalStatus; requests: number };

/** How an event reads in the user's language. */
export type DescribeEvent = (event: LogEvent) => string;

/** The log of one run: what happened, when. It never holds record contents, passwords or tokens. */
export interface RunLog {
  add(event: LogEvent): void;
  /** One line per event: ISO time in UTC, then the sentence. */
  text(): string;
}

/** @param memory what earlier attempts logged, and where the log is kept for later ones */
export function createRunLog(
  clock: Clock,
  describe: DescribeEvent,
  memory?: Pick<Memory, "logLines" | "logged">,
): RunLog {
  const lines = [...(memory?.logLines ?? [])];
  return {
    add(event) {
      // A line break in a file's name must not look like a line of ours.
      const line = `${clock.now().toISOString()} ${describe(event).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}`;
      lines.push(line);
      memory?.logged(line);
    },
    text: () => `${lines.join("\n")}\n`,
  };
}
