import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { addInspection, addInspections, inspectionProperties } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { picture } from "./pictures";
import { type Ended, endOf, unattended } from "./unattended";

const command = unattended();
const { domain } = command;
const REASON = ["--reason", "another place"];
const keyed = { ...inspectionProperties, 品番: { ...inspectionProperties.品番, unique: true } };

let guestSpaceId: number;
/** What the archive is of: an app that is gone afterwards, and one in a guest space. */
let gone: App;
let guest: App;
let settings: string;

beforeAll(async () => {
  guestSpaceId = domain.spaces.add({ name: "協力会社", isGuest: true, administrators: ["admin"] }).id;
  gone = addInspections(domain, { records: 10, properties: keyed as never });
  guest = addInspections(domain, { records: 5, properties: keyed as never, spaceId: guestSpaceId });
  command.register({ target_app_id: String(gone.id) });
  command.register({ target_app_id: String(guest.id), target_guest_space_id: String(guestSpaceId) });
  const folder = path.join(command.place, "archives");
  const { code, err } = await command.run(folder);
  expect(code, err).toBe(0);
  settings = await command.settingsFile(folder);
  domain.apps.delete(gone.id);
});

const restore = (from: App, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  endOf(
    command.start(["restore", "--file", settings, "--app", String(from.id), "--lang", "en", ...args, ...REASON], {
      env,
    }),
  );
const another = (more: object = {}) =>
  domain.addApp({ name: "検査（別）", creator: "admin", properties: keyed as never, ...more });
/** What the app has, by the numbers that its records are known by. */
const byNumber = (app: App) =>
  Object.fromEntries([...picture(app).values()].map((record) => [String(record.品番), record]));
/** The newest restore in the history, as the official client reads it. */
async function lastRestore() {
  const query = 'record_type in ("restore") order by $id desc limit 1';
  const { records } = await command.witness().record.getRecords({ app: command.appId, query });
  return Object.fromEntries(Object.entries(records[0] ?? {}).map(([code, { value }]) => [code, value]));
}
/** Tokens alone, of these apps and of the history. */
function onlyTokens(apps: readonly App[], manage: boolean): Record<string, string> {
  const rights = { view: true, add: true, edit: true, delete: true, manage };
  const all = [...apps, domain.apps.get(Number(command.appId))!];
  for (const { id, tokens } of all) {
    if (!tokens.some(({ token }) => token === `of${id}`)) tokens.push({ token: `of${id}`, ...rights });
  }
  return { KINTONE_USERNAME: "", KINTONE_PASSWORD: "", KINTONE_API_TOKEN: all.map(({ id }) => `of${id}`).join(",") };
}

it("knows records of another app by a key: adds, puts back, leaves what is its own, and has nothing to do the second time", async () => {
  const other = another();
  for (const number of [777, 3, 9]) addInspection(domain, other, number);
  other.records.put({ ...other.records.get(3)!, values: { ...other.records.get(3)!.values, 数量: "0" } });
  const into = ["--into", String(other.id), "--key", "品番", "--add-missing", "--put-back"];
  const { code, out, err } = await restore(gone, into);
  expect([code, out], err).toEqual([0, expect.stringMatching(/added: 8[^]*put back: 1/)]);
  const archived = byNumber(gone);
  expect(byNumber(other)).toEqual({ ...archived, "P-777": expect.objectContaining({ 数量: "777" }) });
  expect(other.records.size).toBe(11);
  expect(await lastRestore()).toMatchObject({
    ...{ restore_app_id: String(other.id), restore_source_app_id: String(gone.id), restore_verdict: "as-planned" },
  });

  const again = await restore(gone, into);
  expect([again.code, again.out]).toEqual([0, expect.stringContaining("Nothing differs in what was chosen")]);
  expect(other.records.size).toBe(11);
  expect(byNumber(other)).toEqual({ ...archived, "P-777": expect.anything() });
});

it("only adds where records are known by nothing, each of them once however often it is asked", async () => {
  const other = another({ properties: inspectionProperties });
  addInspection(domain, other, 1);
  const into = ["--into", String(other.id), "--add-missing"];
  const first = await restore(gone, into);
  expect([first.code, first.out], first.err).toEqual([0, expect.stringContaining("added: 10")]);
  expect([...picture(other).values()].slice(1)).toEqual([...picture(gone).values()]);
  // Somebody deletes two of them: only these are missing.
  await command.witness().record.deleteRecords({ app: other.id, ids: [4, 5] });
  const second = await restore(gone, into);
  expect([second.code, second.out]).toEqual([0, expect.stringContaining("added: 2")]);
  const third = await restore(gone, into);
  expect([third.code, third.out]).toEqual([0, expect.stringContaining("Nothing differs in what was chosen")]);
  expect(other.records.size).toBe(11);
});

it("changes nothing and says which fields would do when records cannot be told apart by that field", async () => {
  const other = another();
  const args = ["--into", String(other.id), "--key", "数量", "--add-missing"];
  const { code, err } = await restore(gone, args);
  expect([code, err]).toEqual([3, expect.stringMatching(/"数量".*"品番"/)]);
  expect(other.records.size).toBe(0);
});

it.each([
  ["a user", () => ({})],
  ["API tokens", () => onlyTokens([guest], true)],
])("puts records of a guest space back as %s", async (_who, env) => {
  const before = byNumber(guest);
  const [first, second] = [...guest.records.ascending()];
  guest.records.delete(first!.id);
  guest.records.put({ ...second!, revision: second!.revision + 1, values: { ...second!.values, 数量: "wrong" } });
  const { code, out, err } = await restore(guest, ["--add-missing", "--put-back"], env());
  expect([code, out], err).toEqual([0, expect.stringMatching(/added: 1[^]*put back: 1/)]);
  expect(byNumber(guest)).toEqual(before);
  expect(await lastRestore()).toMatchObject({ restore_guest_space_id: String(guestSpaceId) });
});

it.each([
  ["a user", () => ({}), 0],
  ["API tokens", (other: App) => onlyTokens([other], true), 0],
  // kintone then writes down who restored, and when: that is told.
  ["API tokens that do not manage it", (other: App) => onlyTokens([other], false), 2],
])("puts records into an app of a guest space as %s", async (_who, env, ends) => {
  const other = another({ spaceId: guestSpaceId });
  const into = ["--into", String(other.id), "--guest-space", String(guestSpaceId), "--key", "品番", "--add-missing"];
  const { code, out, err } = await restore(gone, into, env(other));
  expect([code, out], err).toEqual([ends, expect.stringContaining("added: 10")]);
  expect(byNumber(other)).toEqual(byNumber(gone));
});

it("does not find an app of a guest space without the space's id, and writes nothing", async () => {
  const other = another({ spaceId: guestSpaceId });
  const { code, err } = await restore(gone, ["--into", String(other.id), "--key", "品番", "--add-missing"]);
  expect([code, err]).toEqual([3, expect.stringMatching(/guest space/)]);
  expect(other.records.size).toBe(0);
});
