/** Everything that must hold before a change lands, in the order in which it tells most soonest. `npm test` runs it. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { root } from "./root";

const REPORT = path.join(root, ".local", "vitest.json");

const REPORTERS = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];

const STEPS: ReadonlyArray<[name: string, command: string, ...args: string[]]> = [
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
  // Judged meanwhile: every answer of the local kintone against Cybozu's own description of the API.
  ["tests", "tsx", "test/conformance/openapi/main.ts", "vitest", "run", "--project=!heavy", ...REPORTERS],
];

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}

function run([name, command, ...args]: (typeof STEPS)[number]): boolean {
  const began = Date.now();
  console.log(`\n── ${name}`);
  const executable = command === "npm" ? command : path.join(root, "node_modules", ".bin", command);
  const { status } = spawnSync(executable, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  console.log(`── ${name}: ${status === 0 ? "ok" : "FAILED"} (${((Date.now() - began) / 1000).toFixed(0)} s)`);
  return status === 0;
}

mkdirSync(path.dirname(REPORT), { recursive: true });
rmSync(REPORT, { force: true }); // the last run's figures must not stand for this one's
const failed = STEPS.filter((step) => !run(step)).map(([name]) => name);
if (failed.length > 0) console.log(`\nNot in order: ${failed.join(", ")}.`);
const { numPassedTests, numFailedTests } = existsSync(REPORT)
  ? (JSON.parse(readFileSync(REPORT, "utf8")) as VitestReport)
  : { numPassedTests: 0, numFailedTests: 1 };
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
