import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addTargets } from "../../scripts/add-targets";
import { type LocalKintone, PASSWORD, PEOPLE, startLocalKintone } from "../../scripts/local-kintone";
import { root } from "../../scripts/root";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";

let kintone: LocalKintone;
let folder: string;
let witness: KintoneRestAPIClient;
const TARGET = {
  appId: APP_IDS.supplierCorrespondence,
  guestSpaceId: String(GUEST_SPACE_ID),
  appName: "仕入先連絡",
};

beforeAll(async () => {
  kintone = await startLocalKintone();
  folder = await mkdtemp(path.join(tmpdir(), "killed-"));
  witness = new KintoneRestAPIClient({
    baseUrl: kintone.emulator.url,
    auth: { username: PEOPLE.admin, password: PASSWORD },
  });
  const known = await witness.record.getAllRecords({ app: kintone.appId, condition: 'record_type in ("target")' });
  const records = known.map(({ $id }) => ({ id: String($id?.value) }));
  await witness.record.deleteAllRecords({ app: kintone.appId, records });
  await addTargets(witness, kintone.appId, [TARGET]);
  const file = { baseUrl: kintone.emulator.url, app: kintone.appId, folder };
  await writeFile(path.join(folder, "backup.json"), JSON.stringify(file));
});
afterAll(async () => {
  await kintone.emulator.close();
  await rm(folder, { recursive: true, force: true });
});

function start(...options: string[]): ChildProcess {
  const command = path.join(root, "dist/headless/kintone-backup.cjs");
  return spawn(process.execPath, [command, "run", "--file", path.join(folder, "backup.json"), ...options], {
    stdio: "ignore",
    env: { ...process.env, KINTONE_USERNAME: PEOPLE.operator, KINTONE_PASSWORD: PASSWORD, LC_ALL: "en_US.UTF-8" },
  });
}

const scratch = async () => (await readdir(folder)).filter((name) => name.startsWith(".unfinished-"));

/** Attachments that lie in the workspace, as the journal says. */
async function noted(): Promise<number> {
  const [run] = await scratch();
  const journal = run && (await readFile(path.join(folder, run, "journal.jsonl"), "utf8").catch(() => ""));
  return journal ? journal.split('"question":"file ').length - 1 : 0;
}

it("a command that is killed goes on with --resume, and does not fetch again what it had", async () => {
  const { faults } = kintone.emulator.domain;
  faults.add({ when: { path: "file.json", times: 1000 }, do: { kind: "latency", milliseconds: 120 } });
  const first = start();
  await expect.poll(noted, { timeout: 20_000, interval: 50 }).toBeGreaterThan(8);
  first.kill("SIGKILL");
  await once(first, "exit");
  const kept = await noted();
  faults.clear();

  // Another begin would be refused: the dead run still holds the lock, as nobody else can know.
  const [second] = (await once(start(), "exit")) as [number];
  expect(second).toBe(2);

  const [status] = (await once(start("--resume"), "exit")) as [number];
  expect(status).toBe(0);
  expect(await scratch()).toEqual([]);
  expect((await readdir(folder)).filter((name) => name.endsWith(".zip"))).toHaveLength(1);
  const resumed = await newestRun();
  expect(resumed).toMatchObject({ status: "success", attachments: 30 });

  expect((await once(start(), "exit"))[0]).toBe(0);
  const undisturbed = await newestRun();
  const asLogged = /API requests so far: (\d+)/.exec(resumed.log)?.[1];
  const ofSecondAttempt = resumed.requests - Number(asLogged);
  const MAY_BE_UNDER_WAY = 6;
  expect(ofSecondAttempt).toBeLessThanOrEqual(undisturbed.requests - kept + MAY_BE_UNDER_WAY);
});

/** The newest run, as the official client reads it. */
async function newestRun(): Promise<{ status: string; attachments: number; requests: number; log: string }> {
  const query = 'record_type in ("run") order by $id desc limit 1';
  const [run] = (await witness.record.getRecords({ app: kintone.appId, query })).records as unknown as Array<
    Record<string, { value: string }> & { run_log: { value: Array<{ fileKey: string }> } }
  >;
  const log = await witness.file.downloadFile({ fileKey: run!.run_log.value[0]!.fileKey });
  return {
    status: run!.run_status!.value,
    attachments: Number(run!.run_attachments!.value),
    requests: Number(run!.run_requests!.value),
    log: new TextDecoder().decode(log),
  };
}
