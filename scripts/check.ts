/** Everything that must hold before a change lands. `npm test` runs it. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { root } from "./root";
import { ARROWS, type Step, UNUSED, carryOut, carryOutSideBySide } from "./steps";

const REPORT = path.join(root, ".local", "vitest.json");

const REPORTERS = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];

const LOOKS: readonly Step[] = [
  ["lint", "eslint", ".", "--max-warnings", "0"],
  ["formatting", "prettier", "--check", "--log-level", "warn", "."],
  ["build", "npm", "run", "--silent", "build"],
  ["types", "tsc", "--project", "."],
  ARROWS,
  UNUSED,
];

/** After the build, which they try. Judged meanwhile: every answer of the local kintone against Cybozu's own description of the API. */
const TESTS: Step = [
  "tests",
  "tsx",
  "test/conformance/openapi/main.ts",
  "vitest",
  "run",
  // By name: of two that are left out, each would let the other in.
  ...["rooms", "whole", "conformance", "browser", "firefox"].map((project) => `--project=${project}`),
  ...REPORTERS,
];

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}

mkdirSync(path.dirname(REPORT), { recursive: true });
rmSync(REPORT, { force: true }); // the last run's figures must not stand for this one's
const failed = await carryOutSideBySide(LOOKS);
if (!(await carryOut(TESTS, "at once"))) failed.push(TESTS[0]);
if (failed.length > 0) console.log(`\nNot in order: ${failed.join(", ")}.`);
const { numPassedTests, numFailedTests } = existsSync(REPORT)
  ? (JSON.parse(readFileSync(REPORT, "utf8")) as VitestReport)
  : { numPassedTests: 0, numFailedTests: 1 };
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
