import { readFile } from "node:fs/promises";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { japanese } from "../src/history/app-definition/japanese";
import type { Labels } from "../src/history/app-definition/labels";
import { createPasswordConnection } from "../src/kintone/connection/password-connection";
import { createDomain } from "../test/emulator/domain/domain";
import { createPages } from "../test/emulator/pages/server";
import { loadSample } from "../test/emulator/sample/load";
import { sampleTargets } from "../test/emulator/sample/targets";
import { type Emulator, startEmulator } from "../test/emulator/server";
import { openDataFolder } from "../test/emulator/storage/folder";
import { addTargets } from "./add-targets";
import { root } from "./root";
import { readPackedPlugin } from "./setup/packed-plugin";
import { setUp } from "./setup/set-up";

/** Who is who in the sample data. All have the same password. */
export const PEOPLE = { admin: "admin", operator: "sato", auditor: "suzuki" } as const;
export const PASSWORD = "kintone";

/** The local kintone with the sample data, the packed plugin installed, and the backup-management app set up. */
export interface LocalKintone {
  emulator: Emulator;
  /** Of the backup-management app. */
  appId: string;
  pluginId: string;
}

interface LocalKintoneOptions {
  /** 0 takes a free one. */
  port?: number;
  /** A folder that keeps everything across starts. */
  data?: string;
  /** What fields and views of the backup-management app are called; Japanese when left out. */
  labels?: Labels;
}

/**
 * Starts the local kintone and sets it up as an admin would set up a real one: with `npm run setup`.
 * The plugin must have been built and packed.
 */
export async function startLocalKintone(options: LocalKintoneOptions = {}): Promise<LocalKintone> {
  const domain = createDomain();
  const data = options.data === undefined ? undefined : await openDataFolder(options.data, domain);
  if (!data?.wasFilled) await loadSample(domain);
  const emulator = await startEmulator({
    port: options.port ?? 0,
    domain,
    ...(data && { data }),
    pages: createPages,
  });
  const account = { username: PEOPLE.admin, password: PASSWORD };
  const connection = createPasswordConnection({ baseUrl: emulator.url, ...account, userAgent: "local-kintone" });
  const plugin = await readPackedPlugin(await readFile(path.join(root, "dist", "plugin.zip")));
  // A build without a new version replaces what an earlier start left in the data folder.
  const how = { reinstall: true, labels: options.labels ?? japanese };
  const end = await setUp({ connection, user: PEOPLE.admin, plugin, ...how }, () => undefined);
  if (end.kind !== "ready") throw new Error(`The local kintone could not be set up: ${JSON.stringify(end)}`);
  const { appId } = end.app;
  await addTargets(new KintoneRestAPIClient({ baseUrl: emulator.url, auth: account }), appId, sampleTargets);
  return { emulator, appId, pluginId: plugin.id };
}
