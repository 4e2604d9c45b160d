import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { root } from "../../../scripts/root";
import { drain } from "../limit/drain";
import { pageRequests } from "../limit/needed-requests";
import { ACCOUNT, ACCOUNT_HEADER } from "./account";
import { type BenchApp, type Catalogue, countOf } from "./catalogue";

/** The local kintone in its own process, and what the bench does to it between runs. */
export interface BenchKintone extends Catalogue {
  /** Every answer of the REST API comes so much later; 0: at once. */
  delay(milliseconds: number): Promise<void>;
  /** These apps are the targets from now on, and no others: everything of them but comments, which cost a request for each record. */
  setTargets(apps: readonly BenchApp[]): Promise<void>;
  /** Has every page of records made once, so that whoever comes first does not pay for it. */
  warmUp(apps: readonly BenchApp[]): Promise<void>;
  /** Changes every hundredth record, as an editor would. */
  changeOnePercent(app: BenchApp): Promise<void>;
  /** A page of the list as it is after some weeks, with the plugin and without it. */
  addEarlierRuns(count: number): Promise<void>;
  /** How many runs the history has that have an end. */
  runsEnded(): Promise<number>;
  /** @throws when the newest run of the history is not a success that holds all of these apps, record for record and file for file */
  expectWholeRun(apps: readonly BenchApp[]): Promise<void>;
  close(): Promise<void>;
}

/** @param folder for its catalogue */
export async function startBenchKintone(folder: string, quick: boolean): Promise<BenchKintone> {
  const file = path.join(folder, "catalogue.json");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "process.ts"), file, quick ? "quick" : "full"],
    { cwd: root, stdio: ["pipe", "pipe", "inherit"] },
  );
  await ready(child);
  const catalogue = JSON.parse(await readFile(file, "utf8")) as Catalogue;
  const client = new KintoneRestAPIClient({ baseUrl: catalogue.url, auth: ACCOUNT });
  const { backupApp } = catalogue;

  async function control(method: string, what: string, body?: unknown): Promise<void> {
    const answer = await fetch(`${catalogue.url}/emulator/${what}`, { method, body: JSON.stringify(body) ?? null });
    if (!answer.ok) throw new Error(`${method} /emulator/${what}: ${answer.status}`);
  }

  return {
    ...catalogue,

    async delay(milliseconds) {
      await control("DELETE", "faults");
      if (milliseconds > 0) await control("POST", "faults", { when: {}, do: { kind: "latency", milliseconds } });
    },

    async setTargets(apps) {
      const known = await client.record.getAllRecords({ app: backupApp, condition: 'record_type in ("target")' });
      await client.record.deleteAllRecords({
        app: backupApp,
        records: known.map(({ $id }) => ({ id: String($id?.value) })),
      });
      await client.record.addAllRecords({
        app: backupApp,
        records: apps.map(({ appId }) => ({
          record_type: { value: "target" },
          target_app_id: { value: appId },
          target_enabled: { value: ["enabled"] },
          target_include: { value: ["records", "attachments", "settings"] },
        })),
      });
    },

    async warmUp(apps) {
      const lists = [pageRequests(apps).map((address) => `${catalogue.url}${address}`)];
      await drain({ lists, atOnce: 4, headers: ACCOUNT_HEADER });
    },

    async changeOnePercent({ appId, records }) {
      for (let id = 1; id <= records; id += 100) {
        const record = { 所見: { value: `再検査済み ${id}` } };
        await control("POST", "events", { name: "record-changed", app: Number(appId), id, record });
      }
    },

    async addEarlierRuns(count) {
      const records = Array.from({ length: count }, (_, number) => ({
        record_type: { value: "run" },
        run_id: { value: `earlier-${number}` },
        run_status: { value: number % 7 === 3 ? "partial" : "success" },
        run_trigger: { value: "button" },
        run_operator_name: { value: "佐藤 花子" },
        run_records: { value: 100_000 },
      }));
      for (const app of [backupApp, catalogue.bareApp]) await client.record.addAllRecords({ app, records });
    },

    async runsEnded() {
      const query = 'record_type in ("run") and run_status not in ("running") limit 1';
      const { totalCount } = await client.record.getRecords({ app: backupApp, query, totalCount: true });
      return Number(totalCount);
    },

    async expectWholeRun(apps) {
      const query = 'record_type in ("run") order by $id desc limit 1';
      const { records } = await client.record.getRecords({ app: backupApp, query });
      const told = (code: string) => records[0]?.[code]?.value;
      const found = {
        status: told("run_status"),
        records: Number(told("run_records")),
        files: Number(told("run_attachments")),
      };
      const { records: wanted, files } = countOf(apps);
      const isWhole = found.status === "success" && found.records === wanted && found.files === files;
      if (!isWhole) {
        const all = JSON.stringify({ ...found, message: told("run_message") });
        throw new Error(`The run is not what it must be: ${all}, wanted ${wanted} records and ${files} files`);
      }
    },

    async close() {
      const exited = once(child, "exit");
      child.kill();
      await exited;
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  const lines = createInterface({ input: child.stdout! });
  const line = await Promise.race([once(lines, "line"), once(child, "exit").then(() => undefined)]);
  if (!line) throw new Error("The local kintone of the bench did not start.");
}
