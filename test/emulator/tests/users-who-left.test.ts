import { afterAll, beforeAll, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";
import { ask } from "./asking";

const domain = createDomain();
let emulator: Emulator;

beforeAll(async () => {
  for (const code of ["admin", "inactive", "deleted"])
    domain.people.addUser({ code, name: `name of ${code}`, password: "kintone", language: "en" });
  const owner = { type: "USER_SELECT", code: "owner", label: "owner" };
  const app = domain.addApp({ id: 1, name: "app", creator: "admin", properties: { owner } });
  for (const creator of ["inactive", "deleted"]) app.addRecord({ owner: { value: [{ code: creator }] } }, { creator });
  domain.people.users.get("inactive")!.isInactive = true;
  domain.people.users.delete("deleted");
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

it.each([
  ["inactive", "1", "name of inactive"],
  ["deleted", "2", "deleted"],
])("somebody %s is shown in records and cannot be named in them, nor log in", async (code, id, name) => {
  const { body } = await ask(emulator, "GET", `record.json?app=1&id=${id}`);
  expect(body.record).toMatchObject({ Created_by: { value: { code, name } }, owner: { value: [{ code, name }] } });
  const refused = { status: 400, body: { code: "GAIA_IL26" } };
  const record = { Created_by: { value: { code } } };
  expect(await ask(emulator, "POST", "record.json", { app: 1, record })).toMatchObject(refused);
  const owned = { owner: { value: [{ code }] } };
  expect(await ask(emulator, "POST", "record.json", { app: 1, record: owned })).toMatchObject(refused);
  expect(await ask(emulator, "GET", "apps.json", undefined, code)).toMatchObject({ status: 401 });
});

it("the User API tells who is active, and nothing of who was deleted", async () => {
  const response = await fetch(`${emulator.url}/v1/users.json?codes[0]=admin&codes[1]=inactive&codes[2]=deleted`, {
    headers: { "x-cybozu-authorization": btoa("admin:kintone") },
  });
  const { users } = (await response.json()) as { users: object[] };
  expect(users).toMatchObject([
    { code: "admin", valid: true },
    { code: "inactive", valid: false },
  ]);
});
