/** The `kintone-backup` command on Node: the same engine, unattended. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import manifest from "../../manifest.json";
import { cancelledByUser, toBackupError } from "../engine/errors";
import type { RunOutcome } from "../engine/outcome";
import type { Progress } from "../engine/progress/progress";
import { OPTIONS, toCommand } from "../headless/arguments";
import { EXIT, kintoneBackup } from "../headless/command";
import { createProgressLine } from "../headless/progress-line";
import { factsFile } from "../history/facts-file";
import { harmless } from "../screens/text/harmless";
import { describeOutcome, describeProgress } from "../screens/text/outcome-report";
import { adminMessagesFor } from "../screens/text/settings/language";
import { describeProblem } from "../screens/text/problem-sentence";
import { checkHistoryHeadless } from "./headless-check-history";
import { runHeadless } from "./headless-run";
import { verifyHeadless } from "./headless-verify";

async function main(): Promise<number> {
  const environmentLanguage = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
  let command;
  try {
    command = toCommand(parseArgs({ options: OPTIONS, allowPositionals: true }), environmentLanguage);
  } catch (thrown) {
    command = { kind: "misused" as const, reason: (thrown as Error).message };
  }
  const language = "language" in command ? command.language : environmentLanguage.slice(0, 2);
  const messages = adminMessagesFor(language);
  const line = createProgressLine({
    isTerminal: process.stderr.isTTY,
    write: (text) => process.stderr.write(text),
    describe: (progress: Progress) => harmless(describeProgress(messages, progress)),
    clock: { now: () => new Date() },
  });
  const cancelling = new AbortController();
  return kintoneBackup(command, {
    environment: process.env,
    version: manifest.version,
    readFile: (file) => readFile(file, "utf8"),
    async run(file, credentials, { report, resume }) {
      const cancel = () => cancelling.abort(cancelledByUser());
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, cancel);
      const outcome = await runHeadless(file, credentials, {
        messages,
        pluginVersion: manifest.version,
        report,
        resume,
        signal: cancelling.signal,
      });
      line.end();
      if (outcome.historyRecordId === undefined) await keepFacts(outcome, file.folder);
      return outcome;
    },
    verify: (volumes) => verifyHeadless(volumes, language),
    checkHistory: (file, credentials, zips) =>
      checkHistoryHeadless(file, credentials, {
        ...{ zips, language, pluginVersion: manifest.version },
        tell: (text) => process.stderr.write(harmless(text)),
      }),
    print: (text) => process.stdout.write(harmless(text)),
    tell: (text) => process.stderr.write(harmless(text)),
    report: line.report,
    describeOutcome: (outcome) => describeOutcome(messages, outcome),
    describeSettingsProblem: ({ field, reason, facts }) => {
      const sentence = messages.settings.reason[reason](facts);
      return field ? messages.settings.unreadableField(field, sentence) : sentence;
    },
    describeFailure: (thrown) => describeProblem(messages, { error: toBackupError(thrown) }),
  });

  /** The history could not be written: the facts of the run lie beside its archive instead. */
  async function keepFacts(outcome: RunOutcome, folder: string): Promise<void> {
    const facts = factsFile(outcome, {
      describe: (problem) => describeProblem(messages, problem),
      pluginVersion: manifest.version,
    });
    await writeFile(path.join(folder, facts.name), await facts.data.text(), { flag: "wx" });
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
    process.exitCode = EXIT.unusable;
  },
);
