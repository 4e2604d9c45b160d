/**
 * `npm run types`: has Cybozu's dts-gen write the types of the backup-management app's records, from the app as it is set
 * up in the local kintone.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import { PASSWORD, PEOPLE, startLocalKintone } from "./local-kintone";
import { root } from "./root";

const FILE = path.join(root, "src", "history", "backup-management-app.d.ts");

const { emulator, appId } = await startLocalKintone();
const dtsGen = path.join(root, "node_modules", "@kintone", "dts-gen", "dist", "index.js");
const options = {
  "--base-url": emulator.url,
  "--username": PEOPLE.admin,
  "--password": PASSWORD,
  "--app-id": appId,
  "--type-name": "BackupManagementFields",
  "--output": process.argv[2] ?? FILE,
};
const child = spawn(process.execPath, [dtsGen, ...Object.entries(options).flat()], { stdio: "inherit" });
const [status] = (await once(child, "exit")) as [number | null];
await emulator.close();
process.exitCode = status ?? 1;
