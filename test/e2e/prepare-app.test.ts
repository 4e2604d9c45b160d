import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addTargets } from "../../scripts/add-targets";
import { PASSWORD } from "../../scripts/local-kintone";
import { APP_IDS } from "../emulator/sample/app";
import { deploy } from "../kintone/deploy";
import { expectAccessible } from "./accessibility";
import { meantMethod } from "./meant";
import { type Stage, photograph, runButton, runToItsEnd, setStage } from "./stage";

let stage: Stage;
let page: Page;
/** A new app with nothing in it but the plugin. */
let app: string;

beforeAll(async () => {
  stage = await setStage();
  page = await stage.open("admin", "/k/");
});
afterAll(() => stage?.close());
beforeEach(async () => {
  ({ app } = await stage.witness.app.addApp({ name: "新しいアプリ" }));
  await stage.witness.app.addPlugins({ app, ids: [stage.pluginId] });
});

const section = () => page.locator(".kbm-preparation");
const button = () => section().getByRole("button", { name: "このアプリを準備" });
const open = async () => {
  await page.goto(`${stage.emulator.url}/k/admin/app/${app}/plugin/config?pluginId=${stage.pluginId}`);
  await page.locator(".kbm-preparation p").first().waitFor();
};
const prepare = async () => {
  await button().click();
  await section().getByText("準備が完了しました").waitFor();
};
const model = () => stage.emulator.domain.apps.get(Number(app))!;

/** Requests of the page that are meant to change something. */
function changesOf(on: Page): string[] {
  const changes: string[] = [];
  on.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (meantMethod(request) !== "GET" && pathname.startsWith("/k/v1/"))
      changes.push(`${meantMethod(request)} ${pathname}`);
  });
  return changes;
}

describe("an app that has nothing but the plugin", () => {
  it("is prepared with one press, tells before what will be done, and works then", async () => {
    await open();
    await button().waitFor();
    await photograph(page, "prepare-new");
    expect(await section().innerText()).toMatch(/フィールドを\d+個追加します/);
    // More than a few are folded.
    expect(await section().textContent()).toContain(
      "終了した実行のレコードは、アプリを管理する人以外は閲覧だけできます",
    );
    // The targets wait for it, and no error stands there.
    expect(await page.locator(".kbm-targets").innerText()).toContain("このアプリを準備すると");
    await expectAccessible(page, "#kbm-settings");
    await section().getByText("内容を表示").first().click();
    expect(await section().innerText()).toContain("レコードの種類（record_type）");
    await photograph(page, "prepare-names");

    await prepare();
    await photograph(page, "prepare-done");
    await expectAccessible(page, "#kbm-settings");
    const end = section().getByText("準備が完了しました");
    expect(await end.evaluate((part) => part === document.activeElement)).toBe(true);
    expect(await end.boundingBox()).toMatchObject({ y: expect.toSatisfy((y) => Number(y) > 0 && Number(y) < 760) });
    await page.locator(".kbm-targets").getByText("有効な対象がありません").waitFor();

    await addTargets(stage.witness, app, [{ appId: APP_IDS.newProject, appName: "新規プロジェクト" }]);
    const list = await stage.open("sato", `/k/${app}/`);
    await runButton(list).waitFor();
    await runToItsEnd(list);
    const { records } = await stage.witness.record.getRecords({ app, query: 'record_type in ("run")' });
    expect(records.map((record) => [record.run_status!.value, record.run_lock!.value])).toEqual([["success", ""]]);
    await list.context().close();
  });

  it("is left alone when it lacks nothing: there is no button, and nothing is sent", async () => {
    await open();
    await prepare();
    const changes = changesOf(page);
    await open();
    await section().getByText("準備はできています").waitFor();
    await photograph(page, "prepare-ready");
    expect(await button().count()).toBe(0);
    expect(changes).toEqual([]);
  });

  it("has what somebody deleted put back, and only that", async () => {
    await open();
    await prepare();
    const { witness } = stage;
    await witness.app.addFormFields({
      app,
      properties: { 備考: { type: "SINGLE_LINE_TEXT", code: "備考", label: "備考" } },
    });
    await witness.app.deleteFormFields({ app, fields: ["run_message", "result_step"] });
    await deploy(witness, app);
    const before = model().preview;
    await open();
    await button().waitFor();
    await photograph(page, "prepare-repair");
    expect(await section().innerText()).toContain("フィールドを2個追加します");
    expect(await section().innerText()).toContain("テーブル「対象ごとの結果」の工程（result_step）");
    await prepare();
    const after = model().live!;
    expect(Object.keys(after.properties)).toEqual(expect.arrayContaining(["備考", "run_message"]));
    expect(Object.keys(after.properties.run_results!.fields!)).toContain("result_step");
    const { properties: _p, layout: _l, revision: _r, ...rest } = after;
    expect(rest).toEqual(
      Object.fromEntries(Object.entries(before).filter(([key]) => !["properties", "layout", "revision"].includes(key))),
    );
  });

  it("is not touched while a field of somebody else has a code of ours", async () => {
    await stage.witness.app.addFormFields({
      app,
      properties: { run_bytes: { type: "SINGLE_LINE_TEXT", code: "run_bytes", label: "私の項目" } },
    });
    const { revision } = model().preview;
    await open();
    await section().getByText("私の項目（run_bytes）").waitFor();
    await photograph(page, "prepare-conflict");
    await expectAccessible(page, "#kbm-settings");
    expect(await button().count()).toBe(0);
    expect(model().preview.revision).toBe(revision);
  });

  it("tells when somebody else changed the settings meanwhile, and goes on after another look", async () => {
    await open();
    await button().waitFor();
    await stage.witness.app.updateAppSettings({ app, description: "別の人" });
    await button().click();
    await section().getByText("ほかのユーザーがこのアプリの設定を変更しました").waitFor();
    await photograph(page, "prepare-meanwhile");
    expect(await section().innerText()).toContain("GAIA_CO03");
    await expectAccessible(page, "#kbm-settings");
    await section().getByRole("button", { name: "もう一度確認" }).click();
    await prepare();
    expect(model().live!.general.description).toBe("別の人");
  });

  it("tells when kintone could not update it, and that the update is all that is left", async () => {
    await open();
    await button().waitFor();
    model().nextDeployment = "FAIL";
    await button().click();
    await section().getByText("アプリを更新できませんでした（FAIL）").waitFor();
    await photograph(page, "prepare-not-updated");
    await section().getByRole("button", { name: "もう一度確認" }).click();
    await section().getByText("まだ運用環境に反映されていません").waitFor();
    await section().getByRole("button", { name: "アプリを更新" }).click();
    await section().getByText("準備が完了しました").waitFor();
    expect(model().live!.properties.run_lock!.unique).toBe(true);
  });
});

describe("in other languages", () => {
  it.each([
    { language: "en", press: "Prepare this app", done: "Done: the app is prepared and updated.", view: "Run history" },
    { language: "zh", press: "准备此应用", done: "准备已完成，应用已更新。", view: "执行历史" },
  ])("screen and app are $language, in a narrow window too", async ({ language, press, done, view }) => {
    const user = { code: `admin-${language}`, name: language, password: PASSWORD, language, systemAdministrator: true };
    stage.emulator.domain.people.addUser(user);
    const auth = { username: user.code, password: PASSWORD };
    const client = new KintoneRestAPIClient({ baseUrl: stage.emulator.url, auth });
    ({ app } = await client.app.addApp({ name: language }));
    await client.app.addPlugins({ app, ids: [stage.pluginId] });
    const address = `/k/admin/app/${app}/plugin/config?pluginId=${stage.pluginId}`;
    const foreign = await stage.open(user.code, address);
    await foreign.setViewportSize({ width: 480, height: 900 });
    const toPress = foreign.getByRole("button", { name: press, exact: true });
    await toPress.waitFor();
    await photograph(foreign, `prepare-${language}`);
    await expectAccessible(foreign, "#kbm-settings");
    const part = foreign.locator(".kbm-preparation");
    expect(await part.innerText()).not.toMatch(/[ぁ-んァ-ヶ]/);
    expect(await part.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await toPress.press("Enter");
    await foreign.getByText(done).waitFor();
    expect(Object.keys(model().live!.views)).toContain(view);
    await foreign.context().close();
  });
});

describe("a prepared app", () => {
  it("lets no operator change or delete a finished run, or delete a running one", async () => {
    await open();
    await prepare();
    const record = (values: Record<string, string>) => ({
      app,
      record: Object.fromEntries(
        Object.entries({ record_type: "run", run_trigger: "button", ...values }).map(([code, value]) => [
          code,
          { value },
        ]),
      ),
    });
    const sato = new KintoneRestAPIClient({
      baseUrl: stage.emulator.url,
      auth: { username: "sato", password: PASSWORD },
    });
    const finished = await sato.record.addRecord(record({ run_id: "a", run_status: "success", run_chain_digest: "d" }));
    const running = await sato.record.addRecord(record({ run_id: "b", run_status: "running", run_lock: "held" }));
    const change = { record: { run_message: { value: "changed" } } };
    const refused = { status: 403, code: "CB_NO02" };
    await expect(sato.record.updateRecord({ app, id: finished.id, ...change })).rejects.toMatchObject(refused);
    await expect(sato.record.deleteRecords({ app, ids: [finished.id] })).rejects.toMatchObject(refused);
    await expect(sato.record.deleteRecords({ app, ids: [running.id] })).rejects.toMatchObject(refused);
    await sato.record.updateRecord({ app, id: running.id, ...change });
    await stage.witness.record.deleteRecords({ app, ids: [finished.id, running.id] });
  });
});
