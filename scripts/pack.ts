/** `dist/plugin/` with everything that the manifest names, then `dist/plugin.zip`, signed. Run after webpack. */
import { generateKeyPairSync } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { packPluginFromManifest } from "@kintone/plugin-packer/from-manifest";
import manifest from "../manifest.json";
import { makeDecryptPage } from "./decrypt-page";
import { root } from "./root";

/** The key decides the plugin's id: whoever has it can publish updates. It stays out of version control. */
const KEY_FILE = path.join(root, "private.ppk");

const folder = path.join(root, "dist", "plugin");

/** What a list loads is loaded on every visit, pressed button or not: that of the backup-management app, and that of a target. */
const BUDGETS = [
  { what: "the first desktop file", files: ["plugin/js/desktop.js"], bytes: 60 * 1024 },
  { what: "all desktop files", files: manifest.desktop.js.map((file) => `plugin/${file}`), bytes: 400 * 1024 },
  { what: "the line in the lists of target apps", files: ["customize/kbm-backup-status.js"], bytes: 15 * 1024 },
];

async function privateKey(): Promise<string> {
  if (!existsSync(KEY_FILE)) {
    // kintone's plugins are signed with RSA 1024 (@kintone/plugin-packer, src/sign.ts); a longer key would be refused.
    const { privateKey: made } = generateKeyPairSync("rsa", {
      modulusLength: 1024,
      privateKeyEncoding: { type: "pkcs1", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    await writeFile(KEY_FILE, made, { mode: 0o600 });
    console.log("Made private.ppk: keep it, or the next build will be another plugin to kintone.");
  }
  return readFile(KEY_FILE, "utf8");
}

/** What all pages share goes into the file of each: another file would be another request on every visit. */
async function joinStyles(pages: readonly string[]): Promise<void> {
  const shared = path.join(folder, "css", "ui.css");
  const styles = await readFile(shared, "utf8");
  for (const page of pages) {
    const file = path.join(folder, page);
    await writeFile(file, `${styles}\n${await readFile(file, "utf8")}`);
  }
  await rm(shared);
}

async function checkBudget({ what, files, bytes }: (typeof BUDGETS)[number]): Promise<void> {
  let size = 0;
  for (const file of files) size += gzipSync(await readFile(path.join(root, "dist", file))).length;
  const share = `${(size / 1024).toFixed(1)} KiB gzip of ${bytes / 1024}`;
  if (size > bytes) throw new Error(`Over budget: ${what}, ${share}`);
  console.log(`${what}: ${share}`);
}

await makeDecryptPage();
await mkdir(folder, { recursive: true });
await cp(path.join(root, "plugin"), folder, { recursive: true });
await cp(path.join(root, "manifest.json"), path.join(folder, "manifest.json"));
await joinStyles([...manifest.desktop.css, ...manifest.config.css]);
for (const budget of BUDGETS) await checkBudget(budget);
const { plugin, id } = await packPluginFromManifest(path.join(folder, "manifest.json"), await privateKey());
await writeFile(path.join(root, "dist", "plugin.zip"), plugin);
console.log(`dist/plugin.zip: plugin ${id}`);
