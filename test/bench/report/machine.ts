import os from "node:os";
import process from "node:process";

/** Where the figures come from. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  /** Where one was used. */
  chromium?: string;
}

export const thisMachine = (chromium: string | undefined): Machine => ({
  processor: os.cpus()[0]?.model.trim() ?? "unknown",
  cores: os.cpus().length,
  memoryGiB: Math.round(os.totalmem() / 1024 ** 3),
  system: `${os.type()} ${os.release()}`,
  node: process.version,
  ...(chromium !== undefined && { chromium }),
});

export const describeMachine = ({ processor, cores, memoryGiB, system, node, chromium }: Machine): string =>
  [
    `${processor}, ${cores} cores, ${memoryGiB} GiB`,
    system,
    `Node ${node.replace("v", "")}`,
    ...(chromium === undefined ? [] : [`Chromium ${chromium}`]),
  ].join(", ");
