import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";
import { root } from "../../scripts/root";

/** Of Debian: `webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1`. */
const PARTS = ["/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb", "/usr/bin/python3"];

export const HAS_WEBKIT = PARTS.every((part) => existsSync(part));

/** What WebKitGTK 2.50 has and keeps switched off. Its private file system has no synchronous handles: they are asked for in vain. */
export const PRIVATE_FILE_SYSTEM = [
  ...["StorageAPI", "StorageAPIEstimate"],
  ...["FileSystem", "AccessHandle", "FileSystemWritableStream"],
];

export interface Webkit {
  driver: WebDriver;
  /** Where saved files appear. */
  downloads: string;
  close(): Promise<void>;
}

/** A WebKitGTK with a new profile, on a screen of its own. */
export async function startWebkit(features: readonly string[]): Promise<Webkit> {
  const profile = await mkdtemp(path.join(tmpdir(), "kbm-webkit-"));
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const display = await firstLine(screen);
  const server = spawn("WebKitWebDriver", [`--port=${PORT}`], {
    env: { ...process.env, DISPLAY: `:${display}`, LANG: "ja_JP.UTF-8" },
    stdio: "ignore",
  });
  const args = [path.join(root, "test", "webkit", "window.py"), "--automation", "--profile", profile];
  const capabilities = new Capabilities({
    browserName: "window.py",
    "webkitgtk:browserOptions": {
      binary: "/usr/bin/python3",
      args: [...args, ...features.flatMap((name) => ["--feature", name])],
    },
  });
  await untilItListens();
  const driver = await new Builder().usingServer(ADDRESS).withCapabilities(capabilities).build();
  return {
    driver,
    downloads: path.join(profile, "downloads"),
    async close() {
      // A window that does not close ends with its screen.
      await driver.quit().catch(() => undefined);
      for (const process of [server, screen]) {
        process.kill();
        if (process.exitCode === null) await once(process, "exit");
      }
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The driver cannot choose one that is free. */
const PORT = 4499;
const ADDRESS = `http://127.0.0.1:${PORT}`;

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("There is nothing to read");
  const [line] = (await once(createInterface(stdout), "line")) as [string];
  return line;
}

async function untilItListens(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(`${ADDRESS}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKitWebDriver does not answer");
}
