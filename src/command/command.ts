import type { ReportRunProgress } from "../backup/run-progress";
import type { RunOutcome } from "../domain/outcome";
import { type HeadlessFile, parseHeadlessFile } from "../settings/command-file";
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
  verify: (volumes: readonly string[]) => Promise<Checked>;
  /** Reads the whole history, and compares zip files with it; folders stand for the zips in them. */
  checkHistory: (file: HeadlessFile, credentials: Credentials, zips: readonly string[]) => Promise<Checked>;
  /** Standard output: the result. */
  print: (text: string) => void;
  /** Standard error: what goes on, and what went wrong. */
  tell: (text: string) => void;
  report: ReportRunProgress;
  describeOutcome: (outcome: RunOutcome) => string;
  describeSettingsProblem: (problem: SettingsProblem) => string;
  describeFailure: (thrown: unknown) => string;
}

/** How a run is to be carried out. */
export interface RunManner {
  report: ReportRunProgress;
  /** Goes on with a run that was killed, if there is one. */
  resume: boolean;
  /** Makes it a failed run when there is less room than earlier runs took. */
  refuseWithoutRoom: boolean;
}

/** What came of a check, in words, or why it could not be carried out. */
export type Checked = { sound: boolean; report: string } | { unusable: string };

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
  if (command.kind === "verify") return tellOf(await host.verify(command.volumes), host);
  try {
    const ready = await prepare(command.file, host);
    if (!ready) return EXIT.unusable;
    const { file, credentials } = ready;
    if (command.kind === "check-history") return tellOf(await host.checkHistory(file, credentials, command.zips), host);
    const { resume, refuseWithoutRoom } = command;
    const outcome = await host.run(file, credentials, { report: host.report, resume, refuseWithoutRoom });
    host.print(host.describeOutcome(outcome));
    // A run that no history tells of is not done, however whole its archive is.
    const remembered = outcome.historyRecordId !== undefined;
    return outcome.status === "success" && remembered ? EXIT.success : EXIT.incomplete;
  } catch (thrown) {
    host.tell(`${host.describeFailure(thrown)}\n`);
    return EXIT.unusable;
  }
}

/** Reads the settings file and the log-in. `undefined` when it had to tell what is wrong with them. */
async function prepare(
  path: string,
  host: CommandHost,
): Promise<{ file: HeadlessFile; credentials: Credentials } | undefined> {
  const parsed = parseHeadlessFile(await host.readFile(path));
  if ("problems" in parsed) {
    for (const problem of parsed.problems) host.tell(`${path}: ${host.describeSettingsProblem(problem)}\n`);
    return undefined;
  }
  const credentials = credentialsFrom(host.environment);
  if (!credentials) {
    host.tell("kintone-backup: set KINTONE_USERNAME and KINTONE_PASSWORD, or KINTONE_API_TOKEN\n");
    return undefined;
  }
  return { file: parsed.file, credentials };
}

function tellOf(checked: Checked, host: CommandHost): number {
  if ("unusable" in checked) {
    host.tell(checked.unusable);
    return EXIT.unusable;
  }
  host.print(checked.report);
  return checked.sound ? EXIT.success : EXIT.incomplete;
}
