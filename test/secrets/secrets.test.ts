import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formFields } from "../../src/history/app-definition/fields";
import { japanese } from "../../src/history/app-definition/japanese";
import { addInspections } from "../backup/whole-runs/inspections";
import { createDomain, type NewApp } from "../emulator/domain/domain";
import type { Effect, Fault } from "../emulator/faults/faults";
import { type Emulator, startEmulator } from "../emulator/server";
import { type Ended, type Invocation, makeCommand } from "./command";
import { leftBehind } from "./left-behind";
import { type PlantedSecret, secretsIn, spellingsOf } from "./planted-secret";

const LOGIN = "夜間.backup";
/** With what URLs, JSON, HTML and regular expressions write in another way. */
const PASSWORD = 'Zx9Qm4Tv01 "<夜>&%+/=\\$(.*)?é';
const TARGET_TOKEN = "Zx9Qm4Tv02AbCdEfGhIjKlMnOpQrStUvWxYz0123";
const MANAGEMENT_TOKEN = "Zx9Qm4Tv03AbCdEfGhIjKlMnOpQrStUvWxYz0123";
const SECRETS: PlantedSecret[] = [
  { name: "the password", value: PASSWORD },
  { name: "log-in and password", value: `${LOGIN}:${PASSWORD}` },
  { name: "the target's token", value: TARGET_TOKEN },
  { name: "the management app's token", value: MANAGEMENT_TOKEN },
];
const PART = { name: "a part of a secret", value: "Zx9Qm4Tv" };

const MANAGEMENT = 90;
/** The environment of the command, and what of it must stay secret. */
const ACCESSES = {
  password: {
    environment: { KINTONE_USERNAME: LOGIN, KINTONE_PASSWORD: PASSWORD },
    secrets: SECRETS.slice(0, 2),
    ends: { code: 0 },
  },
  "API tokens": {
    environment: { KINTONE_API_TOKEN: `${TARGET_TOKEN},${MANAGEMENT_TOKEN}` },
    secrets: SECRETS.slice(2),
    // No token may read an app's customization.
    ends: { code: 1, out: expect.stringMatching(/JavaScript and CSS customization/) as unknown },
  },
};

const domain = createDomain();
let emulator: Emulator;
let witness: KintoneRestAPIClient;
let parent: string;
let folders = 0;
let folder: string;
let command: (invocation: Invocation) => Promise<Ended>;
/** Another server, to which nobody may be lured. */
const elsewhere = { url: "", requests: 0 };
const stranger = createServer((_request, response) => {
  elsewhere.requests += 1;
  response.end();
});

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "kbm-secrets-"));
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.people.addUser({ code: LOGIN, name: "夜間", password: PASSWORD, systemAdministrator: true });
  const all = {
    appEditable: true,
    recordViewable: true,
    recordAddable: true,
    recordEditable: true,
    recordDeletable: true,
  };
  const acl = [{ entity: { type: "GROUP", code: "everyone" }, ...all }];
  const inspections = addInspections(domain, { id: 1, records: 60, acl });
  inspections.tokens.push({ token: TARGET_TOKEN, view: true, add: false, edit: false, delete: false, manage: true });
  const management = domain.addApp({
    ...{ id: MANAGEMENT, name: "バックアップ管理", creator: "admin", acl },
    properties: formFields(japanese) as unknown as NewApp["properties"],
  });
  management.tokens.push({ token: MANAGEMENT_TOKEN, view: true, add: true, edit: true, delete: false, manage: false });
  management.addRecord({
    ...{ record_type: { value: "target" }, target_app_id: { value: "1" }, target_enabled: { value: ["enabled"] } },
    target_include: { value: ["records", "attachments", "comments", "settings"] },
  });
  stranger.listen(0, "127.0.0.1");
  [emulator, command] = await Promise.all([
    startEmulator({ domain }),
    makeCommand(parent),
    once(stranger, "listening"),
  ]);
  elsewhere.url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  witness = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "admin", password: "kintone" } });
});
afterAll(async () => {
  stranger.close();
  await emulator?.close();
  await rm(parent, { recursive: true, force: true });
});
beforeEach(async () => {
  domain.faults.clear();
  folder = path.join(parent, `backups-${(folders += 1)}`);
  await mkdir(folder);
});

/** A run with the file's settings and these; the file is not in the folder. */
async function run(
  environment: Readonly<Record<string, string>>,
  file: object | string = {},
  more?: Partial<Invocation>,
) {
  const settings = path.join(parent, `settings-${folders}.json`);
  const usual = { baseUrl: emulator.url, app: String(MANAGEMENT), folder };
  await writeFile(settings, typeof file === "string" ? file : JSON.stringify({ ...usual, ...file }));
  return command({ args: ["run", "--file", settings, "--lang", "en"], environment, ...more });
}

interface Kept {
  ended: Ended;
  /** Every record of the backup-management app, and the attached logs. */
  history: string;
  /** What lies in the folder: its name to its bytes, those of zip entries too. */
  files: Map<string, Buffer>;
}

async function kept(ended: Ended): Promise<Kept> {
  domain.faults.clear();
  const records = await witness.record.getAllRecords({ app: MANAGEMENT });
  const logs = records.flatMap(({ run_log: log }) => (log?.value ?? []) as Array<{ fileKey: string }>);
  const texts = await Promise.all(
    logs.map(async ({ fileKey }) => new TextDecoder().decode(await witness.file.downloadFile({ fileKey }))),
  );
  const runs = records.filter(({ record_type: type }) => type?.value === "run");
  if (runs.length > 0) {
    await witness.record.deleteAllRecords({
      app: MANAGEMENT,
      records: runs.map(({ $id }) => ({ id: String($id?.value) })),
    });
  }
  return { ended, history: [JSON.stringify(records), ...texts].join("\n"), files: await leftBehind(folder) };
}

function expectNoSecret({ ended, history, files }: Kept): void {
  const places = { "standard output": ended.out, "standard error": ended.err, history, ...Object.fromEntries(files) };
  const found = Object.entries(places).flatMap(([place, bytes]) =>
    secretsIn(bytes, [...SECRETS, PART]).map((secret) => `${secret} in ${place}`),
  );
  expect(found).toEqual([]);
}

/** Somebody answers with all that they were sent, in every spelling, and in kintone's form. */
function echo(status: number, code: string, secrets: readonly PlantedSecret[]): Effect {
  const text = JSON.stringify(`You sent {sent} | ${quoted(secrets)}`).slice(1, -1);
  const body = `{"code":${JSON.stringify(code)},"id":"1505999166 ${text}","message":"${text}","errors":{"query":{"messages":["${text}"]}}}`;
  return { kind: "answer", status, body };
}

const quoted = (secrets: readonly PlantedSecret[]) =>
  secrets.flatMap(({ value }) => spellingsOf(value).filter((spelling) => !/^[0-9a-f]+$/.test(spelling))).join(" | ");

const page = (status: number, secrets: readonly PlantedSecret[]): Effect => ({
  ...{ kind: "answer", status, contentType: "text/html", body: `<pre>{sent}</pre>${quoted(secrets)}` },
});

const maintenance = (secrets: readonly PlantedSecret[]): Effect => ({
  ...{ kind: "answer", status: 503, contentType: "text/plain", body: `{sent} ${quoted(secrets)}` },
  // Longer than anybody waits.
  headers: { "Retry-After": "9999" },
});

/** A header can carry Latin-1 only. */
const warning = (secrets: readonly PlantedSecret[]): Effect => ({
  ...{ kind: "answer", status: 200, body: "{}" },
  headers: { "X-Cybozu-Warning": `Filter aborted ${secrets.map(({ value }) => encodeURIComponent(value)).join(" ")}` },
});

const add = (when: Fault["when"], effect: Effect) => domain.faults.add({ when, do: effect });

test("what is looked for would be found", () => {
  for (const { name, value } of SECRETS) {
    for (const spelling of spellingsOf(value)) expect(secretsIn(`<${spelling}>`, SECRETS)).toContain(name);
    const basic = Buffer.from(`${LOGIN}:${value}`).toString("base64");
    expect(secretsIn(basic, SECRETS)).toContain(name);
  }
  expect(secretsIn("nothing of the kind", SECRETS)).toEqual([]);
});

describe.each(Object.entries(ACCESSES))("a run with %s", (_, { environment, secrets, ends }) => {
  test("that nothing disturbs keeps no secret", async () => {
    const all = await kept(await run(environment));
    expect(all.ended).toMatchObject({ err: expect.stringMatching(/Writing the run history/), ...ends });
    expect([...all.files.keys()].some((name) => name.endsWith("1/records.jsonl"))).toBe(true);
    expectNoSecret(all);
  });

  test("of which parts are refused in words that repeat what was sent keeps no secret", async () => {
    add({ path: "file.json", method: "GET", nth: 1 }, echo(403, "CB_NO02", secrets));
    add({ path: "file.json", method: "GET", nth: 2 }, echo(400, "GAIA_XX99", secrets));
    add({ path: "file.json", method: "GET", nth: 3 }, page(403, secrets));
    add({ path: "file.json", method: "GET", nth: 4 }, maintenance(secrets));
    add({ path: "record/comments.json", nth: 1 }, echo(400, "GAIA_XX98", secrets));
    add({ path: "app/settings.json", nth: 1 }, echo(403, "CB_NO02", secrets));
    const all = await kept(await run(environment));
    expect(all.ended.code).toBe(1);
    expect(all.history).toMatch(/"partial"[^]*GAIA_XX99/);
    expect(all.history).toContain("You sent GET");
    expectNoSecret(all);
  });

  test("that is refused in such words where it reads and where it writes leaves no secret behind", async () => {
    await expectNothingLeft(environment, echo(400, "GAIA_XX99", secrets), /kintone says: You sent/);
  });

  test("follows no redirect, and keeps nothing of it", async () => {
    const location = `${elsewhere.url}/?${encodeURIComponent(quoted(secrets))}`;
    add({ path: "*" }, { kind: "answer", status: 302, headers: { Location: location }, body: "" });
    const all = await kept(await run(environment));
    expect(all.ended).toMatchObject({ code: 2, out: expect.stringMatching(/leads to another address/) });
    expect(elsewhere.requests).toBe(0);
    expectNoSecret(all);
  });
});

const { environment, secrets } = ACCESSES.password;

test.each<[string, Effect, RegExp]>([
  ["a refused query", echo(400, "CB_VA01", secrets), /could not be read with the given query/],
  ["a refused log-in", echo(401, "CB_WA01", secrets), /refused the login/],
  ["a page", page(403, secrets), /does not permit access from this computer/],
  ["a text", maintenance(secrets), /not available/],
  ["the secret as kintone's code", echo(400, PASSWORD, secrets), /kintone refused the request/],
  ["a warning", warning(secrets), /could not be read with the given query/],
])(
  "a run that is answered with %s where it reads and where it writes leaves no secret behind",
  async (_, effect, says) => {
    await expectNothingLeft(environment, effect, says);
  },
);

test("a run that its history refuses in words that repeat what was sent leaves nothing at all", async () => {
  add({ path: "record.json", method: "POST" }, echo(403, "CB_NO02", secrets));
  const all = await kept(await run(environment));
  expect(all.ended).toMatchObject({ code: 2, out: expect.stringMatching(/no permission to add records[^]*You sent/) });
  expect([...all.files.keys()]).toEqual([]);
  expectNoSecret(all);
});

/** The history cannot be written either, so its facts are in the folder. */
async function expectNothingLeft(as: Readonly<Record<string, string>>, effect: Effect, says: RegExp): Promise<void> {
  // After the looks at the room that it will need, and at the history, without which it would not begin.
  add({ path: "records.json", method: "GET", nth: 4, times: 1000 }, effect);
  add({ path: "records.json", method: "PUT" }, effect);
  const all = await kept(await run(as));
  expect(all.ended).toMatchObject({ code: 1, out: expect.stringMatching(says) });
  expect([...all.files.keys()].filter((name) => name.endsWith(".facts.json"))).toHaveLength(1);
  expectNoSecret(all);
}

test("a run whose connections are lost keeps no secret", async () => {
  add({ path: "records.json", method: "GET", nth: 3, times: 1000 }, { kind: "drop" });
  add({ path: "file.json" }, { kind: "truncate", bytes: 3 });
  const all = await kept(await run(environment));
  expect(all.ended).toMatchObject({ code: 1, out: expect.stringMatching(/connection was lost/) });
  expectNoSecret(all);
});

test("a run that is killed in the middle leaves no secret in its unfinished files", async () => {
  const slow = domain.faults.add({ when: { path: "file.json" }, do: { kind: "latency", milliseconds: 60_000 } });
  const asked = () => domain.faults.list().some(({ id, seen }) => id === slow && seen > 0);
  const all = await kept(await run(environment, {}, { killWhen: asked }));
  expect(all.ended.code).toBeNull();
  expect([...all.files.keys()].join()).toContain(".unfinished-");
  expectNoSecret(all);
});

test("a run that has no place for its archive says so without a secret", async () => {
  const file = path.join(folder, "a-file");
  await writeFile(file, "");
  const all = await kept(await run(environment, { folder: path.join(file, "below") }));
  expect(all.ended.code).not.toBe(0);
  expect(all.ended.err + all.ended.out).toMatch(/a file in its place/);
  expectNoSecret(all);
});

test("a token that cannot be sent is refused in words that do not repeat it", async () => {
  const ended = await run({ KINTONE_API_TOKEN: `${TARGET_TOKEN}\n${MANAGEMENT_TOKEN}` });
  expect(ended).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/API token/) });
  expectNoSecret(await kept(ended));
});

describe("a settings file with a secret is refused in words that do not repeat it:", () => {
  const [scheme, host] = ["https://", "example.cybozu.com"];
  test.each<[string, object | string, RegExp]>([
    ["a password", { password: PASSWORD }, /password: Passwords and API tokens cannot be stored here/],
    ["a token", { apiToken: TARGET_TOKEN }, /apiToken: Passwords and API tokens cannot be stored here/],
    ["tokens in a list", { KINTONE_API_TOKEN: [TARGET_TOKEN] }, /cannot be stored here/],
    ["another name", { auth: { basic: PASSWORD } }, /auth: There is no setting/],
    ["among the settings", { settings: { password: PASSWORD } }, /settings\.password/],
    ["in a setting", { settings: { filePrefix: PASSWORD, timeZone: TARGET_TOKEN } }, /settings\.timeZone/],
    ["in the id of the app", { app: PASSWORD }, /app: /],
    ["in the address", { baseUrl: `${scheme}admin:${TARGET_TOKEN}@${host}` }, /baseUrl: Enter the URL/],
    ["in the address, for URLs", { baseUrl: `${scheme}a:${encodeURIComponent(PASSWORD)}@${host}` }, /baseUrl: Enter/],
    ["in the address of this machine", { baseUrl: `http://admin:${TARGET_TOKEN}@localhost` }, /baseUrl: Enter the URL/],
    ["in the query of the address", { baseUrl: `${scheme}${host}?token=${TARGET_TOKEN}` }, /baseUrl: Enter the URL/],
    ["in what is no JSON", `{ "password": "${TARGET_TOKEN}", oops }`, /not valid JSON from line 1, column/],
    ["in a text alone", TARGET_TOKEN, /not valid JSON from line 1, column 1 /],
  ])("%s", async (_, file, says) => {
    const ended = await run(environment, file);
    expect(ended).toMatchObject({ code: 2, out: "", err: expect.stringMatching(says) });
    expectNoSecret(await kept(ended));
  });
});

test.each<[string, string[]]>([
  ["an option for a password", ["run", "--file", "a.json", `--password=${PASSWORD}`]],
  ["an option with a password behind it", ["run", "--file", "a.json", "--password", PASSWORD]],
  ["a short option", ["run", "--file", "a.json", `-p${TARGET_TOKEN}`]],
  ["a password alone", ["run", "--file", "a.json", PASSWORD]],
  ["a password as the command", [`${LOGIN}:${PASSWORD}`]],
  ["an option that takes no value", [`--version=${PASSWORD}`]],
])("wrong arguments are refused in words that do not repeat them: %s", async (_, args) => {
  const ended = await command({ args, environment: environment });
  expect(ended).toMatchObject({ code: 2, out: "", err: expect.stringContaining("kintone-backup run --file") });
  expectNoSecret(await kept(ended));
});

test("a zip is verified without a word about who is logged in", async () => {
  const { out } = await run(environment);
  const [, name] = /(\S+\.zip)/.exec(out) ?? [];
  const ended = await command({ args: ["verify", path.join(folder, name ?? "")], environment: environment });
  expect(ended.code).toBe(0);
  expectNoSecret(await kept(ended));
});
