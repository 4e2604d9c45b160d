import { hostname } from "node:os";
import process from "node:process";
import type { RunStart } from "../../domain/outcome";
import type { CommandFile } from "../../settings/command-file";
import { interruptedFolderRuns } from "../../workspace/folder-journal";
import { isMarkOf, markOf } from "./encrypted/passphrase-mark";

/** What is kept of a run beside its journal, so that a later call of the command can go on with it. No credentials. */
export interface RunAbout {
  runId: string;
  /** ISO, UTC. */
  startedAt: string;
  /** Login name; empty for tokens. */
  operator: string;
  pluginVersion: string;
  /** Settings and places: only the very same run is gone on with. */
  file: CommandFile;
  /** `markOf` the passphrase that its archive is encrypted with, when it is. */
  passphraseMark?: string;
  /** Whose process it is. */
  host: string;
  pid: number;
}

export async function aboutRun(
  { runId, startedAt, operator }: RunStart,
  { file, pluginVersion, passphrase }: Pick<RunAbout, "file" | "pluginVersion"> & WithPassphrase,
): Promise<RunAbout> {
  const { pid } = process;
  return {
    ...{ runId, operator: operator.code, pluginVersion, file, pid },
    startedAt: startedAt.toISOString(),
    host: hostname(),
    ...(passphrase !== undefined && { passphraseMark: await markOf(passphrase) }),
  };
}

interface WithPassphrase {
  passphrase?: string | undefined;
}

/**
 * The newest run of this file, user and version that was killed, as long as its process is gone: a run of another machine
 * that shares the folder may be alive.
 */
export async function findKilledRun(
  prefix: string,
  { operator, file, pluginVersion, passphrase }: Pick<RunAbout, "operator" | "file" | "pluginVersion"> & WithPassphrase,
): Promise<{ runId: string; startedAt: Date } | undefined> {
  const same = JSON.stringify({ operator, file, pluginVersion });
  const runs = (await interruptedFolderRuns(file.folder, prefix)).map(({ about }) => about as RunAbout);
  const killed = runs.findLast(
    (run) =>
      JSON.stringify({ operator: run.operator, file: run.file, pluginVersion: run.pluginVersion }) === same &&
      run.host === hostname() &&
      !isAlive(run.pid),
  );
  if (!killed || !(await isMarkOf(killed.passphraseMark, passphrase))) return undefined;
  return { runId: killed.runId, startedAt: new Date(killed.startedAt) };
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0); // asks only; sends nothing
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}
