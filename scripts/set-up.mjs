/**
 * Makes a fresh clone ready, then runs what was asked: `node scripts/set-up.mjs [--browser] [--firefox] -- <npm script> [args]`.
 * Uses nothing but Node, because it runs before anything is installed. Says what it does in plain lines.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { findBrowser, findFirefox } from "./browser.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const say = (line) => console.log(`[set-up] ${line}`);

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`[set-up] Node ${process.versions.node} is too old: this project needs Node 20.19 or newer.`);
  process.exit(1);
}

/** npm as this Node's own installation brings it, so that no shell and no PATH is involved. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js")
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
}

/** Installs when the lock file is not the one that the present `node_modules` came from. */
function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  const stamp = path.join(root, "node_modules", ".installed-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("installing packages (the lock file is new or has changed) …");
  const { status } = npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
  if (status !== 0) {
    console.error("[set-up] npm could not install the packages; its own message is above.");
    process.exit(status ?? 1);
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
  say("packages are installed.");
}

function main([...args]) {
  requireNode();
  installPackages();
  const environment = { ...process.env };
  if (args[0] === "--browser") {
    args.shift();
    environment.KBM_CHROMIUM = findBrowser(root, say);
  }
  if (args[0] === "--firefox") {
    args.shift();
    const firefox = findFirefox(say);
    if (firefox) environment.KBM_FIREFOX = firefox;
  }
  const [separator, script, ...rest] = args;
  if (separator !== "--" || !script) return;
  Object.assign(process.env, environment);
  const { status } = npm("run", "--silent", script, "--", ...rest);
  process.exitCode = status ?? 1;
}

main(process.argv.slice(2));
