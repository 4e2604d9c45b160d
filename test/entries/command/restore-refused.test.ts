import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { addInspections } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { picture } from "./pictures";
import { type Ended, endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const { domain } = command;
const REASON = ["--reason", "somebody was wrong"];

interface Plan {
  archive: { runId: string; digest: string };
  app: { baseUrl: string };
  choices: object;
  planned: object;
}

let app: App;
let folder: string;
let settings: string;
/** A zip of the app, and the plan of what it would put back. */
let zip: string;
let plan: Plan;
/** A folder for what a test makes of them. */
let place: string;

beforeAll(async () => {
  app = addInspections(domain, { records: 10 });
  command.register({ target_app_id: String(app.id) });
  command.addTarget(1000);
  folder = path.join(command.place, "archives");
  const { code, err } = await command.run(folder);
  expect(code, err).toBe(0);
  settings = await command.settingsFile(folder);
  zip = path.join(
    folder,
    (await namesIn(folder)).find((name) => name.endsWith(".zip"))!,
  );
  app.records.delete(3);
  const record = app.records.get(5)!;
  app.records.put({ ...record, revision: 2, values: { ...record.values, 数量: "999" } });
  const made = path.join(command.place, "made.json");
  expect((await restore(...ofApp(), "--dry-run", "--write-plan", made)).code).toBe(0);
  plan = JSON.parse(await readFile(made, "utf8")) as Plan;
  expect(plan.planned).toMatchObject({ add: 1, putBack: 1, remove: 0 });
});
beforeEach(async ({ task }) => {
  place = path.join(command.place, task.id);
  await mkdir(place);
});
afterEach(() => domain.faults.clear());

const restore = (...args: string[]): Promise<Ended> =>
  endOf(command.start(["restore", "--file", settings, "--lang", "en", ...args]));
const ofApp = () => ["--app", String(app.id), "--add-missing", "--put-back", ...REASON];
/** All that kintone holds: of every app what is in its records, the history's too. */
const everything = () => [...domain.apps].map(([id, each]) => [id, picture(each)]);

/** Nothing was written, neither into an app nor into the history, and nothing is left that another call would go on with. */
async function expectNothingWritten(work: () => Promise<Ended>, words: RegExp): Promise<void> {
  const [before, names] = [everything(), await namesIn(folder)];
  const { code, out, err } = await work();
  expect([code, out, err]).toEqual([3, "", expect.stringMatching(words)]);
  expect(everything()).toEqual(before);
  expect(await namesIn(folder)).toEqual(names);
}

it.each<[what: string, words: RegExp, spoil: (bytes: Buffer) => Uint8Array]>([
  [
    "is damaged",
    /not a sound archive[^]*nothing was changed[^]*records\.jsonl.*(DAMAGED|MISMATCH)/i,
    (bytes) => {
      // In the packed records, behind the name in their local header.
      bytes[bytes.indexOf(`${app.id}/records.jsonl`) + 100]! ^= 1;
      return bytes;
    },
  ],
  ["was cut off", /not a sound archive[^]*nothing was changed/i, (bytes) => bytes.subarray(0, 5000)],
  ["is none", /not a sound archive[^]*nothing was changed/i, () => Buffer.from("a table of something")],
])("restores nothing from an archive that %s", async (_what, words, spoil) => {
  await writeFile(path.join(place, path.basename(zip)), spoil(await readFile(zip)));
  await expectNothingWritten(() => restore(place, ...ofApp()), words);
});

it("restores nothing from an archive of which a volume is missing, whichever it is", async () => {
  // So much that a run takes two volumes.
  const large = [1, 2].map(() => command.addTarget(34 * 1024 ** 2));
  const { code, err } = await command.run(place, { settings: { volumeLimitMiB: 64 } });
  expect(code, err).toBe(0);
  for (const id of large) domain.apps.delete(Number(id));
  settings = await command.settingsFile(folder);
  const volumes = (await namesIn(place)).filter((name) => name.endsWith(".zip"));
  expect(volumes).toHaveLength(2);
  for (const name of volumes) {
    const only = path.join(place, name);
    await expectNothingWritten(
      () => restore(only, ...ofApp()),
      /not a sound archive[^]*nothing was changed[^]*volume/i,
    );
  }
});

it.each<[what: string, words: RegExp, change: (plan: Plan) => unknown]>([
  ["cut off", /cannot be used as a plan[^]*cut off/, (whole) => JSON.stringify(whole).slice(0, -20)],
  [
    "for another archive",
    /for another archive/,
    ({ archive, ...more }) => ({ ...more, archive: { ...archive, digest: "0".repeat(64) } }),
  ],
  [
    "for another domain",
    /for .*other\.cybozu\.com/,
    ({ app: of, ...more }) => ({ ...more, app: { ...of, baseUrl: "https://other.cybozu.com" } }),
  ],
  [
    "for something else than it shows",
    /not what the plan shows: 1 to add, 1 to put back, 0 to delete then, 1 to add, 0 to put back/,
    (whole) => ({ ...whole, choices: { addMissing: true } }),
  ],
  ["with a name that is misspelt", /"choices\.putback"/, (whole) => ({ ...whole, choices: { putback: true } })],
])("carries out no plan that is %s", async (_what, words, change) => {
  const changed = change(plan);
  const file = path.join(place, "restore-plan.json");
  await writeFile(file, typeof changed === "string" ? changed : JSON.stringify(changed));
  await expectNothingWritten(() => restore("--plan", file, ...REASON), words);
});

it.each([
  ["--app is left out where there are several", [], /several apps[^]*--app/],
  ["the archive has no such app", ["--app", "999"], /App 999 is not in the archive|no app 999/i],
])("restores nothing when %s", async (_what, args, words) => {
  await expectNothingWritten(() => restore(...args, "--add-missing", ...REASON), words);
});

it("restores nothing into an app that is gone, or that is another by now", async () => {
  domain.apps.delete(app.id);
  await expectNothingWritten(() => restore(...ofApp()), /does not exist[^]*14 days/);
  domain.apps.set(app.id, app);
  const { createdAt } = app;
  app.createdAt = "2020-01-01T00:00:00.000Z";
  await expectNothingWritten(() => restore(...ofApp()), /is now "検査"[^]*the archive is of/);
  app.createdAt = createdAt;
});

it("changes nothing without a whole backup of what it would change, and the history knows of no restore", async () => {
  const before = picture(app);
  domain.faults.add({ when: { method: "GET", path: "file.json" }, do: { kind: "error", code: "CB_NO02" } });
  const { code, err } = await restore(...ofApp());
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(/backup that is made before a restore lacks[^]*nothing was changed/),
  ]);
  expect(picture(app)).toEqual(before);
  const query = 'record_type in ("restore")';
  domain.faults.clear();
  expect((await command.witness().record.getRecords({ app: command.appId, query })).records).toEqual([]);
  expect(await command.lastRun()).toMatchObject({ status: "partial", lock: "" });
  expect((await namesIn(folder)).filter((name) => name.startsWith(".unfinished_restore"))).toEqual([]);
});
