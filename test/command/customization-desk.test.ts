import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { carryFile } from "../../scripts/customize/carry-file";
import { MOST_FILES, readCustomization } from "../../scripts/customize/customization";
import { createCustomizationDesk } from "../../scripts/customize/customization-desk";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import type { App } from "../emulator/domain/app";
import type { AppSettings } from "../emulator/domain/app-settings";
import { createDomain } from "../emulator/domain/domain";
import type { Effect, Fault } from "../emulator/faults/faults";
import { type Emulator, startEmulator } from "../emulator/server";

const domain = createDomain();
let emulator: Emulator;
let app: App;
beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());
beforeEach(() => {
  app = domain.createApp("顧客管理", "admin", {});
  load([THEIRS]);
});
afterEach(() => domain.faults.clear());

const THEIRS = { type: "URL" as const, url: "https://example.com/theirs.js" };
const OURS = "ours.js";

const access = () => ({ baseUrl: emulator.url, username: "admin", password: "kintone" });
const connection = () => createPasswordConnection({ ...access(), userAgent: "test" });
const ref = () => ({ appId: String(app.id) });
const desk = (pause?: () => Promise<void>) => createCustomizationDesk(access(), ref(), pause);
interface How {
  remove?: boolean;
  version?: number;
  pause?: () => Promise<void>;
}
function carry({ remove = false, version = 1, pause }: How = {}) {
  const file = { name: OURS, text: `/*! kintone Backup Manager: backup status */ ${version}` };
  return carryFile(ref(), { ...{ connection: connection(), desk: desk(pause) }, ...{ file, remove } });
}
/** For whom, and which files. */
async function live() {
  const { scope, desktop } = await readCustomization(connection(), ref(), "live");
  return [scope, ...desktop.js.map((entry) => (entry.type === "URL" ? entry.url : entry.file.name))];
}
const changeScope = () => app.change({ customize: { ...app.preview.customize, scope: "NONE" } });

/** @returns how often it was met */
function spoil(when: Fault["when"], effect: Effect): () => number {
  const id = domain.faults.add({ when, do: effect });
  return () => domain.faults.list().find((fault) => fault.id === id)?.seen ?? 0;
}
const [UPLOAD, WRITE] = ["file.json", "preview/app/customize.json"];
const DEPLOY = { path: "preview/app/deploy.json", method: "POST" };
const STATUS = { path: "preview/app/deploy.json", method: "GET" };

describe("somebody else changes the app's settings meanwhile", () => {
  it("before it is written: their customization stays", async () => {
    const wanted = await readCustomization(connection(), ref(), "preview");
    changeScope();
    await expect(desk().putLive(wanted)).rejects.toMatchObject({ status: 409, code: "GAIA_CO03" });
    expect(app.preview.customize.scope).toBe("NONE");
    expect(await live()).toEqual(["ALL", THEIRS.url]);
  });

  it("after it was written: nothing goes live", async () => {
    const reached = spoil(DEPLOY, { kind: "latency", milliseconds: 500 });
    const carried = carry();
    const refused = expect(carried).rejects.toMatchObject({ status: 409, code: "GAIA_CO03" });
    await vi.waitFor(() => expect(reached()).toBe(1), { timeout: 5000 });
    changeScope();
    await refused;
    expect(await live()).toEqual(["ALL", THEIRS.url]);
  });
});

describe("kintone's update of the app", () => {
  it("that kintone gives up is not waited for, and the next time puts the file live", async () => {
    app.nextDeployment = "FAIL";
    await expect(carry()).rejects.toThrow(/^FAIL$/);
    expect(await live()).toEqual(["ALL", THEIRS.url]);
    expect(await carry()).toEqual({ kind: "put", scope: "ALL" });
    expect(await live()).toEqual(["ALL", THEIRS.url, OURS]);
    expect(await carry({ remove: true })).toEqual({ kind: "removed", scope: "ALL" });
    expect(await live()).toEqual(["ALL", THEIRS.url]);
  });

  it("that has no end is waited for five minutes", async () => {
    const body = JSON.stringify({ apps: [{ app: String(app.id), status: "PROCESSING" }] });
    const asked = spoil(STATUS, { kind: "answer", status: 200, contentType: "application/json", body });
    let waited = 0;
    const pause = async (milliseconds = 0) => void (waited += milliseconds);
    await expect(carry({ pause })).rejects.toThrow(/^PROCESSING$/);
    expect(asked()).toBeGreaterThan(1);
    expect(waited).toBe(5 * 60_000);
  });
});

it("waits out a passing trouble of an upload and of the update, but writes no second time", async () => {
  const once = { kind: "unavailable", body: "html" } as const;
  const troubles = [spoil({ path: UPLOAD, times: 1 }, once), spoil({ ...STATUS, times: 1 }, once)];
  expect(await carry()).toEqual({ kind: "put", scope: "ALL" });
  expect(troubles.every((met) => met() > 1)).toBe(true);

  const writes = spoil({ path: WRITE, method: "PUT" }, { kind: "drop", after: true });
  await expect(carry({ remove: true })).rejects.toThrow();
  expect(writes()).toBe(1);
  domain.faults.clear();
  expect(await carry({ remove: true })).toEqual({ kind: "removed", scope: "ALL" });
});

function load(js: AppSettings["customize"]["desktop"]["js"]): void {
  app.change({ customize: { ...app.preview.customize, desktop: { js, css: [] } } });
  app.deploy("admin");
}

it("puts another version in the place of the old one", async () => {
  await carry();
  load([...app.preview.customize.desktop.js, THEIRS]);
  expect(await carry({ version: 2 })).toMatchObject({ kind: "put" });
  expect(await live()).toEqual(["ALL", THEIRS.url, OURS, THEIRS.url]);
});

it("adds no file to an app that has as many as it may, and can still replace its own", async () => {
  const others = Array.from({ length: MOST_FILES - 1 }, () => THEIRS);
  load([...others, THEIRS]);
  expect(await carry()).toEqual({ kind: "full" });
  load(others);
  expect(await carry()).toMatchObject({ kind: "put" });
  expect(await carry({ version: 2 })).toMatchObject({ kind: "put" });
  expect((await live()).slice(1)).toHaveLength(MOST_FILES);
});
