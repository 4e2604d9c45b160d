import { execFile } from "node:child_process";
import { once } from "node:events";
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { namesIn, type ToldRun, type Unattended } from "../../entries/command/command-process";
import { type IllTreatment, illTreatment, type Listener } from "./ill-treatment";

/** A run by the command, with all that a judge needs. */
export interface Call {
  seed: number;
  treatment: IllTreatment;
  /** Its exit code; `null` when a signal ended the process. */
  code: number | null;
  hasEnded: boolean;
  /** What the history says of it; absent when it does not know of it. */
  told?: ToldRun;
  /** Zips that it left in the folder, and whether `unzip` finds each sound. */
  zips: Array<{ name: string; isSound: boolean }>;
  /** Whatever else it left there. */
  scraps: string[];
}

/** What the end of a run takes at most, on a machine that is busy. */
const PATIENCE = 60_000;

/** One after the other: two runs at the same time would refuse one another. */
export async function oneCall(command: Unattended, seed: number): Promise<Call> {
  const treatment = illTreatment(seed);
  const folder = path.join(command.place, `call-${seed}`);
  const file = await command.settingsFile(folder);
  const before = await runsIn(command);
  const handles: FileHandle[] = [];
  const output = async (listener: Listener) => {
    if (listener !== "its disk is full") return "pipe" as const;
    const handle = await open("/dev/full", "w");
    handles.push(handle);
    return handle.fd;
  };
  try {
    const stdio = ["ignore" as const, await output(treatment.stdout), await output(treatment.stderr)];
    const child = command.start(["run", "--file", file, "--lang", "en"], { stdio });
    for (const stream of ["stdout", "stderr"] as const) {
      if (treatment[stream] === "who read it has gone") child[stream]?.destroy();
      else child[stream]?.resume();
    }
    const timers: NodeJS.Timeout[] = [];
    const { signal } = treatment;
    for (const after of signal ? [signal.after, ...(signal.twice ? [signal.after + 30] : [])] : []) {
      timers.push(setTimeout(() => signal && child.kill(signal.name), after));
    }
    const limit = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    const [code, by] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    for (const timer of [...timers, limit]) clearTimeout(timer);
    const names = await namesIn(folder);
    const told = (await runsIn(command)) > before ? { told: await command.lastRun() } : {};
    return {
      ...{ seed, treatment, code, hasEnded: by !== "SIGKILL", ...told },
      zips: await Promise.all(
        names
          .filter((name) => name.endsWith(".zip"))
          .map(async (name) => ({ name, isSound: await isSound(folder, name) })),
      ),
      scraps: names.filter((name) => !name.endsWith(".zip")),
    };
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

async function runsIn(command: Unattended): Promise<number> {
  const { totalCount } = await command.witness().record.getRecords({
    ...{ app: command.appId, query: 'record_type in ("run") limit 1', totalCount: true },
  });
  return Number(totalCount);
}

/** By a tool that is not ours. */
async function isSound(folder: string, name: string): Promise<boolean> {
  return promisify(execFile)("unzip", ["-tqq", path.join(folder, name)]).then(
    () => true,
    () => false,
  );
}
