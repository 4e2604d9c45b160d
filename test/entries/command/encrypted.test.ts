import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { newKey } from "../../archive/encryption/encrypted";
import { addInspections } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { type Ended, endOf, namesIn, unattended } from "./unattended";

const command = unattended();
let app: App;
let [folder, company, auditor, stranger, settings] = ["", "", "", "", ""];

type Recipient = { name: string; publicKey: string; proven?: string };
let recipients: Recipient[];

const within = (...names: string[]) => path.join(command.place, ...names);
const call = (...args: string[]): Promise<Ended> =>
  endOf(command.start([...args, "--lang", "en"], { timeout: 100_000 }));
const withSettings = (more: object = {}) =>
  command.settingsFile(folder, {
    settings: { timeZone: "UTC", incremental: true },
    encryption: { recipients },
    ...more,
  });

async function keyFile(name: string): Promise<{ file: string; recipient: Recipient }> {
  const { identity, recipient: publicKey } = await newKey();
  await writeFile(within(`${name}.txt`), `# a comment\n${identity}\n`);
  return { file: within(`${name}.txt`), recipient: { name, publicKey } };
}

/** Each key is tried as its owner would, and one archive is made. */
beforeAll(async () => {
  app = addInspections(command.domain, { records: 30 });
  command.register({ target_app_id: String(app.id), target_include: ["records", "attachments", "settings"] });
  folder = within("archives");
  const keys = [await keyFile("company"), await keyFile("auditor"), await keyFile("stranger")];
  [company = "", auditor = "", stranger = ""] = keys.map(({ file }) => file);
  recipients = keys.slice(0, 2).map(({ recipient }) => recipient);

  const unproven = await withSettings();
  const refused = await call("run", "--file", unproven);
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toMatch(/proven: Nobody has shown yet that company .*\n.*that auditor /);
  expect(await namesIn(folder)).toEqual([]);

  const made = await call("prove-key", "--file", unproven, "--to", within("tests"));
  expect(made).toMatchObject({ code: 1, err: "" });
  expect(made.out).toContain("If all secret keys are lost, the backups are lost");
  for (const [at, { file }] of keys.slice(0, 2).entries()) {
    const { name } = recipients[at]!;
    const test = within("tests", `test-${name}.txt.age`);
    expect(await call("decrypt", test, "--to", within("words"), "--identity", stranger)).toMatchObject({ code: 1 });
    expect(await call("decrypt", test, "--to", within("words"), "--identity", file)).toMatchObject({ code: 0 });
    const text = await readFile(within("words", `test-${name}.txt`), "utf8");
    recipients[at] = { ...recipients[at]!, proven: /"proven": "([^"]+)"/.exec(text)![1]! };
  }
  settings = await withSettings();
  expect(await call("prove-key", "--file", settings, "--to", within("tests"))).toMatchObject({ code: 0 });

  const { code, err, out } = await call("run", "--file", settings, "--identity", company);
  expect({ code, err: err.includes("belongs to none") }).toEqual({ code: 0, err: false });
  expect(out).toContain(".zip.age");
}, 120_000);

const archives = async () => (await namesIn(folder)).filter((name) => name.includes(".zip"));
const newest = async () => path.join(folder, (await archives()).at(-1)!);

it("nothing but encrypted files leaves, and the history tells both digests", async () => {
  expect((await archives()).every((name) => name.endsWith(".zip.age"))).toBe(true);
  const { records } = await command
    .witness()
    .record.getRecords({ app: command.appId, query: 'run_status in ("success")' });
  const [row] = records[0]!.run_volumes!.value as Array<{ value: Record<string, { value: string }> }>;
  const told = Object.fromEntries(Object.entries(row!.value).map(([code, { value }]) => [code, value]));
  expect(told.volume_name).toBe((await archives())[0]);
  expect(Number(told.volume_size)).toBe((await stat(path.join(folder, (await archives())[0]!))).size);
  expect(told.volume_zip_sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(told.volume_zip_sha256).not.toBe(told.volume_sha256);
});

it("an archive is verified, rehearsed, compared and restored with either key, and with no other", async () => {
  const zip = await newest();
  expect(await call("verify", zip, "--identity", auditor)).toMatchObject({ code: 0 });
  const closed = await call("verify", zip);
  expect(closed).toMatchObject({ code: 2, out: "" });
  expect(closed.err).toContain("--identity <key file>");
  const others = await call("rehearse", folder, "--identity", stranger);
  expect(others).toMatchObject({ code: 2, out: "" });
  expect(others.err).toContain("encrypted for other keys");

  expect(await call("rehearse", folder, "--identity", company)).toMatchObject({ code: 0 });
  expect(await call("compare", "--file", settings, "--identity", auditor)).toMatchObject({ code: 0 });
  app.records.delete(1);
  const restore = ["restore", "--file", settings, "--add-missing", "--reason", "lost", "--identity", company];
  const restored = await call(...restore);
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining("as planned") });
  // The backup before it is no less secret.
  expect((await archives()).some((name) => name.includes("before-restore") && name.endsWith(".zip.age"))).toBe(true);
  expect((await archives()).every((name) => name.endsWith(".zip.age"))).toBe(true);
});

it("the history knows the files as they are, and decrypted ones; nothing is overwritten", async () => {
  const zip = await newest();
  const plain = within("plain");
  const decrypted = await call("decrypt", folder, "--to", plain, "--identity", company);
  expect(decrypted).toMatchObject({ code: 0 });
  expect(await namesIn(plain)).toEqual((await archives()).map((name) => name.replace(/\.age$/, "")));
  expect((await stat(path.join(plain, (await namesIn(plain))[0]!))).mode & 0o777).toBe(0o600);
  const again = await call("decrypt", zip, "--to", plain, "--identity", company);
  expect(again.code).toBe(1);
  expect(await namesIn(plain)).toHaveLength((await archives()).length);

  for (const zips of [folder, plain]) {
    expect(await call("check-history", settings, "--zips", zips)).toMatchObject({ code: 0 });
  }
  expect(await call("verify", path.join(plain, path.basename(zip, ".age")))).toMatchObject({ code: 0 });
});

it("a file of which a byte is another one, or whose end is missing, is named as damaged", async () => {
  await mkdir(within("damaged"));
  const bytes = await readFile(await newest());
  const changed = Buffer.from(bytes);
  changed[bytes.length - 2000]! ^= 1;
  for (const [name, content] of [
    ["changed.zip.age", changed],
    ["short.zip.age", bytes.subarray(0, -100)],
  ] as const) {
    const file = within("damaged", name);
    await writeFile(file, content);
    const { code, out } = await call("verify", file, "--identity", company);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(`${file} is damaged`) });
    expect(await call("decrypt", file, "--to", within("nothing"), "--identity", company)).toMatchObject({ code: 1 });
  }
  expect(await namesIn(within("nothing"))).toEqual([]);
});

it("a run takes over from the last archive when a key is at hand, and says so when none is", async () => {
  const taken = /taken from the previous backup/;
  const closed = await call("run", "--file", settings);
  expect(closed).toMatchObject({ code: 0 });
  expect(closed.err).toContain("everything is read afresh");
  expect((await command.lastRun()).log).not.toMatch(taken);
  const opened = await call("run", "--file", settings, "--identity", auditor);
  expect(opened).toMatchObject({ code: 0 });
  expect(opened.err).not.toContain("everything is read afresh");
  expect((await command.lastRun()).log).toMatch(taken);
});

it("a passphrase does, too, from a file that nobody else may read", async () => {
  const file = within("passphrase.txt");
  await writeFile(file, "four words of a list\n", { mode: 0o644 });
  await chmod(file, 0o644);
  const own = await command.settingsFile(within("locked"));
  const open = await call("run", "--file", own, "--passphrase-file", file);
  expect(open).toMatchObject({ code: 2, out: "" });
  expect(open.err).toContain("Others may read the passphrase");
  await chmod(file, 0o600);
  expect(await call("run", "--file", own, "--passphrase-file", file)).toMatchObject({ code: 0 });
  const [zip = ""] = await namesIn(within("locked"));
  expect(zip).toMatch(/\.zip\.age$/);
  expect((await call("verify", within("locked", zip), "--identity", company)).err).toContain("another passphrase");
  expect(await call("verify", within("locked", zip), "--passphrase-file", file)).toMatchObject({ code: 0 });
});
