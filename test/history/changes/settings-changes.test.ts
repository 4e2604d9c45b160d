import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toBackupError } from "../../../src/domain/errors";
import { japanese } from "../../../src/history/app-definition/japanese";
import { newestRecordedSettings, recordChange } from "../../../src/history/changes/settings-changes";
import { canKeepRuns, isReady, lookAtApp, prepareApp } from "../../../src/history/preparation/preparation";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createSettingsDesk } from "../../../src/kintone/settings/settings-desk";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import type { App } from "../../emulator/domain/app";
import { createDomain } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";

const domain = createDomain();
let emulator: Emulator;
let app: App;

beforeAll(async () => {
  for (const code of ["admin", "sato"]) domain.people.addUser({ code, name: code, password: "kintone" });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());
beforeEach(() => {
  app = domain.createApp("バックアップ管理", "admin", {});
});

const connectionOf = (username: string, network: typeof fetch = fetch) =>
  createPasswordConnection({ baseUrl: emulator.url, username, password: "kintone", userAgent: "test", fetch: network });
const storeOf = (username: string, network?: typeof fetch) =>
  createRecordStore(retrying(connectionOf(username, network), { retries: 3, minTimeout: 1, maxTimeout: 2 }), {
    appId: String(app.id),
  });
const deskOf = () => createSettingsDesk(connectionOf("admin"), { appId: String(app.id) });
const preparer = { user: "admin", labels: japanese };

async function prepare(): Promise<void> {
  const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
  await prepareApp(deskOf(), preparer, await lookAtApp(deskOf(), preparer), { report: () => undefined, pause });
}

/** Takes fields away as an app lacks them that an older plugin prepared. */
function withoutFields(isGone: (code: string) => boolean): void {
  const { properties, layout } = app.preview;
  const left = JSON.parse(JSON.stringify(layout), (_key, value) =>
    Array.isArray(value)
      ? value.filter(({ code = "", fields }) => !isGone(String(code)) && fields?.length !== 0)
      : value,
  );
  app.change({
    properties: Object.fromEntries(Object.entries(properties).filter(([code]) => !isGone(code))),
    layout: left,
  });
  app.deploy("admin");
}

const change = {
  id: "0b8ab0b6-5d5e-4bd5-9a33-000000000001",
  at: new Date("2026-11-24T01:02:03Z"),
  by: { code: "admin", name: "管理者" },
  what: ["タイムゾーン: Asia/Tokyo → UTC", "同時リクエスト数: 6 → 8"],
  settings: '{\n  "version": 1,\n  "timeZone": "UTC"\n}',
  settingsVersion: 1,
  pluginVersion: "0.1.0",
};
const recorded = () => [...app.records.ascending()].map(({ values }) => values);

describe("a change of settings", () => {
  it("is recorded with who, when, what and the whole settings, apart from targets and runs", async () => {
    await prepare();
    expect(await newestRecordedSettings(storeOf("admin"))).toBeUndefined();
    await recordChange(storeOf("admin"), change);
    expect(recorded()).toMatchObject([
      {
        record_type: "change",
        change_at: "2026-11-24T01:02:00Z",
        change_by_code: "admin",
        change_by_name: "管理者",
        change_what: "タイムゾーン: Asia/Tokyo → UTC\n同時リクエスト数: 6 → 8",
        change_settings: change.settings,
        change_settings_version: "1",
        change_plugin_version: "0.1.0",
      },
    ]);
    expect(await newestRecordedSettings(storeOf("admin"))).toBe(change.settings);
  });

  it("is recorded once, however often its answer is lost", async () => {
    await prepare();
    let lost = 0;
    const losing: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (init?.method !== "POST" || (lost += 1) > 2) return answer;
      throw new TypeError("network error");
    };
    await recordChange(storeOf("admin", losing), change);
    expect(lost).toBeGreaterThan(1);
    expect(recorded()).toHaveLength(1);
  });

  it("cannot be changed or deleted afterwards but by those who manage the app", async () => {
    await prepare();
    await recordChange(storeOf("sato"), change);
    const id = [...app.records.ascending()][0]!.id;
    const rewrite = (user: string) =>
      storeOf(user).update([{ id: String(id), record: { change_what: { value: "何も" } } }]);
    expect(await rewrite("sato").catch(toBackupError)).toMatchObject({ code: "NO_PERMISSION" });
    const deletion = { method: "DELETE", path: "records", query: { app: String(app.id), ids: [String(id)] } } as const;
    expect(await connectionOf("sato").json(deletion).catch(toBackupError)).toMatchObject({ code: "NO_PERMISSION" });
    expect(recorded()).toHaveLength(1);
    await rewrite("admin");
    expect(recorded()).toMatchObject([{ change_what: "何も" }]);
  });

  it("is refused by an app that is not prepared, and leaves no empty record there", async () => {
    app.deploy("admin");
    expect(await recordChange(storeOf("admin"), change).catch(toBackupError)).toMatchObject({
      code: "QUERY_REFUSED",
    });
    expect(recorded()).toEqual([]);
  });

  it("is not taken for recorded where a field for it was deleted", async () => {
    await prepare();
    withoutFields((code) => code === "change_settings");
    const error = await recordChange(storeOf("admin"), change).catch(toBackupError);
    expect(error).toMatchObject({ code: "REFUSED", answer: undefined });
  });

  it("tells who may not add records", async () => {
    await prepare();
    app.change({ appAcl: [app.preview.appAcl[0]!] });
    app.deploy("admin");
    expect(await recordChange(storeOf("sato"), change).catch(toBackupError)).toMatchObject({
      code: "NO_PERMISSION",
    });
  });
});

it("an app that was prepared before changes were recorded keeps runs all the same, and gets the rest by a preparation", async () => {
  await prepare();
  withoutFields((code) => code.startsWith("change_"));
  const before = await lookAtApp(deskOf(), preparer);
  expect(isReady(before)).toBe(false);
  expect(canKeepRuns(before)).toBe(true);
  withoutFields((code) => code === "run_message");
  expect(canKeepRuns(await lookAtApp(deskOf(), preparer))).toBe(false);
  await prepare();
  expect(isReady(await lookAtApp(deskOf(), preparer))).toBe(true);
});
