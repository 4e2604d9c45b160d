/**
 * `npm run quick`: what is worth a minute before every commit. It looks at types, lint, arrows and unused code, and runs the tests that
 * what has changed can reach, as vitest follows the imports; none that needs a browser or the build. `npm test` stays the whole truth.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { root } from "./root";
import { ARROWS, type Step, UNUSED, carryOut, carryOutSideBySide } from "./steps";

/** What the tools remember from one time to the next. */
const MEMORY = path.join(root, ".local", "quick");

const git = (...args: string[]) => spawnSync("git", args, { cwd: root, encoding: "utf8" });

/** What the main branch was when this work began; where there is no remote, the last commit. */
function base(): string {
  const common = git("merge-base", "origin/main", "HEAD");
  return common.status === 0 ? common.stdout.trim() : "HEAD";
}

/** Those that differ and are still there, new ones too. */
function changedFiles(since: string): string[] {
  const changed = git("diff", "--name-only", "--diff-filter=d", since);
  const added = git("ls-files", "--others", "--exclude-standard");
  if (changed.status !== 0 || added.status !== 0) throw new Error(`git: ${changed.stderr}${added.stderr}`);
  return `${changed.stdout}${added.stdout}`.split("\n").filter(Boolean);
}

const since = base();
const files = changedFiles(since);
const code = files.filter((file) => /\.[cm]?[jt]sx?$/.test(file));
console.log(`${files.length} files differ from ${since}`);

const remembering = (name: string) => path.join(MEMORY, name);
const LOOKS: Step[] = [
  ["types", "tsc", "--project", ".", "--incremental", "--tsBuildInfoFile", remembering("types.tsbuildinfo")],
  ARROWS,
  UNUSED,
];
const OF_FILES: Step[] = [
  ["lint", "eslint", "--max-warnings", "0", "--cache", "--cache-location", remembering("lint"), ...code],
  ["formatting", "prettier", "--check", "--log-level", "warn", "--ignore-unknown", ...files],
];
const TESTS: Step = ["tests of what has changed", "vitest", "run", "--project", "rooms", "--changed", since];

mkdirSync(MEMORY, { recursive: true });
const failed = await carryOutSideBySide([...LOOKS, ...(code.length > 0 ? OF_FILES : [])]);
if (!(await carryOut([...TESTS, "--passWithNoTests"], "at once"))) failed.push(TESTS[0]);
console.log(failed.length > 0 ? `\nNot in order: ${failed.join(", ")}.` : "\nIn order, as far as this can tell.");
process.exitCode = failed.length > 0 ? 1 : 0;
