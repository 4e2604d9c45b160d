import { spawnSync } from "node:child_process";
import os from "node:os";
import process from "node:process";

/** Where the figures come from. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  /** As the program names itself; where one was used. */
  browser?: string;
}

/** @param browser the program, where one was used */
export const thisMachine = (browser: string | undefined): Machine => ({
  processor: os.cpus()[0]?.model.trim() ?? "unknown",
  cores: os.cpus().length,
  memoryGiB: Math.round(os.totalmem() / 1024 ** 3),
  system: `${os.type()} ${os.release()}`,
  node: process.version,
  ...(browser !== undefined && { browser: versionOf(browser) }),
});

export const describeMachine = ({ processor, cores, memoryGiB, system, node, browser }: Machine): string =>
  [
    `${processor}, ${cores} cores, ${memoryGiB} GiB`,
    system,
    `Node ${node.replace("v", "")}`,
    ...(browser === undefined ? [] : [browser]),
  ].join(", ");

const versionOf = (browser: string): string =>
  spawnSync(browser, ["--version"], { encoding: "utf8" }).stdout?.trim() || browser;
