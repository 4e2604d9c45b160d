import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, closeSync } from "node:fs";
import process from "node:process";
import { ACCOUNT } from "../kintone/account";
import { watchPeak } from "../measures/process-memory";

interface Ended {
  seconds: number;
  /** The most memory that the process had, in bytes. */
  peak: number;
}

/**
 * Runs a Node program to its end, signed in by its environment.
 *
 * @param output file for what it prints
 * @throws unless it ends with 0
 */
export async function runNode(args: readonly string[], output: string): Promise<Ended> {
  const out = openSync(output, "w");
  try {
    const began = performance.now();
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", out, "pipe"],
      env: {
        ...process.env,
        KINTONE_USERNAME: ACCOUNT.username,
        KINTONE_PASSWORD: ACCOUNT.password,
        LANG: "en_US.UTF-8",
      },
    });
    const peak = watchPeak(child.pid ?? 0);
    let said = "";
    child.stderr?.on("data", (text: Buffer) => (said = (said + text.toString()).slice(-2000)));
    const [code] = (await once(child, "close")) as [number | null];
    const seconds = (performance.now() - began) / 1000;
    const most = peak.stop();
    if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${said}`);
    return { seconds, peak: most };
  } finally {
    closeSync(out);
  }
}
