import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../../scripts/local-kintone";
import type { ProbeReport } from "../../src/probe/report";
import { expectAccessible } from "./accessibility";
import { type Stage, photographWhole, setStage } from "./stage";

let stage: Stage;
afterAll(() => stage?.close());

const section = (page: Page) => page.locator(".kbm-environment");
const rows = (page: Page) => section(page).locator("tbody tr");

/** As the local kintone sends it, with a policy that is stricter than any that is known. */
async function openStrictScreen(): Promise<Page> {
  const page = await stage.open("admin", `/k/admin/app/${stage.appId}/plugin/config?pluginId=${stage.pluginId}`);
  await section(page).waitFor();
  return page;
}

/** Without a policy, as is assumed of kintone. */
async function openScreen(): Promise<Page> {
  const page = await openStrictScreen();
  await page.context().route("**/plugin/config?*", async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": _policy, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.reload();
  await section(page).waitFor();
  return page;
}

async function check(page: Page, button = "環境を確認"): Promise<void> {
  await section(page).getByRole("button", { name: button }).press("Enter");
  await rows(page).first().waitFor({ timeout: 60_000 });
}

/** The ids of the rows with that verdict. */
async function idsOf(page: Page, verdict: string): Promise<string[]> {
  const ids: Locator = rows(page).filter({ hasText: verdict }).locator("th .kbm-quiet");
  return (await ids.allInnerTexts()).sort();
}

/** Each turns one thing of the page into its opposite, before the check. */
const OPPOSITES: Record<string, (page: Page) => unknown> = {
  "worker-from-own-file": (page) =>
    page.evaluate(() => {
      const Own = Worker;
      window.Worker = class extends Own {
        constructor(url: string | URL) {
          if (!String(url).startsWith("blob:")) throw new Error("forbidden");
          super(url);
        }
      };
    }),
  "worker-from-blob": (page) =>
    page.evaluate(() => {
      const Own = Worker;
      window.Worker = class extends Own {
        constructor(url: string | URL) {
          if (String(url).startsWith("blob:")) throw new Error("forbidden");
          super(url);
        }
      };
    }),
  webassembly: (page) =>
    page.evaluate(() => {
      WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError());
    }),
  "compression-stream": (page) => page.evaluate(() => void Reflect.deleteProperty(window, "CompressionStream")),
  "private-files": (page) =>
    page.evaluate(() => {
      navigator.storage.getDirectory = () => Promise.reject(new DOMException("", "SecurityError"));
    }),
  "token-of-another-session": () =>
    stage.emulator.domain.otherAnswers.set("CB_IL02", { status: 422, code: "GAIA_XX99" }),
  course: (page) =>
    page.evaluate(() => {
      Object.assign(kintone, { license: { getSubscriptionPlan: () => Promise.reject(new Error("another course")) } });
    }),
  "synchronous-handles": async (page) => {
    await page.route("**/plugin/content/download.do?*", async (route) => {
      const response = await route.fetch();
      const lacking =
        "if (typeof document === 'undefined') delete FileSystemFileHandle.prototype.createSyncAccessHandle;";
      await route.fulfill({ response, body: `${lacking}\n${await response.text()}` });
    });
    await page.reload();
    await section(page).waitFor();
  },
};

describe("the check of the environment", () => {
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    page = await openScreen();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await check(page);
  });

  it("shows nothing otherwise in a kintone that is as it is assumed, in words that people can read aloud", async () => {
    expect(await idsOf(page, "前提と異なる")).toEqual([]);
    expect(await idsOf(page, "前提どおり")).toEqual(
      expect.arrayContaining(["worker-from-own-file", "worker-from-blob", "synchronous-handles", "post-that-says-get"]),
    );
    expect(
      await section(page)
        .locator("h3")
        .evaluate((heading) => heading === document.activeElement),
    ).toBe(true);
    await section(page).scrollIntoViewIfNeeded();
    await photographWhole(page, "environment");
    await expectAccessible(page, "#kbm-settings");
  });

  it("gives all of it as Markdown and as a file, without names, addresses and secrets", async () => {
    await section(page).getByRole("button", { name: "Markdownでコピー" }).click();
    await section(page).getByText("コピーしました。").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\| worker-from-own-file \| as-assumed \|/m);
    const download = page.waitForEvent("download");
    await section(page).getByRole("button", { name: "JSONで保存" }).click();
    const saved = await readFile(await (await download).path(), "utf8");
    const report = JSON.parse(saved) as ProbeReport;
    expect([report.place, report.logIn]).toEqual(["page", "session"]);
    expect(report.rows.filter(({ reason }) => reason === "writing").length).toBeGreaterThan(20);
    for (const text of [copied, saved]) expect(text).not.toMatch(new RegExp(`localhost|管理者|${PASSWORD}"`));
  });

  it("leaves no file behind in the browser", async () => {
    const names = await page.evaluate(async () => {
      const found: string[] = [];
      for await (const [name] of (await navigator.storage.getDirectory()).entries()) found.push(name);
      return found;
    });
    expect(names.filter((name) => name.includes("probe"))).toEqual([]);
  });

  it.each(Object.entries(OPPOSITES))("shows in the very row of %s when it is otherwise", async (id, turn) => {
    const other = await openScreen();
    const { domain } = stage.emulator;
    try {
      await turn(other);
      await check(other);
      expect(await idsOf(other, "前提と異なる")).toEqual([id]);
    } finally {
      domain.opposites.clear();
      domain.otherAnswers.clear();
      await other.context().close();
    }
  });
});

it("names the policy of a page that forbids blob Workers and WebAssembly, in the language of the user", async () => {
  const { people } = stage.emulator.domain;
  people.users.get("admin")!.language = "en";
  const page = await openStrictScreen();
  await check(page, "Check this environment");
  expect(await idsOf(page, "Otherwise")).toEqual(["content-security-policy", "webassembly", "worker-from-blob"]);
  await photographWhole(page, "environment-strict");
  await expectAccessible(page, "#kbm-settings");
});
