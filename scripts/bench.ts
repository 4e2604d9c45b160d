/** `npm run bench`: see `--help`. Builds first, unless the last build is newer than everything that it came from. */
import { spawnSync } from "node:child_process";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { type BenchOptions, USAGE, readOptions } from "../test/bench/options";
import { describeMachine } from "../test/bench/report/machine";
import { table } from "../test/bench/report/table";
import { runBench } from "../test/bench/run-bench";
import { root } from "./root";

const SOURCES = ["src", "plugin", "manifest.json", "package-lock.json", "webpack.config.js"];
const BUILT = ["dist/plugin.zip", "dist/headless/kintone-backup.cjs"];

const tell = (text: string) => process.stderr.write(`${text}\n`);

async function changedAt(name: string): Promise<number> {
  const place = path.join(root, name);
  const entry = await stat(place).catch(() => undefined);
  if (!entry?.isDirectory()) return entry?.mtimeMs ?? 0;
  const inside = await readdir(place, { recursive: true });
  return Math.max(...(await Promise.all(inside.map(async (file) => (await stat(path.join(place, file))).mtimeMs))));
}

async function build(): Promise<void> {
  const newest = Math.max(...(await Promise.all(SOURCES.map(changedAt))));
  const oldest = Math.min(...(await Promise.all(BUILT.map(changedAt))));
  if (oldest > newest) return;
  tell("building");
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("The build failed.");
}

async function main(options: BenchOptions): Promise<void> {
  await build();
  const result = await runBench(options, tell);
  const { rows, machine, limit, broken } = result;
  const json = path.resolve(root, options.json);
  await mkdir(path.dirname(json), { recursive: true });
  await writeFile(json, `${JSON.stringify(result, undefined, 2)}\n`);
  console.log(`\n${table(rows)}\n${describeMachine(machine)}`);
  console.log(`The limit is a loop that asks for ${limit}; it throws the answers away.`);
  for (const { part, reason } of broken) console.log(`${part} BROKE: ${reason}`);
  console.log(`${result.seconds.toFixed(0)} seconds in all; figures in ${path.relative(root, json)}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

process.once("SIGINT", () => process.exit(130));
try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") console.log(USAGE);
  else await main(options);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 1;
}
