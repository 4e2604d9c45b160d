import type { Problem, RunOutcome } from "../../src/domain/outcome";
import { en } from "../../src/screens/text/run/en";
import { describeProblem } from "../../src/screens/text/run/problem-sentence";
import { Files } from "../emulator/domain/files";
import type { StoredRecord } from "../emulator/records/record";
import type { JudgedRun } from "./one-run";
import { digestOf } from "./truth";

type Row = { values: Record<string, unknown> };

/** Problems of the outcome that somebody who reads the log, or the run's record, does not learn of. */
export function unsaid({ kintone, log }: JudgedRun, outcome: RunOutcome, record: StoredRecord): string[] {
  const lies: string[] = [];
  const ofRun = outcome.problems.filter(({ step }) => step !== "history");
  const all = [...ofRun, ...outcome.results.flatMap(({ problems }) => problems)];
  for (const problem of all) {
    if (!log.includes(sentence(problem))) lies.push(`the log does not say: ${sentence(problem)}`);
  }
  if (!log.includes("\n") || !log.trimEnd().split("\n").at(-1)?.includes(en.status[outcome.status])) {
    lies.push(`the log does not end with ${outcome.status}`);
  }
  const { run_log: files, run_log_sha256: sha256, run_message: message, run_results: rows } = record.values;
  const [attached] = (files ?? []) as Array<{ fileKey: string }>;
  const content = attached && kintone.domain.files.attached.get(attached.fileKey)?.content;
  const bytes = content && Files.read(content);
  if (!bytes || digestOf(bytes) !== sha256 || Buffer.from(bytes).toString("utf8") !== log) {
    lies.push("the attached log is not the run's, or its digest is not");
  }
  lies.push(...left(ofRun, message).map((words) => `the run's message does not say: ${words}`));
  for (const [index, { problems }] of outcome.results.entries()) {
    const { result_message: words } = (rows as Row[])[index]?.values ?? {};
    lies.push(...left(problems, words).map((one) => `the result's message does not say: ${one}`));
  }
  return lies;
}

/** A long message says at its end how many it leaves out. */
function left(problems: readonly Problem[], message: unknown): string[] {
  const text = String(message ?? "");
  const [, leftOut = "0"] = /… \(\+(\d+)\)$/.exec(text) ?? [];
  const missing = problems.map(sentence).filter((words) => !text.includes(words));
  return missing.length > Number(leftOut) ? missing : [];
}

const sentence = (problem: Problem): string => describeProblem(en, problem);
