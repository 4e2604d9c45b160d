import type { RunOutcome } from "../engine/outcome";
import type { ReportProgress } from "../engine/progress/progress";
import { type HeadlessFile, parseHeadlessFile } from "../settings/headless-file";
import type { SettingsProblem } from "../settings/problem";
import { type Command, USAGE } from "./arguments";
import { type Credentials, credentialsFrom } from "./credentials";

/** Of `process.exitCode`: schedulers act on it. */
export const EXIT = { success: 0, incomplete: 1, unusable: 2 } as const;

/** What the command needs from the machine it runs on, and its words. */
export interface CommandHost {
  environment: Readonly<Record<string, string | undefined>>;
  version: string;
  readFile: (path: string) => Promise<string>;
  /** Carries out one run and resolves to its facts. */
  run: (file: HeadlessFile, credentials: Credentials, how: RunManner) => Promise<RunOutcome>;
  /** Reads the zip files of an archive back. */
  verify: (volumes: readonly string[]) => Promise<Verified>;
  /** Standard output: the result. */
  print: (text: string) => void;
  /** Standard error: what goes on, and what went wrong. */
  tell: (text: string) => void;
  report: ReportProgress;
  describeOutcome: (outcome: RunOutcome) => string;
  describeSettingsProblem: (problem: SettingsProblem) => string;
  describeFailure: (thrown: unknown) => string;
}

/** How a run is to be carried out. */
export interface RunManner {
  report: ReportProgress;
  /** Goes on with a run that was killed, if there is one. */
  resume: boolean;
}

/** What came of reading an archive back, in words, or why a file could not be read. */
export type Verified = { sound: boolean; report: string } | { unusable: string };

/** The `kintone-backup` command. Resolves to its exit code. */
export async function kintoneBackup(command: Command, host: CommandHost): Promise<number> {
  if (command.kind === "help" || command.kind === "version") {
    host.print(command.kind === "help" ? USAGE : `${host.version}\n`);
    return EXIT.success;
  }
  if (command.kind === "misused") {
    host.tell(`kintone-backup: ${command.reason}\n\n${USAGE}`);
    return EXIT.unusable;
  }
  if (command.kind === "verify") return verify(command.volumes, host);
  try {
    const parsed = parseHeadlessFile(await host.readFile(command.file));
    if ("problems" in parsed) {
      for (const problem of parsed.problems) host.tell(`${command.file}: ${host.describeSettingsProblem(problem)}\n`);
      return EXIT.unusable;
    }
    const credentials = credentialsFrom(host.environment);
    if (!credentials) {
      host.tell("kintone-backup: set KINTONE_USERNAME and KINTONE_PASSWORD, or KINTONE_API_TOKEN\n");
      return EXIT.unusable;
    }
    const outcome = await host.run(parsed.file, credentials, { report: host.report, resume: command.resume });
    host.print(host.describeOutcome(outcome));
    // A run that no history tells of is not done, however whole its archive is.
    const remembered = outcome.historyRecordId !== undefined;
    return outcome.status === "success" && remembered ? EXIT.success : EXIT.incomplete;
  } catch (thrown) {
    host.tell(`${host.describeFailure(thrown)}\n`);
    return EXIT.unusable;
  }
}

async function verify(volumes: readonly string[], host: CommandHost): Promise<number> {
  const verified = await host.verify(volumes);
  if ("unusable" in verified) {
    host.tell(verified.unusable);
    return EXIT.unusable;
  }
  host.print(verified.report);
  return verified.sound ? EXIT.success : EXIT.incomplete;
}
