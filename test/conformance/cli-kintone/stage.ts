import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { createDomain, type Domain } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";

interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface CliStage {
  domain: Domain;
  emulator: Emulator;
  /** A folder that is gone after the tests. */
  folder: string;
  /** Runs cli-kintone against the domain over https, in the stage's folder or another. Without an account among the options it works as admin. */
  cli(command: string, options: Record<string, string | true | undefined>, workingFolder?: string): Promise<Run>;
  close(): Promise<void>;
}

const binary = path.join(import.meta.dirname, "../../../node_modules/@kintone/cli/cli.js");

/** cli-kintone as it is installed, and a domain over https whose certificate it is told to trust. */
export async function startCliStage(fill: (domain: Domain) => void | Promise<void>): Promise<CliStage> {
  const domain = createDomain();
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  await fill(domain);
  const emulator = await startEmulator({ domain, securePort: 0 });
  const folder = await mkdtemp(path.join(tmpdir(), "cli-kintone-"));
  const certificate = path.join(folder, "certificate.pem");
  await writeFile(certificate, emulator.secure?.certificate ?? "");
  const url = emulator.secure?.url ?? "";
  return {
    domain,
    emulator,
    folder,
    async cli(command, options, workingFolder = folder) {
      const hasAccount = "username" in options || "api-token" in options;
      const account = hasAccount ? {} : { username: "admin", password: "kintone" };
      const all: typeof options = { "base-url": url, ...account, ...options };
      const parameters = Object.entries(all).flatMap(([name, value]) => {
        if (value === undefined) return [];
        return value === true ? [`--${name}`] : [`--${name}`, value];
      });
      const child = spawn(process.execPath, [binary, ...command.split(" "), ...parameters], {
        cwd: workingFolder,
        // vitest's NODE_ENV=test has plugin pack print what it was asked for, instead of packing (lib/src/cli/plugin/pack.js).
        env: { ...process.env, NODE_ENV: undefined, NODE_EXTRA_CA_CERTS: certificate, NO_COLOR: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
      return { status: child.exitCode, stdout, stderr };
    },
    async close() {
      await emulator.close();
      await rm(folder, { recursive: true });
    },
  };
}
