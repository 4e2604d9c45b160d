/** Everything that must hold before a change lands. `npm test` runs it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import PQueue from "p-queue";
import { root } from "./root";

const REPORT = path.join(root, ".local", "vitest.json");

const REPORTERS = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];

type Step = [name: string, command: string, ...args: string[]];

/** Each is at work on one processor, so two go on at the same time. */
const LOOKS: readonly Step[] = [
  ["lint", "eslint", ".", "--max-warnings", "0"],
  ["formatting", "prettier", "--check", "--log-level", "warn", "."],
  ["build", "npm", "run", "--silent", "build"],
  ["types", "tsc", "--project", "."],
  [
    "arrows between rooms",
    "depcruise",
    "src",
    "test",
    "scripts",
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "err",
  ],
  ["unused code", "knip"],
];

/** After the build, which they try. Judged meanwhile: every answer of the local kintone against Cybozu's own description of the API. */
const TESTS: Step = [
  "tests",
  "tsx",
  "test/conformance/openapi/main.ts",
  "vitest",
  "run",
  "--project=!heavy",
  ...REPORTERS,
];

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}

/** @param told whether people see at once what the command says, or all of it at the end, in one piece */
async function run([name, command, ...args]: Step, told: "at once" | "at the end"): Promise<boolean> {
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

mkdirSync(path.dirname(REPORT), { recursive: true });
rmSync(REPORT, { force: true }); // the last run's figures must not stand for this one's
const failed: string[] = [];
const queue = new PQueue({ concurrency: 2 });
await queue.addAll(
  LOOKS.map((step) => async () => {
    if (!(await run(step, "at the end"))) failed.push(step[0]);
  }),
);
if (!(await run(TESTS, "at once"))) failed.push(TESTS[0]);
if (failed.length > 0) console.log(`\nNot in order: ${failed.join(", ")}.`);
const { numPassedTests, numFailedTests } = existsSync(REPORT)
  ? (JSON.parse(readFileSync(REPORT, "utf8")) as VitestReport)
  : { numPassedTests: 0, numFailedTests: 1 };
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
