import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { build } from "esbuild";
import { root } from "../../../scripts/root";
import type { Part } from "../../../src/domain/target";
import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { createDomain, type Domain, type NewApp } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";

/** What came of the command: its exit code, and what it printed to either side. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** What the history says of a run, by the codes of its fields. */
export interface ToldRun {
  status: string;
  lock: string;
  message: string;
  log: string;
  results: Array<{ app: string; status: string; code: string }>;
}

/** The `kintone-backup` command as a process of its own, against a local kintone in this one. */
export interface Unattended {
  readonly domain: Domain;
  /** The backup-management app. */
  readonly appId: string;
  /** A folder that is gone after the tests. */
  readonly place: string;
  /** An app with one file of so many bytes, registered as a target. */
  addTarget(bytes: number, include?: readonly Part[]): string;
  /** The same, with no target for it. */
  addApp(bytes: number, spaceId?: number): string;
  /** A record of a target with these values. Resolves to its id. */
  register(values: Readonly<Record<string, unknown>>): string;
  /** Deletes the records of all targets. */
  forgetTargets(): void;
  /** What a target's record tells, as kintone gives it to the official client. */
  registered(id: string): Promise<Record<string, unknown>>;
  run(folder: string, options?: RunOptions): Promise<Ended>;
  /** Writes a settings file with that folder for the archives; `more` stands beside it, or in its place. Resolves to its path. */
  settingsFile(folder: string, more?: object): Promise<string>;
  /** Starts the command with these arguments and lets it be. `script` is that of a shell, and gets them and the command as `"$@"`. */
  start(args: readonly string[], options?: SpawnOptions & { script?: string }): ChildProcess;
  /** The official client, as who runs the command. */
  witness(): KintoneRestAPIClient;
  /** The newest run, read by the official client. */
  lastRun(): Promise<ToldRun>;
}

interface RunOptions {
  language?: "ja" | "en";
  more?: string[];
  settings?: object;
  /** What Node does before the command: JavaScript. */
  first?: string;
}

/** Builds the command and starts the local kintone when it is opened, and not before. */
export function createUnattended(): Unattended & { open(): Promise<void>; close(): Promise<void> } {
  const domain = createDomain();
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  const properties = formFields(japanese) as unknown as NewApp["properties"];
  const app = domain.addApp({ name: "バックアップ管理", creator: "admin", properties });
  const state = { place: "", command: "", url: "" };

  const scriptFor = async (content: string): Promise<string> => {
    const file = path.join(state.place, "first.cjs");
    await writeFile(file, content);
    return file;
  };

  const registered: number[] = [];
  function addApp(bytes: number, spaceId?: number): string {
    const fields = { 添付: { type: "FILE", code: "添付", label: "添付" } };
    const name = `${bytes} バイト`;
    const added = domain.addApp({
      name,
      creator: "admin",
      properties: fields,
      ...(spaceId !== undefined && { spaceId }),
    });
    const stored = { name: "雑音.bin", contentType: "application/octet-stream", bytes: noise(bytes) };
    added.addRecord({ 添付: { value: [{ fileKey: domain.files.store(stored) }] } });
    return String(added.id);
  }

  function register(values: Readonly<Record<string, unknown>>): string {
    const whole = { record_type: "target", target_enabled: ["enabled"], ...values };
    const cells = Object.entries(whole).map(([code, value]) => [code, { value }]);
    const { id } = app.addRecord(Object.fromEntries(cells) as Parameters<typeof app.addRecord>[0]);
    registered.push(id);
    return String(id);
  }

  const witness = () =>
    new KintoneRestAPIClient({ baseUrl: state.url, auth: { username: "admin", password: "kintone" } });

  let emulator: Emulator | undefined;
  return {
    async open() {
      state.place = await mkdtemp(path.join(tmpdir(), "unattended-"));
      state.command = path.join(state.place, "kintone-backup.cjs");
      await build({
        entryPoints: [path.join(root, "src/entries/command/kintone-backup.ts")],
        ...{ bundle: true, platform: "node", format: "cjs", outfile: state.command, logLevel: "error" },
      });
      emulator = await startEmulator({ domain });
      state.url = emulator.url;
    },
    async close() {
      await emulator?.close();
      await rm(state.place, { recursive: true, force: true });
    },
    domain,
    appId: String(app.id),
    get place() {
      return state.place;
    },
    addTarget(bytes, include) {
      const appId = addApp(bytes);
      register({ target_app_id: appId, ...(include && { target_include: [...include] }) });
      return appId;
    },
    ...{ addApp, register, witness },
    forgetTargets() {
      for (const id of registered.splice(0)) app.records.delete(id);
    },
    async registered(id) {
      const { record } = await witness().record.getRecord({ app: app.id, id });
      return Object.fromEntries(Object.entries(record).map(([code, { value }]) => [code, value]));
    },
    async settingsFile(folder, more = {}) {
      const file = path.join(state.place, "kintone-backup.json");
      const content = { baseUrl: state.url, app: String(app.id), folder, settings: { timeZone: "UTC" }, ...more };
      await mkdir(state.place, { recursive: true });
      await writeFile(file, JSON.stringify(content));
      return file;
    },
    start(args, { script = 'exec "$@"', ...options } = {}) {
      const env = { ...process.env, KINTONE_USERNAME: "admin", KINTONE_PASSWORD: "kintone", ...options.env };
      return spawn("sh", ["-c", script, "sh", process.execPath, state.command, ...args], { ...options, env });
    },
    async run(folder, { language = "en", more = [], settings: chosen = {}, first } = {}) {
      const file = await this.settingsFile(folder, { settings: { timeZone: "UTC", ...chosen } });
      const env = first !== undefined ? { NODE_OPTIONS: `--require ${await scriptFor(first)}` } : {};
      return endOf(this.start(["run", "--file", file, "--lang", language, ...more], { env }));
    },
    async lastRun() {
      const query = 'record_type in ("run") order by $id desc limit 1';
      const [run] = (await witness().record.getRecords({ app: app.id, query })).records as unknown as [Cells];
      const [log] = run.run_log?.value as Array<{ fileKey: string }>;
      return {
        ...{ status: textOf(run, "run_status"), lock: textOf(run, "run_lock"), message: textOf(run, "run_message") },
        log: log ? new TextDecoder().decode(await witness().file.downloadFile(log)) : "",
        results: (run.run_results?.value as Array<{ value: Cells }>).map(({ value }) => ({
          app: textOf(value, "result_app_id"),
          status: textOf(value, "result_status"),
          code: textOf(value, "result_error_code"),
        })),
      };
    },
  };
}

/** Whose outputs nobody else has is read to the end. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  const ended = { code: null as number | null, out: "", err: "" };
  child.stdout?.on("data", (text) => (ended.out += String(text)));
  child.stderr?.on("data", (text) => (ended.err += String(text)));
  [ended.code] = (await once(child, "close")) as [number | null];
  return ended;
}

type Cells = Record<string, { value: unknown } | undefined>;

function textOf(cells: Cells, code: string): string {
  return String(cells[code]?.value ?? "");
}

/** What no compression makes smaller. */
function noise(bytes: number): Uint8Array {
  const content = new Uint8Array(bytes);
  let state = bytes;
  for (let at = 0; at < bytes; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    content[at] = state >>> 24;
  }
  return content;
}

/** Names in a folder; none when it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
