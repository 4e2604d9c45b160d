import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { root } from "../../scripts/root";

/** What came of the command: its exit code (none when it was killed) and all that it wrote. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Invocation {
  args: readonly string[];
  environment: Readonly<Record<string, string>>;
  /** The process is killed when this is true. */
  killWhen?: () => boolean;
}

/**
 * Makes the `kintone-backup` command of the sources in `folder`: the real one, in a process of its own, but its pauses
 * between attempts are a hundredth, or a lost connection would be waited for by a test that asks only what is told of it.
 */
export async function makeCommand(folder: string): Promise<(invocation: Invocation) => Promise<Ended>> {
  const program = path.join(folder, "kintone-backup.cjs");
  await build({
    entryPoints: [path.join(root, "src/entries/command/kintone-backup.ts")],
    ...{ bundle: true, platform: "node", format: "cjs", outfile: program, logLevel: "error" },
    banner: {
      js: "const wait = globalThis.setTimeout; globalThis.setTimeout = (work, ms, ...given) => wait(work, ms / 100, ...given);",
    },
  });
  return ({ args, environment, killWhen }) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, ...args], { env: { ...environment } });
      const said = { out: "", err: "" };
      child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString("utf8")));
      child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString("utf8")));
      const watch = setInterval(() => killWhen?.() && child.kill("SIGKILL"), 10);
      child.on("error", reject).on("close", (code) => {
        clearInterval(watch);
        resolve({ code, ...said });
      });
    });
}
