import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/**
 * By which a process is asked to end and may still do something: somebody presses Ctrl+C, Ctrl+\ or, on Windows, Ctrl+Break; a scheduler or a
 * shutdown; a terminal, an SSH connection or a console that is closed; a limit of time (`perl -e 'alarm …; exec …'` where there is no
 * `timeout`) or of computing time; a batch system's warning before it kills (SIGUSR2), or whoever chose another that ends what does not
 * listen; a battery that is nearly empty. Those that a system does not know never come. SIGUSR1 opens Node's debugger, and ends nothing.
 */
const SIGNALS = [
  ...(["SIGINT", "SIGQUIT", "SIGBREAK", "SIGTERM", "SIGHUP", "SIGALRM", "SIGVTALRM", "SIGXCPU"] as const),
  ...(["SIGUSR2", "SIGIO", "SIGSTKFLT", "SIGPWR"] as const),
];

/**
 * Calls `end` for the first of them, and keeps the process alive through all that follow: a terminal that is closed sends SIGHUP twice, from
 * the system and from the shell, and what was begun is to be brought to its end. That is never long; SIGKILL is for whoever cannot wait.
 */
export function onEndingSignal(end: () => void): void {
  let isEnding = false;
  const hear = (signal: NodeJS.Signals) => {
    if (isEnding || (signal === "SIGHUP" && outlivesTerminal())) return;
    isEnding = true;
    end();
  };
  for (const signal of SIGNALS) process.on(signal, hear);
}

/**
 * Whether the command was started so that it goes on when its terminal is closed. `nohup` has SIGHUP ignored, which a program inherits; but
 * Node undoes that before anything else (`ResetSignalHandlers` in its `src/node.cc`; seen in `SigIgn` of /proc). Two traces are left: shells name
 * what they start in `_`, and a script with `trap '' HUP` still ignores it itself.
 */
function outlivesTerminal(): boolean {
  return path.basename(process.env._ ?? "") === "nohup" || parentIgnoresHangUp();
}

/** Only Linux tells. */
function parentIgnoresHangUp(): boolean {
  const SIGHUP_BIT = 1n;
  try {
    const [, ignored = "0"] =
      /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${process.ppid}/status`, "utf8")) ?? [];
    return (BigInt(`0x${ignored}`) & SIGHUP_BIT) !== 0n;
  } catch {
    return false;
  }
}
