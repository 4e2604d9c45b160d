/** Finds a Chromium for the browser tests, or gets one. Nothing but Node: `set-up.mjs` runs before packages are there. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

/** The last version that runs on Node 20; it carries a browser inside the package. */
const CARRIED_BROWSER = "@sparticuz/chromium@147.0.0";

const INSTALLED_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const INSTALLED_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

function installed(names, paths) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...candidates, ...paths].find((candidate) => existsSync(candidate));
}

const installedBrowser = () => installed(INSTALLED_NAMES, INSTALLED_PATHS);

function runs(executable) {
  return spawnSync(executable, ["--version"], { encoding: "utf8", timeout: 30_000 }).status === 0;
}

/** Debian and Ubuntu, as root: the distribution's own package, with a font that has Japanese. */
function installDebianPackage(say) {
  if (!mayInstall()) return undefined;
  say("no browser found: installing Debian's packages chromium and fonts-noto-cjk …");
  installPackages("chromium", "fonts-noto-cjk", "unzip");
  return installedBrowser();
}

const mayInstall = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

function installPackages(...names) {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: environment });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...names);
}

const FIREFOX_NAMES = ["firefox-esr", "firefox"];
const FIREFOX_PATHS = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** The path of a Firefox that starts, for the journeys that are tried in it too; nothing, with a line that says so, when there is none to be had. */
export function findFirefox(say) {
  const named = process.env.KBM_FIREFOX;
  const found = named ?? installed(FIREFOX_NAMES, FIREFOX_PATHS) ?? installDebianFirefox(say);
  if (found && runs(found)) {
    say(`Firefox is tried as ${found}.`);
    return found;
  }
  say(
    `${found ? `${found} does not start` : "no Firefox found or installable"}: what is tried in it is skipped. KBM_FIREFOX names one.`,
  );
  return undefined;
}

function installDebianFirefox(say) {
  if (!mayInstall()) return undefined;
  say("no Firefox found: installing Debian's package firefox-esr …");
  installPackages("firefox-esr");
  return installed(FIREFOX_NAMES, FIREFOX_PATHS);
}

/** A browser inside an npm package, for machines where nothing may be installed. Kept out of the lock file: it is large. */
function installCarriedBrowser(root, say) {
  say(`no browser could be installed: fetching one inside the npm package ${CARRIED_BROWSER} …`);
  const folder = path.join(root, ".local", "browser");
  const npm = spawnSync("npm", ["install", "--no-save", "--prefix", folder, "--loglevel=error", CARRIED_BROWSER], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) return undefined;
  const entry = pathToFileURL(path.join(folder, "node_modules/@sparticuz/chromium/build/esm/index.js")).href;
  const unpack = `import(${JSON.stringify(entry)}).then((m) => m.default.executablePath()).then((p) => console.log(p))`;
  const unpacked = spawnSync(process.execPath, ["--input-type=module", "-e", unpack], {
    encoding: "utf8",
    env: { ...process.env, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" },
  });
  return unpacked.stdout.trim().split("\n").pop() || undefined;
}

/** The path of a Chromium or Chrome that starts. Ends the process with an explanation when there is none to be had. */
export function findBrowser(root, say) {
  const named = process.env.KBM_CHROMIUM;
  if (named) {
    if (runs(named)) {
      say(`browser tests use ${named} (from KBM_CHROMIUM).`);
      return named;
    }
    console.error(`[set-up] KBM_CHROMIUM names ${named}, which does not start.`);
    process.exit(1);
  }
  const found = installedBrowser() ?? installDebianPackage(say) ?? installCarriedBrowser(root, say);
  if (found) {
    say(`browser tests use ${found}.`);
    return found;
  }
  console.error("[set-up] No Chromium or Chrome found or installable. Install one, or set KBM_CHROMIUM to its path.");
  process.exit(1);
}
