import { afterAll, beforeAll } from "vitest";
import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import { createDomain, type NewApp } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";

const account = { username: "admin", password: "kintone" };

/** A local kintone for the tests of one file; each call of what it gives makes another, empty backup-management app in it. */
export function appsInKintone() {
  const time = { now: new Date("2026-11-23T03:00:00Z") };
  const domain = createDomain({ now: () => time.now });
  domain.people.addUser({ code: account.username, name: "管理者", password: account.password });
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ domain });
  });
  afterAll(() => emulator.close());

  return () => {
    const properties = formFields(japanese) as unknown as NewApp["properties"];
    const app = domain.addApp({ name: "バックアップ管理", creator: account.username, properties });
    const connection = createPasswordConnection({ baseUrl: emulator.url, ...account, userAgent: "test" });
    return { app, domain, time, store: createRecordStore(connection, { appId: String(app.id) }) };
  };
}
