import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_IDS } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { lastRun } from "./history";
import { type Stage, dialogOf, photograph, runToItsEnd, setStage } from "./stage";

let stage: Stage;
let page: Page;
let pluginList: string;

beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([{ appId: APP_IDS.newProject, appName: "新規プロジェクト" }]);
  pluginList = `/k/admin/app/${stage.appId}/plugin/`;
  page = await stage.open("admin", pluginList);
});
beforeEach(async () => {
  await page.goto(`${stage.emulator.url}${pluginList}`);
  await page.locator(`[data-plugin-id=${stage.pluginId}]`).getByRole("link").click();
  await page.locator(".kbm-settings").waitFor();
});
afterAll(() => stage?.close());

const field = (name: string) => page.getByLabel(name);
const app = () => stage.emulator.domain.apps.get(Number(stage.appId))!;
const storedConfig = () => app().preview.plugins.find(({ id }) => id === stage.pluginId)?.config ?? {};
const save = () => page.getByRole("button", { name: "保存", exact: true }).click();

/** What a screen reader says about the field behind its name. */
function descriptionOf(name: string): Promise<string> {
  return field(name).evaluate((input) =>
    (input.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" "),
  );
}

describe("the settings screen", () => {
  it("shows the defaults as long as nothing was saved", async () => {
    await photograph(page, "settings");
    expect(storedConfig()).toEqual({});
    expect(await field("zipファイル名の先頭").inputValue()).toBe("kintone-backup");
    expect(await field("タイムゾーン").inputValue()).toBe("Asia/Tokyo");
    expect(await field("zipファイル1個の上限サイズ（MB）").inputValue()).toBe("1024");
    expect(await field("同時リクエスト数").inputValue()).toBe("6");
    await expectAccessible(page, "#kbm-settings");
  });

  it("tells what is wrong at the field, goes there, and saves nothing", async () => {
    await field("zipファイル名の先頭").fill("品質/記録");
    await field("同時リクエスト数").fill("99");
    await save();
    await page.getByText("入力内容に誤りが2件あります").waitFor();
    await photograph(page, "settings-errors");
    expect(await descriptionOf("zipファイル名の先頭")).toContain("使えない文字があります: /");
    expect(await descriptionOf("同時リクエスト数")).toContain("1～20の数値を入力してください");
    expect(await field("zipファイル名の先頭").evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field("zipファイル名の先頭").getAttribute("aria-invalid")).toBe("true");
    expect(await field("タイムゾーン").getAttribute("aria-invalid")).toBe("false");
    await expectAccessible(page, "#kbm-settings");
    expect(storedConfig()).toEqual({});
  });

  it("goes back to the plug-ins without saving at Cancel", async () => {
    await field("zipファイル名の先頭").fill("捨てる");
    await page.getByRole("button", { name: "キャンセル" }).click();
    await page.waitForURL((url) => url.pathname === pluginList);
    expect(storedConfig()).toEqual({});
  });

  it("saves settings with a version; once the app is updated, a run goes by them", async () => {
    await field("zipファイル名の先頭").fill("品質保証部");
    await field("タイムゾーン").fill("UTC");
    await save();
    await page.waitForURL((url) => url.pathname === "/k/admin/app/flow");
    expect(JSON.parse(storedConfig().settings ?? "")).toEqual({
      version: 1,
      filePrefix: "品質保証部",
      timeZone: "UTC",
      volumeLimitMiB: 1024,
      requestsAtOnce: 6,
      requestsPerAppAndDay: 0,
      drillDays: 90,
      spacesLeftOut: "",
      incremental: false,
      pluginsAndSpaces: false,
      people: false,
    });
    await page.click("#update-app");
    await page.locator(".lk-notification-success").waitFor();

    const list = await stage.openList("sato");
    const [download] = await runToItsEnd(list);
    const run = await lastRun(stage);
    const stamp = run.field("run_started_exact").slice(0, 19).replace("T", "_").replaceAll(/[-:]/g, "");
    const mark = run.field("run_id").split("-").at(-1);
    expect(download!.suggestedFilename()).toBe(`品質保証部_${stamp}-${mark}.zip`);
    expect(run.volumes).toMatchObject([{ name: download!.suggestedFilename() }]);
    await list.context().close();
  });
});

describe("a stored configuration that cannot be read", () => {
  beforeAll(() => {
    const plugins = app().preview.plugins.map((plugin) => ({ ...plugin, config: { settings: "{ broken" } }));
    app().change({ plugins });
    app().deploy("admin");
  });

  it("is told on the settings screen, with the defaults to start again from", async () => {
    await photograph(page, "settings-unreadable");
    expect(await page.getByRole("alert").first().innerText()).toMatch(/設定を読み取れなかったため、初期値を表示/);
    expect(await field("zipファイル名の先頭").inputValue()).toBe("kintone-backup");
    await expectAccessible(page, "#kbm-settings");
  });

  it("makes a failed run that says so", async () => {
    const list = await stage.openList("sato");
    expect(await runToItsEnd(list)).toEqual([]);
    await photograph(list, "settings-unreadable-run");
    const sentence = /プラグインの設定を読み取れない/;
    expect(await dialogOf(list).innerText()).toMatch(sentence);
    const run = await lastRun(stage);
    expect(run.field("run_status")).toBe("failed");
    expect(run.field("run_message")).toMatch(sentence);
    expect(run.field("run_lock")).toBe("");
  });
});
