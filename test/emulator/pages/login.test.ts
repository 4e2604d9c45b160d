import { afterAll, beforeAll, expect, test } from "vitest";
import { logIn, startTrial } from "./trial/start";
import type { Trial } from "./trial/start";

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.close());

test("a wrong password is told, the right one leads back to the page that was asked for", async () => {
  const page = await trial.visit(`/k/${trial.appId}/`);
  await logIn(page, "admin", "wrong");
  expect(await page.textContent("[role=alert]")).toContain("正しくありません");
  await logIn(page, "admin");
  await page.waitForSelector(".lk-record-table");
  expect(new URL(page.url()).pathname).toBe(`/k/${trial.appId}/`);
});

test("a way back to another site is not followed", async () => {
  for (const to of ["https://example.com/", "//example.com/", "/\\example.com/"]) {
    const page = await trial.visit(`/login?to=${encodeURIComponent(to)}`);
    await logIn(page, "admin");
    await page.waitForSelector(".lk-portal");
    expect(page.url()).toBe(`${trial.emulator.url}/k/`);
  }
});

test("the portal shows what the user may see, in his language", async () => {
  const admin = await trial.open("admin", "/k/");
  expect(await admin.textContent(".lk-portal")).toContain("仕入先連絡");
  const sato = await trial.open("sato", "/k/");
  expect(await sato.textContent(".lk-crumbs")).toContain("Portal");
  expect(await sato.textContent(".lk-portal")).not.toContain("仕入先連絡");
});

test("logging out ends the session", async () => {
  const page = await trial.open("admin", "/k/");
  await page.click(".lk-logout");
  await page.goto(`${trial.emulator.url}/k/`);
  expect(new URL(page.url()).pathname).toBe("/login");
});

test("administration is closed to those who may not administer", async () => {
  const page = await trial.open("sato", "/k/");
  for (const path of ["/k/admin/system/plugin/", `/k/admin/app/flow?app=${trial.appId}`]) {
    const response = await page.goto(trial.emulator.url + path);
    expect(response?.status()).toBe(403);
    expect(response?.headers()["x-cybozu-error"]).toBe("CB_NO02");
  }
});

test("a list whose session is over says so", async () => {
  const page = await trial.open("admin", `/k/${trial.appId}/`);
  await page.waitForSelector(".lk-record-table");
  trial.emulator.sessions.expire("admin");
  await page.click("[aria-label=次へ]");
  await page.waitForSelector(".lk-session-expired a");
  const rejected = await page.evaluate("kintone.api('/k/v1/records', 'GET', { app: 1 }).catch((body) => body)");
  expect(rejected).toMatchObject({ code: "CB_AU01" });
});
