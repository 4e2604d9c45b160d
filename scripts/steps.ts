/** What is looked at before a change lands, and how: `check.ts` does all of it, `quick.ts` what is worth a minute. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import PQueue from "p-queue";
import { root } from "./root";

/** A program of ours or of `node_modules`, with its arguments. */
export type Step = [name: string, command: string, ...args: string[]];

export const ARROWS: Step = [
  "arrows between rooms",
  "depcruise",
  "src",
  "test",
  "scripts",
  "--config",
  ".dependency-cruiser.cjs",
  "--output-type",
  "err",
];
export const UNUSED: Step = ["unused code", "knip"];

/** @param told whether people see at once what the command says, or all of it at the end, in one piece */
export async function carryOut([name, command, ...args]: Step, told: "at once" | "at the end"): Promise<boolean> {
  const began = Date.now();
  const executable = command === "npm" ? command : path.join(root, "node_modules", ".bin", command);
  const atOnce = told === "at once";
  if (atOnce) console.log(`\n── ${name}`);
  const child = spawn(executable, args, {
    cwd: root,
    stdio: atOnce ? "inherit" : ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  const said: Buffer[] = [];
  for (const output of [child.stdout, child.stderr]) output?.on("data", (text: Buffer) => said.push(text));
  const [status] = (await once(child, "close")) as [number | null];
  if (!atOnce) process.stdout.write(`\n── ${name}\n${Buffer.concat(said).toString("utf8")}`);
  console.log(`── ${name}: ${status === 0 ? "ok" : "FAILED"} (${((Date.now() - began) / 1000).toFixed(0)} s)`);
  return status === 0;
}

/** Each is at work on one processor, so two go on at the same time. Resolves to the names of those that failed. */
export async function carryOutSideBySide(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = [];
  const queue = new PQueue({ concurrency: 2 });
  await queue.addAll(
    steps.map((step) => async () => {
      if (!(await carryOut(step, "at the end"))) failed.push(step[0]);
    }),
  );
  return failed;
}
