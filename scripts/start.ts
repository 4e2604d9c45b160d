/**
 * `npm start`: a local kintone with the plugin at work, and one unattended run that proves it. Stays until it is stopped;
 * with `--once` it ends after the run, with a status that tells whether that was a success.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { PASSWORD, PEOPLE, startLocalKintone } from "./local-kintone";
import { root } from "./root";

const { values } = parseArgs({
  options: {
    once: { type: "boolean", default: false },
    port: { type: "string", default: "9100" },
    data: { type: "string" },
  },
});

const BACKUPS = path.join(root, "backups");

/** The run exactly as an administrator would start it: the built command, with a file and a log-in. */
async function runUnattended(baseUrl: string, appId: string): Promise<boolean> {
  const file = path.join(root, ".local", "kintone-backup.json");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ baseUrl, app: appId, folder: BACKUPS }, null, 2)}\n`);
  const command = path.join(root, "dist", "headless", "kintone-backup.cjs");
  const child = spawn(process.execPath, [command, "run", "--file", file], {
    stdio: "inherit",
    env: { ...process.env, KINTONE_USERNAME: PEOPLE.operator, KINTONE_PASSWORD: PASSWORD },
  });
  const [status] = (await once(child, "exit")) as [number | null];
  return status === 0;
}

const volumes = async () => new Set((await readdir(BACKUPS).catch(() => [])).filter((name) => name.endsWith(".zip")));

/** The command has read its archive back already; this asks a tool that is not ours, where the machine has one. */
function checkWithAnotherTool(zip: string): boolean {
  for (const [tool, ...args] of [
    ["unzip", "-tq"],
    ["python3", "-m", "zipfile", "-t"],
    ["7z", "t"],
  ] as const) {
    const { status, error } = spawnSync(tool, [...args, zip], { encoding: "utf8" });
    if (error) continue;
    console.log(`${path.relative(root, zip)}: ${tool} finds it ${status === 0 ? "sound" : "DAMAGED"}.`);
    return status === 0;
  }
  console.log("Neither unzip nor Python nor 7z is here: the archive was checked by kintone-backup alone.");
  return true;
}

async function main(): Promise<void> {
  const { emulator, appId } = await startLocalKintone({
    port: values.once ? 0 : Number(values.port),
    ...(values.data && { data: path.resolve(values.data) }),
  });
  console.log("\nOne unattended run, as a schedule would start it:\n");
  const before = await volumes();
  const succeeded = await runUnattended(emulator.url, appId);
  const made = [...(await volumes())].filter((name) => !before.has(name));
  const sound = made.map((name) => checkWithAnotherTool(path.join(BACKUPS, name))).every(Boolean);

  if (values.once) {
    await emulator.close();
    process.exitCode = succeeded && made.length > 0 && sound ? 0 : 1;
    return;
  }
  console.log(`
The local kintone is running. Open the backup-management app:

    ${emulator.url}/k/${appId}/

    operator        ${PEOPLE.operator} / ${PASSWORD}    presses "Run backup now"
    administrator   ${PEOPLE.admin} / ${PASSWORD}   opens the plugin's settings
    auditor         ${PEOPLE.auditor} / ${PASSWORD}  reads the history

Ctrl+C stops it.`);
  // What changed in the last moment is to be in the data folder too.
  process.once("SIGINT", () => {
    void emulator.close();
  });
}

main().catch((thrown: unknown) => {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code !== "EADDRINUSE") throw thrown;
  console.error(`Port ${values.port} is taken. Choose another one: npm start -- --port 9200`);
  process.exitCode = 1;
});
