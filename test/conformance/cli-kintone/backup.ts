import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { NO_KEYS } from "../../../src/archive/encryption/keys";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { readPackedPlugin } from "../../../scripts/setup/packed-plugin";
import { setUp } from "../../../scripts/setup/set-up";
import { targetFolder } from "../../../src/archive/names";
import type { KintoneRecord } from "../../../src/archive/records/kintone-app";
import type { RunOutcome } from "../../../src/domain/outcome";
import { runOnNode } from "../../../src/entries/command/run";
import { japanese } from "../../../src/history/app-definition/japanese";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { messagesFor } from "../../../src/screens/text/run/language";
import type { CommandFile } from "../../../src/settings/command-file";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/settings/settings";
import type { App } from "../../emulator/domain/app";
import { UNPACKERS, unpack } from "../archive/trees";
import { packPlugin } from "../plugin-package";
import type { CliStage } from "./stage";

/** Who backs up. */
export const ACCOUNT = { username: "admin", password: "kintone" };

/** What a run brought, unpacked with unzip. */
export interface Backup {
  outcome: RunOutcome;
  /** What the command was told; its folder has the zips. */
  file: CommandFile;
  /** The folder of an app. */
  folderOf(app: App): string;
  csv(app: App): Promise<string>;
  /** Paths of `records.csv` and the files behind it, in their order. */
  csvFiles(app: App): Promise<string[]>;
  /** The lines of `records.jsonl` and the files behind it. */
  lines(app: App): Promise<string[]>;
  records(app: App): Promise<KintoneRecord[]>;
  /** One of the files below `settings/`. */
  setting<Answer>(app: App, endpoint: string): Promise<Answer>;
}

/** With the settings that everybody begins with, but for these. */
export type BackUp = (apps: readonly App[], settings?: Partial<Settings>) => Promise<Backup>;

/** Creates the backup-management app; then each call is one run of what `kintone-backup` starts, over these apps alone. */
export async function prepareBackups(stage: CliStage): Promise<BackUp> {
  const client = clientOf(stage);
  const plugin = await readPackedPlugin((await packPlugin(1)).plugin);
  const connection = createPasswordConnection({ baseUrl: stage.emulator.url, ...ACCOUNT, userAgent: "test" });
  const end = await setUp({ connection, user: ACCOUNT.username, plugin, labels: japanese }, () => undefined);
  if (end.kind !== "ready") throw new Error(end.kind);
  const { appId } = end.app;

  return async (apps, settings) => {
    const former = await client.record.getAllRecords({ app: appId, condition: 'record_type in ("target")' });
    await client.record.deleteAllRecords({
      app: appId,
      records: former.map(({ $id }) => ({ id: String($id?.value) })),
    });
    await client.record.addAllRecords({ app: appId, records: apps.map((app) => targetOf(app, stage)) });
    const folder = await mkdtemp(path.join(stage.folder, "archive-"));
    const all = { ...DEFAULT_SETTINGS, ...settings };
    const places = [{ kind: "folder" as const, name: "folder", path: folder }];
    const file: CommandFile = { baseUrl: stage.emulator.url, app: appId, folder, places, settings: all };
    const outcome = await runOnNode(file, ACCOUNT, {
      messages: messagesFor("en"),
      pluginVersion: "1",
      report: () => undefined,
      resume: false,
      keys: NO_KEYS,
      note: () => undefined,
      signal: new AbortController().signal,
    });
    return unpacked(outcome, file, stage);
  };
}

/** Signed in as who backs up. */
export const clientOf = (stage: CliStage): KintoneRestAPIClient =>
  new KintoneRestAPIClient({ baseUrl: stage.emulator.url, auth: ACCOUNT });

/** Every field is backed up on purpose, also one whose made-up numbers happen to look like somebody's My Number. */
function targetOf(app: App, stage: CliStage) {
  const fields = Object.values(app.settings.properties);
  const codes = fields.flatMap((field) => [field.code, ...Object.keys(field.fields ?? {})]);
  return {
    record_type: { value: "target" },
    target_app_id: { value: String(app.id) },
    target_guest_space_id: { value: guestSpaceOf(app, stage) ?? "" },
    target_enabled: { value: ["enabled"] },
    // Comments have no part in what cli-kintone reads or writes.
    target_include: { value: ["records", "attachments", "settings"] },
    target_included_identifiers: { value: codes.join("\n") },
  };
}

/** The id of the guest space that an app is in. */
export function guestSpaceOf(app: App, { domain }: CliStage): string | undefined {
  const space = domain.spaces.byId.get(app.spaceId ?? 0);
  return space?.isGuest ? String(space.id) : undefined;
}

async function unpacked(outcome: RunOutcome, file: CommandFile, stage: CliStage): Promise<Backup> {
  const tree = await mkdtemp(path.join(stage.folder, "unpacked-"));
  const volumes = (await readdir(file.folder)).filter((name) => name.endsWith(".zip"));
  for (const name of volumes) unpack(UNPACKERS[0]!, path.join(file.folder, name), tree);
  const folderOf = (app: App) => {
    const guestSpaceId = guestSpaceOf(app, stage);
    return path.join(tree, targetFolder({ appId: String(app.id), ...(guestSpaceId && { guestSpaceId }) }));
  };
  const filesOf = async (app: App, extension: "jsonl" | "csv") => {
    const names = await readdir(folderOf(app));
    const nameOf = (number: number) => `records${number === 1 ? "" : `-${number}`}.${extension}`;
    const found: string[] = [];
    while (names.includes(nameOf(found.length + 1))) found.push(path.join(folderOf(app), nameOf(found.length + 1)));
    return found;
  };
  const lines = async (app: App) => {
    const texts = await Promise.all((await filesOf(app, "jsonl")).map((each) => readFile(each, "utf8")));
    return texts.join("").split("\n").slice(0, -1);
  };
  return {
    ...{ outcome, file },
    folderOf,
    csv: (app) => readFile(path.join(folderOf(app), "records.csv"), "utf8"),
    csvFiles: (app) => filesOf(app, "csv"),
    lines,
    records: async (app) => (await lines(app)).map((line) => JSON.parse(line) as KintoneRecord),
    async setting<Answer>(app: App, endpoint: string) {
      const setting = path.join(folderOf(app), "settings", `${endpoint}.json`);
      return JSON.parse(await readFile(setting, "utf8")) as Answer;
    },
  };
}
