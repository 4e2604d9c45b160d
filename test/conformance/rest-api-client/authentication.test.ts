import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../../emulator/domain/domain";
import { createPages } from "../../emulator/pages/server";
import { startEmulator } from "../../emulator/server";
import type { Emulator } from "../../emulator/server";
import { launchChromium, openPage } from "../chromium";

const domain = createDomain();
let emulator: Emulator;
let browser: Browser;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });
  const customers = { 名称: { ...text("名称"), unique: true } };
  const lookup = {
    relatedApp: { app: "1", code: "" },
    relatedKeyField: "名称",
    fieldMappings: [],
    lookupPickerFields: [],
    filterCond: "",
    sort: "",
  };
  const orders = { 件名: text("件名"), 顧客: { ...text("顧客"), lookup } };
  for (const [name, properties] of Object.entries({ 顧客: customers, 受注: orders })) {
    const app = domain.addApp({ name, creator: "admin", properties });
    app.tokens.push({ token: `token-${app.id}`, view: true, add: true, edit: true, delete: false, manage: false });
  }
  domain.apps.get(1)?.addRecord({ 名称: { value: "東都精工" } });
  [emulator, browser] = await Promise.all([
    startEmulator({ domain, pages: (context) => createPages(context, { withoutContentSecurityPolicy: true }) }),
    launchChromium(),
  ]);
});
afterAll(() => Promise.all([emulator.close(), browser.close()]));

const withAuth = (auth: { apiToken: string | string[] } | { username: string; password: string }) =>
  new KintoneRestAPIClient({ baseUrl: emulator.url, auth });
const order = { 顧客: { value: "東都精工" } };

describe("an API token", () => {
  it("acts in its app as the Administrator, and may do what it was made for", async () => {
    const client = withAuth({ apiToken: "token-2" });
    const { id } = await client.record.addRecord({ app: 2, record: { 件名: { value: "一" } } });
    const { record } = await client.record.getRecord({ app: 2, id });
    expect(record["作成者"]?.value).toEqual({ code: "", name: "Administrator" });
    await expect(client.record.deleteRecords({ app: 2, ids: [id] })).rejects.toMatchObject({ code: "GAIA_NO01" });
    await expect(client.record.getRecords({ app: 1 })).rejects.toMatchObject({ code: "GAIA_IA02" });
  });

  it("looks up from another app only together with that app's token", async () => {
    const one = withAuth({ apiToken: "token-2" });
    await expect(one.record.addRecord({ app: 2, record: order })).rejects.toMatchObject({ code: "GAIA_LO04" });
    const both = withAuth({ apiToken: ["token-1", "token-2"] });
    const { id } = await both.record.addRecord({ app: 2, record: order });
    expect((await both.record.getRecord({ app: 2, id })).record["顧客"]?.value).toBe("東都精工");
    expect((await both.record.getRecords({ app: 1 })).records).toHaveLength(1);
  });

  it("does not reach settings without the right to manage, nor what tokens never reach", async () => {
    const client = withAuth({ apiToken: "token-2" });
    expect(Object.keys((await client.app.getFormFields({ app: 2 })).properties)).toContain("件名");
    await expect(client.app.getFormFields({ app: 2, preview: true })).rejects.toMatchObject({ code: "GAIA_NO01" });
    await expect(client.app.getAppCustomize({ app: 2 })).rejects.toMatchObject({ code: "GAIA_NO01" });
    await expect(client.app.addApp({ name: "新規" })).rejects.toMatchObject({ code: "GAIA_NO01" });
  });
});

describe("a password", () => {
  it("is refused when wrong, with a status and a code", async () => {
    const client = withAuth({ username: "admin", password: "wrong" });
    await expect(client.app.getApp({ id: 1 })).rejects.toMatchObject({ status: 401, code: "CB_WA01" });
  });
});

describe("in a page", () => {
  it("a token counts beside the session's cookie, and a session whose token is wrong may only read", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `export { KintoneRestAPIClient } from "@kintone/rest-api-client";`,
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      write: false,
      format: "iife",
      globalName: "bundle",
      logLevel: "error",
    });
    const page = await openPage(browser, `${emulator.url}/k/1/`, { code: "admin", password: "kintone" });
    await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
    const answers = await page.evaluate(async () => {
      const world = globalThis as unknown as {
        bundle: { KintoneRestAPIClient: typeof KintoneRestAPIClient };
        kintone: { getRequestToken(): string };
      };
      const Client = world.bundle.KintoneRestAPIClient;
      const record = { 件名: { value: "頁から" } };
      const codeOf = (work: Promise<unknown>) =>
        work.then(
          () => "",
          (error: { code?: string }) => error.code,
        );
      const byToken = new Client({ auth: { apiToken: "token-2" } });
      const { id } = await byToken.record.addRecord({ app: 2, record });
      const added = await byToken.record.getRecord({ app: 2, id });
      const refused = await codeOf(byToken.record.getRecords({ app: 1 }));
      const { getRequestToken } = world.kintone;
      world.kintone.getRequestToken = () => `not ${getRequestToken()}`;
      const bySession = new Client();
      const read = (await bySession.record.getRecords({ app: 1 })).records.length;
      return {
        creator: added.record["作成者"]?.value,
        refused,
        read,
        write: await codeOf(bySession.record.addRecord({ app: 2, record })),
        remove: await codeOf(bySession.record.deleteRecords({ app: 2, ids: [id] })),
        upload: await codeOf(bySession.file.uploadFile({ file: { name: "a.txt", data: "a" } })),
      };
    });
    expect(answers).toEqual({
      creator: { code: "", name: "Administrator" },
      refused: "GAIA_IA02",
      read: 1,
      write: "CB_IL02",
      remove: "CB_IL02",
      upload: "CB_IL02",
    });
  });
});
