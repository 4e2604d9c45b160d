/**
 * The local kintone of the bench, in a process of its own. Sets itself up, writes its catalogue to the file that it is given,
 * and says so with a line.
 *
 *   tsx process.ts <catalogue file> [quick]
 */
import { writeFile } from "node:fs/promises";
import process from "node:process";
import { createDomain } from "../../emulator/domain/domain";
import { createPages } from "../../emulator/pages/server";
import { startEmulator } from "../../emulator/server";
import { buildApp } from "../sets/build-app";
import { type SetName, type SetPlan, setPlans } from "../sets/plan";
import { ACCOUNT } from "./account";
import type { BenchApp, Catalogue } from "./catalogue";
import { prepareBackupApp } from "./prepare-backup-app";
import { runSettings } from "./run-settings";

const [catalogueFile, size] = process.argv.slice(2);
const domain = createDomain();
const { username, password } = ACCOUNT;
domain.people.addUser({ code: username, name: "管理者", password, systemAdministrator: true });
for (const [code, name] of [
  ["sato", "佐藤"],
  ["suzuki", "鈴木"],
] as const) {
  domain.people.addUser({ code, name, password });
}

const build = (plan: SetPlan): BenchApp[] =>
  plan.map((app): BenchApp => {
    const { app: built, files } = buildApp(domain, app, username);
    return {
      appId: String(built.id),
      records: app.records,
      files: files.map(({ fileKey, content }) => ({ fileKey, size: content.size })),
    };
  });
const sets = Object.fromEntries(
  Object.entries(setPlans(size === "quick")).map(([name, plan]) => [name, build(plan)]),
) as Record<SetName, BenchApp[]>;

const emulator = await startEmulator({
  domain,
  securePort: 0,
  pages: (context) => createPages(context, { withoutContentSecurityPolicy: true }),
});
const { appId: backupApp, pluginId } = await prepareBackupApp(emulator.url);
const managing = domain.apps.get(Number(backupApp))!;
managing.change({
  plugins: managing.preview.plugins.map((plugin) =>
    plugin.id === pluginId ? { ...plugin, config: { settings: JSON.stringify(runSettings()) } } : plugin,
  ),
});
managing.deploy(username);
const bare =
  managing && domain.addApp({ name: "プラグインなし", creator: username, properties: managing.settings.properties });
bare.change({ views: managing.settings.views });
bare.deploy(username);
const catalogue: Catalogue = {
  ...{ url: emulator.url, secureUrl: emulator.secure?.url ?? "" },
  ...{ backupApp, bareApp: String(bare.id), sets },
};
await writeFile(catalogueFile ?? "", JSON.stringify(catalogue));
process.stdout.write("ready\n");

// Whoever started it is gone: nobody else will end it.
process.stdin.resume().once("end", () => process.exit(0));
