import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Target } from "../../../src/domain/target";
import { japanese } from "../../../src/history/app-definition/japanese";
import { recordChange } from "../../../src/history/changes/settings-changes";
import { lookAtApp, prepareApp } from "../../../src/history/preparation/preparation";
import { checkSecurity } from "../../../src/history/security/check-security";
import type { SecurityKey } from "../../../src/history/security/item";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createSettingsDesk } from "../../../src/kintone/settings/settings-desk";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import type { App } from "../../emulator/domain/app";
import { createDomain } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";
import { manager } from "../../kintone/local-kintone";

const NOW = new Date("2026-11-24T00:00:00Z");
const domain = createDomain({ now: () => NOW });
let emulator: Emulator;
let app: App;

beforeAll(async () => {
  for (const code of ["admin", "sato"]) domain.people.addUser({ code, name: code, password: "kintone" });
  const acl = [{ entity: { type: "GROUP", code: "everyone" }, appEditable: true, recordViewable: true }];
  domain.addApp({ id: 101, name: "検査", creator: "admin", properties: {}, acl: [manager] });
  domain.addApp({ id: 102, name: "放置", creator: "admin", properties: {}, acl });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());
beforeEach(async () => {
  app = domain.createApp("バックアップ管理", "admin", {});
  const preparer = { user: "admin", labels: japanese };
  const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
  const desk = ports("admin").deskOf({ appId: String(app.id) });
  await prepareApp(desk, preparer, await lookAtApp(desk, preparer), { report: () => undefined, pause });
});

function ports(username: string) {
  const connection = createPasswordConnection({
    baseUrl: emulator.url,
    username,
    password: "kintone",
    userAgent: "test",
  });
  return {
    store: createRecordStore(connection, { appId: String(app.id) }),
    deskOf: (of: { appId: string }) => createSettingsDesk(connection, of),
  };
}

const include = { records: true, attachments: true, comments: true, settings: true, administration: true };
const target = (appId: string, appName: string, parts = include): Target => ({
  ...{
    recordId: appId,
    appId,
    appName,
    query: "",
    include: parts,
    excludedFields: [],
    includedIdentifiers: [],
    acceptedGaps: [],
  },
});
type Known = Parameters<typeof checkSecurity>[1];
const known = (more: Partial<Known> = {}): Known => ({
  ...{ now: NOW, app: { appId: String(app.id) }, targets: [target("101", "検査")], config: { settings: "{}" } },
  settings: {
    areDefaults: true,
    areThose: () => true,
    keepsZipsInBrowser: false,
    backsUpPeople: false,
    spacesLeftOut: [],
  },
  ...more,
});
const check = (user: string, more?: Partial<Known>) => checkSecurity(ports(user), known(more));
const point = async (key: SecurityKey, user = "admin", more?: Partial<Known>) =>
  (await check(user, more)).find((item) => item.key === key);

const run = (status: string, finished: string, saved = "") =>
  app.addRecord({
    ...{ record_type: { value: "run" }, run_trigger: { value: "headless" } },
    run_status: { value: status },
    run_finished_exact: { value: finished },
    run_saved: { value: saved },
  });

describe("the security check list", () => {
  it("finds an app as it was just prepared open to all readers, and closed to writers", async () => {
    expect((await check("admin")).map(({ key, verdict }) => [key, verdict])).toEqual([
      ["readers", "attention"],
      ["history-writers", "fine"],
      ["target-writers", "fine"],
      ["guests", "fine"],
      ["secrets", "fine"],
      ["verified-run", "attention"],
      ["owners", "fine"],
      ["left-out", "fine"],
      ["settings-recorded", "fine"],
      ["kept-in-browser", "fine"],
      ["people-in-zips", "fine"],
    ]);
  });

  it("says point by point what somebody may not look at who does not manage the app", async () => {
    const items = await check("sato");
    expect(items.map(({ key, verdict }) => [key, verdict])).toEqual([
      ["readers", "unknown"],
      ["history-writers", "unknown"],
      ["target-writers", "unknown"],
      ["guests", "fine"],
      ["secrets", "fine"],
      ["verified-run", "attention"],
      ["owners", "unknown"],
      ["left-out", "fine"],
      ["settings-recorded", "fine"],
      ["kept-in-browser", "fine"],
      ["people-in-zips", "fine"],
    ]);
    expect(items[0]).toMatchObject({ error: { code: "NO_PERMISSION" } });
    expect(items[6]).toMatchObject({ facts: { unknown: [{ name: "検査", creator: undefined }] } });
  });

  it("finds the history open where somebody took a rule away", async () => {
    app.change({ recordAcl: app.preview.recordAcl.filter((_rule, at) => at !== 1) });
    app.deploy("admin");
    expect(await point("history-writers")).toMatchObject({
      verdict: "attention",
      facts: { missing: ["chainedRuns"], managers: [{ type: "CREATOR" }] },
    });
  });

  it("finds the targets open where a field lost its permissions, or somebody else may write it", async () => {
    const rest = app.preview.fieldAcl.filter(({ code }) => code !== "target_app_id");
    const sato = { entity: { type: "USER", code: "sato" }, accessibility: "WRITE" as const, includeSubs: false };
    const opened = rest.map((right) =>
      right.code === "target_query" ? { ...right, entities: [sato, ...right.entities] } : right,
    );
    app.change({ fieldAcl: opened });
    app.deploy("admin");
    expect(rest.length).toBe(app.live!.fieldAcl.length);
    expect(await point("target-writers")).toMatchObject({
      verdict: "attention",
      facts: {
        fields: ["target_app_id", "target_query"],
        others: [{ code: "everyone" }, { code: "sato" }],
        lacking: [],
      },
    });
  });

  it("finds that the targets no longer fit when somebody else got the right to manage the app", async () => {
    const sato = { ...app.preview.appAcl[0]!, entity: { type: "USER", code: "sato" } };
    app.change({ appAcl: [sato, ...app.preview.appAcl] });
    app.deploy("admin");
    expect(await point("target-writers")).toMatchObject({
      verdict: "attention",
      facts: { others: [], lacking: [{ type: "USER", code: "sato" }] },
    });
  });

  it("takes the age of the newest success, whatever failed since", async () => {
    run("success", "2026-11-17T12:00:00.000Z", "saved");
    run("failed", "2026-11-23T12:00:00.000Z");
    const success = { finishedAt: "2026-11-17T12:00:00.000Z", days: 6 };
    expect(await point("verified-run")).toMatchObject({
      verdict: "fine",
      facts: { verified: success, saved: success },
    });
    const later = { now: new Date("2026-11-24T12:00:01Z") };
    expect(await point("verified-run", "admin", later)).toMatchObject({
      verdict: "attention",
      facts: { verified: { days: 7 }, saved: { days: 7 } },
    });
  });

  it("goes by what is known to be saved, and tells a newer success that is not", async () => {
    run("success", "2026-11-10T12:00:00.000Z", "saved");
    run("success", "2026-11-23T12:00:00.000Z", "unconfirmed");
    run("partial", "2026-11-23T13:00:00.000Z", "saved");
    expect(await point("verified-run")).toMatchObject({
      verdict: "attention",
      facts: { verified: { finishedAt: "2026-11-23T12:00:00.000Z", days: 0 }, saved: { days: 13 } },
    });
  });

  it("says of an app of an earlier version what it tells: when a backup was verified", async () => {
    const { run_saved: _later, ...properties } = app.preview.properties;
    app.change({ properties, recordAcl: app.preview.recordAcl.slice(1) });
    app.deploy("admin");
    app.addRecord({
      ...{ record_type: { value: "run" }, run_trigger: { value: "headless" } },
      run_status: { value: "success" },
      run_finished_exact: { value: "2026-11-23T12:00:00.000Z" },
    });
    expect(await point("verified-run")).toMatchObject({
      verdict: "attention",
      facts: { verified: { days: 0 }, saved: undefined },
    });
  });

  it.each([
    ["is missing", () => app.preview.recordAcl.filter(({ filterCond }) => filterCond !== 'record_type in ("target")')],
    [
      "lets everybody delete",
      () =>
        app.preview.recordAcl.map((rule) => ({
          ...rule,
          entities: rule.entities.map((entity) => ({ ...entity, deletable: true })),
        })),
    ],
  ])("finds that others may delete targets when the rule against it %s", async (_what, recordAcl) => {
    expect(await point("target-writers")).toMatchObject({ verdict: "fine", facts: { deletable: false } });
    app.change({ recordAcl: recordAcl() });
    app.deploy("admin");
    expect(await point("target-writers")).toMatchObject({
      verdict: "attention",
      facts: { deletable: true, fields: [] },
    });
  });

  it("cannot tell the age where the field may not be viewed", async () => {
    const { id } = run("success", "");
    expect(app.records.get(id)).toBeDefined();
    expect(await point("verified-run")).toMatchObject({ verdict: "unknown" });
  });

  it("names targets that everybody manages, and so nobody in particular", async () => {
    const targets = [target("101", "検査"), target("102", "放置")];
    const found = await point("owners", "admin", { targets });
    expect(found).toMatchObject({ verdict: "attention", facts: { nobody: [], everybody: ["放置"], unknown: [] } });
  });

  it("names what targets leave out, a guest space, and zips that stay in the browser", async () => {
    const targets = [target("101", "検査", { ...include, comments: false, attachments: false })];
    expect(await point("left-out", "admin", { targets })).toMatchObject({
      verdict: "attention",
      facts: { targets: [{ name: "検査", parts: ["attachments", "comments"] }] },
    });
    const settings = { ...known().settings, keepsZipsInBrowser: true, backsUpPeople: true };
    const withoutSpaces = { ...known().settings, spacesLeftOut: ["7"] };
    expect(await point("left-out", "admin", { settings: withoutSpaces })).toMatchObject({
      verdict: "attention",
      facts: { targets: [], spaces: ["7"] },
    });
    expect(await point("kept-in-browser", "admin", { settings })).toMatchObject({ verdict: "attention" });
    expect(await point("people-in-zips", "admin", { settings })).toMatchObject({ verdict: "attention" });
    const guest = { app: { appId: "1", guestSpaceId: "3" } };
    expect(await point("guests", "admin", guest)).toMatchObject({ verdict: "attention", facts: { guestSpaceId: "3" } });
  });

  it("finds settings that nobody recorded", async () => {
    const settings = { ...known().settings, areDefaults: false };
    expect(await point("settings-recorded", "admin", { settings })).toMatchObject({ verdict: "attention" });
    await recordChange(ports("admin").store, {
      ...{ id: "1", at: NOW, by: { code: "admin", name: "admin" }, what: ["a"] },
      ...{ settings: '{"a":1}', settingsVersion: 1, pluginVersion: "0" },
    });
    const areThose = (recorded: string) => recorded === '{"a":1}';
    expect(await point("settings-recorded", "admin", { settings: { ...settings, areThose } })).toMatchObject({
      verdict: "fine",
    });
    const others = { ...settings, areDefaults: true, areThose: () => false };
    expect(await point("settings-recorded", "admin", { settings: others })).toMatchObject({ verdict: "attention" });
  });

  it("finds a password in a target's record and in the plugin's configuration", async () => {
    app.addRecord({
      record_type: { value: "target" },
      target_app_id: { value: "101" },
      target_app_name: { value: "検査" },
      target_excluded_fields: { value: "password: hunter22" },
    });
    expect(await point("secrets", "admin", { config: { old: "password=hunter22" } })).toMatchObject({
      verdict: "attention",
      facts: {
        places: [
          { kind: "config", name: "old" },
          { kind: "target", appName: "検査", field: "target_excluded_fields" },
        ],
      },
    });
  });
});
