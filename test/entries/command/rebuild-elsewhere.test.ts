import { readFile } from "node:fs/promises";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterEach, beforeAll, expect, it } from "vitest";
import { addLinkedApps, CUSTOMERS, PROJECTS } from "../../restore/apps/linked-apps";
import { endOf, unattended, type Unattended } from "./unattended";

/** Where the archive is made, and a domain that has never heard of its apps, nor of its people but one. */
const [home, abroad] = [unattended(), unattended()];
let folder: string;
let before: ReadonlyMap<Unattended, ReadonlySet<number>>;

beforeAll(async () => {
  for (const { domain } of [home, abroad]) domain.deployMilliseconds = 1;
  const { domain } = home;
  addLinkedApps(domain);
  const [customers, projects] = [CUSTOMERS, PROJECTS].map((id) => domain.apps.get(id)!);
  customers!.addRecord({ 顧客コード: { value: "C-1" }, 顧客名: { value: "山田製作所" }, 単価: { value: "7" } });
  projects!.addRecord({
    ...{ 案件番号: { value: "P-1" }, 案件名: { value: "治具" }, 顧客: { value: "C-1" } },
    担当: { value: [{ code: "sato", name: "佐藤" }] },
  });
  for (const id of [PROJECTS, CUSTOMERS]) home.register({ target_app_id: String(id) });
  folder = path.join(home.place, "archives");
  expect((await home.run(folder)).code).toBe(0);
  abroad.domain.people.addUser({ code: "ito", name: "伊藤", password: "kintone" });
  before = new Map([home, abroad].map((command) => [command, new Set(command.domain.apps.keys())]));
});
afterEach(() => {
  for (const command of [home, abroad]) for (const { id } of newApps(command)) command.domain.apps.delete(id);
});

const newApps = (command: Unattended) =>
  [...command.domain.apps.values()].filter(({ id }) => before.get(command)?.has(id) === false);
const newApp = (command: Unattended, name: string) =>
  newApps(command).find(({ settings: { general } }) => general.name === name)!.id;

async function rebuild(command: Unattended, ...more: string[]) {
  const settings = await command.settingsFile(path.join(command.place, "archives"));
  const words = ["rebuild", "--file", settings, "--lang", "en", folder, "--reason", "moving", ...more];
  return endOf(command.start(words));
}

it("makes apps of one domain in another, with others in the place of its people", async () => {
  const asked = ["--replace", "user:sato=ito", "--leave-out-people"];
  const { code, out } = await rebuild(abroad, ...asked);
  expect([code, out]).toEqual([
    2,
    expect.stringContaining('得意先: permissions for app: not set, as group "sales" is gone'),
  ]);
  const app = newApp(abroad, "案件");
  const { properties } = await abroad.witness().app.getFormFields({ app });
  expect(properties.担当).toMatchObject({ entities: [{ type: "USER", code: "ito" }] });
  expect(properties.顧客).toMatchObject({ lookup: { relatedApp: { app: String(newApp(abroad, "得意先")) } } });
  const { records } = await abroad.witness().record.getRecords({ app });
  expect(records).toMatchObject([
    { 案件番号: { value: "P-1" }, 担当: { value: [{ code: "ito" }] }, 顧客名: { value: "山田製作所" } },
  ]);
  expect(newApps(home)).toEqual([]);
}, 90_000);

it("makes nothing in another domain as long as nobody decided about people whom it does not have", async () => {
  const { code, err } = await rebuild(abroad);
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(/user "sato"[\s\S]*group "sales"|group "sales"[\s\S]*user "sato"/),
  ]);
  expect(newApps(abroad)).toEqual([]);
}, 90_000);

it("lets an app that is there stand for one that is not made anew", async () => {
  expect((await rebuild(home, "--app", String(CUSTOMERS), "--name-suffix", " (2)")).code).not.toBe(3);
  const standIn = newApp(home, "得意先 (2)");
  const { code } = await rebuild(home, "--app", String(PROJECTS), "--map-app", `${CUSTOMERS}=${standIn}`);
  expect([0, 2]).toContain(code);
  const { properties } = await home.witness().app.getFormFields({ app: newApp(home, "案件") });
  expect(properties.顧客).toMatchObject({ lookup: { relatedApp: { app: String(standIn) } } });
}, 90_000);

it("makes apps in a guest space, and nowhere else", async () => {
  const { domain } = home;
  const { id } = domain.spaces.add({ name: "協力会社", isGuest: true, administrators: ["admin"] });
  const { code } = await rebuild(home, "--guest-space", String(id), "--leave-out-people");
  expect([0, 2]).toContain(code);
  expect(newApps(home).map(({ spaceId }) => spaceId)).toEqual([id, id]);
  const { baseUrl } = JSON.parse(await readFile(path.join(home.place, "kintone-backup.json"), "utf8")) as {
    baseUrl: string;
  };
  const auth = { username: "admin", password: "kintone" };
  const inside = new KintoneRestAPIClient({ baseUrl, auth, guestSpaceId: id });
  const { records } = await inside.record.getRecords({ app: newApp(home, "案件") });
  expect(records).toMatchObject([{ 案件番号: { value: "P-1" }, 顧客名: { value: "山田製作所" } }]);
}, 90_000);
