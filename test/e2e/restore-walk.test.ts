import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page, Request } from "playwright-core";
import { afterAll, beforeAll, it } from "vitest";
import { pageMessagesFor } from "../../src/screens/text/page/language";
import { type RestoringMessages, restoringMessagesFor } from "../../src/screens/text/restoring/language";
import { expectWellSeen } from "./looked-over";
import { backedUp, CUSTOMERS } from "./restoring";
import { type Stage, dialogOf, setStage, showFiles } from "./stage";

/** A name that somebody may well give an app, without a place to break it. */
const LONG = `顧客${"_customers_of_all_branches".repeat(3)}`;
const REASON = "Long_reason_without_a_break_".repeat(6);

let stage: Stage;
let folder: string;
let zip: string;
let twin: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-walk-"));
  stage = await setStage();
  zip = await backedUp(stage, folder);
  const { apps } = stage.emulator.domain;
  const { properties } = apps.get(Number(CUSTOMERS.app))!.live!;
  twin = String(
    stage.emulator.domain.addApp({ name: LONG, creator: "sato", properties: structuredClone(properties) }).id,
  );
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

/** One record is gone, one is another, with a text that has no place to break, and one is new. */
async function damage(code: string): Promise<void> {
  const { record } = stage.witness;
  const { records } = await record.getRecords({
    ...CUSTOMERS,
    query: '顧客コード in ("C00005", "C00007") order by $id asc',
  });
  const [gone, changed] = records.map(({ $id }) => String($id!.value));
  await record.deleteRecords({ ...CUSTOMERS, ids: [gone!] });
  await record.updateRecord({ ...CUSTOMERS, id: changed!, record: { メモ: { value: "long_".repeat(60) } } });
  const added = { 顧客コード: { value: code }, 顧客名: { value: "新しい会社" }, 郵便番号: { value: "1000001" } };
  await record.addRecord({ ...CUSTOMERS, record: added });
}

/** Holds what adds records to the app until it is let go, so that there is time to look. */
async function held(page: Page): Promise<{ asked: Promise<void>; letGo: () => void }> {
  let begun = (): void => undefined;
  let letGo = (): void => undefined;
  const asked = new Promise<void>((resolve) => (begun = resolve));
  const free = new Promise<void>((resolve) => (letGo = resolve));
  const adds = (request: Request) => request.method() === "POST" && (request.postData() ?? "").includes('"フリガナ":');
  await page.context().route("**/k/v1/records.json", async (route) => {
    if (adds(route.request())) {
      begun();
      await free;
    }
    await route.continue().catch(() => undefined);
  });
  return { asked, letGo: () => letGo() };
}

/** Takes the last way out of whatever stands in the way, until the restore can begin: nothing is deleted. */
async function allSettled(dialog: Locator, { restoring }: RestoringMessages): Promise<void> {
  const { checking } = restoring;
  const begin = dialog.getByRole("button", { name: checking.restore, exact: true });
  const again = dialog.getByRole("button", { name: checking.again, exact: true });
  await begin.or(again).waitFor();
  while (!(await begin.count())) {
    for (const obstacle of await dialog.locator(".kbm-obstacle:has(.kbm-way)").all()) {
      await obstacle.locator(".kbm-way button").last().click();
    }
    await again.click();
    await begin.or(again).waitFor();
  }
}

const WALKS = [{ language: "ja" }, { language: "en" }, { language: "zh" }];

/** A walk through the dialog, by its words. */
interface Walk {
  page: Page;
  dialog: Locator;
  words: RestoringMessages;
  /** Looks at the step where it is. */
  seen: (step: string) => Promise<void>;
  press: (button: string) => Promise<void>;
}

it.each(WALKS)("every step of a restore reads well, narrow and wide, in $language", async ({ language }) => {
  stage.emulator.domain.people.users.get("sato")!.language = language;
  const words = restoringMessagesFor(language);
  await damage(`X_${language}`);
  const page = await stage.openList("sato");
  await page.getByRole("button", { name: words.page.restore }).click();
  const dialog = dialogOf(page);
  await dialog.locator(".kbm-restore").waitFor();
  const walk: Walk = {
    ...{ page, dialog, words },
    seen: (step) => expectWellSeen(page, ".kbm-restore", `walk-${language}-${step}`),
    press: (name) => dialog.getByRole("button", { name, exact: true }).click(),
  };
  await toComparisons(walk);
  await toPlan(walk);
  await toItsEnd(walk);
  await page.context().close();
});

/** With another app, and with its own. */
async function toComparisons({ dialog, words: { restoring }, seen, press }: Walk): Promise<void> {
  const { app, compared, recording } = restoring;
  await seen("zips");
  await showFiles(dialog, zip);
  await dialog.getByRole("checkbox", { name: app.elsewhere }).check();
  await dialog.getByLabel(app.find).fill("customers_of_all");
  await press(app.look);
  await dialog.getByLabel(app.target).selectOption({ value: twin });
  await dialog.getByLabel(app.key).waitFor();
  await seen("other-app");
  await press(app.compare);
  await dialog.getByText(compared.records, { exact: true }).first().waitFor();
  await seen("compared-with-other");
  await press(compared.again);
  await seen("apps");
  await press(app.compare);
  await dialog.locator("tbody tr").first().waitFor();
  await dialog.getByText(recording.heading).click();
  await seen("compared");
}

/** With everything open that can be opened, and everything wanted that can be. */
async function toPlan({ dialog, words, seen, press }: Walk): Promise<void> {
  const { choices, compared, which } = words.restoring;
  await press(compared.restore);
  const modes = dialog.getByRole("group", { name: choices.modes }).getByRole("checkbox");
  for (const at of [0, 1]) await modes.nth(at).check();
  await dialog.locator("fieldset details summary").click();
  await modes.last().check();
  await dialog.getByText(choices.newerNote).waitFor();
  await modes.last().check();
  await dialog.getByText(which.heading).click();
  await dialog.getByLabel(choices.reason).fill(REASON);
  await seen("choices");
  await press(choices.check);
  await dialog.locator(".kbm-obstacle").first().waitFor();
  await seen("in-the-way");
  await allSettled(dialog, words);
  await seen("checked");
}

async function toItsEnd({ page, dialog, words, seen, press }: Walk): Promise<void> {
  const { checking, choices, outcome } = words.restoring;
  const { asked, letGo } = await held(page);
  await press(checking.restore);
  await asked;
  await dialog.getByText(words.restored.phase.writing).waitFor();
  await seen("restoring");
  letGo();
  await dialog.getByText(outcome.wayBack).waitFor();
  await seen("restored");
  await press(words.page.undoRestore);
  await dialog.getByText(choices.heading).waitFor();
  await seen("undone");
}

it("so do the notice of one that was broken off, its record and the overview", async () => {
  const { restoring } = restoringMessagesFor("ja");
  const { users } = stage.emulator.domain.people;
  users.get("sato")!.language = "ja";
  await damage("X_off");
  let page = await stage.openList("sato");
  await page.getByRole("button", { name: "比較と復元" }).click();
  const dialog = dialogOf(page);
  await showFiles(dialog, zip);
  await dialog.getByRole("button", { name: restoring.app.compare, exact: true }).click();
  await dialog.getByRole("button", { name: restoring.compared.restore, exact: true }).click();
  await dialog.getByRole("group", { name: restoring.choices.modes }).getByRole("checkbox").first().check();
  await dialog.getByLabel(restoring.choices.reason).fill(REASON);
  await dialog.getByRole("button", { name: restoring.choices.check, exact: true }).click();
  await allSettled(dialog, restoringMessagesFor("ja"));
  const { asked } = await held(page);
  await dialog.getByRole("button", { name: restoring.checking.restore, exact: true }).click();
  await asked;
  const context = page.context();
  await page.close();
  page = await context.newPage();
  const query = 'record_type in ("restore") and restore_verdict in ("as-planned") order by $id desc limit 1';
  const [restored] = (await stage.witness.record.getRecords({ app: stage.appId, query })).records;
  for (const { language } of WALKS) {
    users.get("sato")!.language = language;
    const words = pageMessagesFor(language).page;
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    await page.locator("#kbm-broken-restore").waitFor();
    await expectWellSeen(page, "#kbm-broken-restore", `walk-${language}-broken-off`);
    await page.getByRole("button", { name: words.openOverview }).click();
    await page.locator(".kbm-overview").waitFor();
    await expectWellSeen(page, ".kbm-overview", `walk-${language}-overview`);
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/show#record=${String(restored!.$id!.value)}`);
    const undo = page.getByRole("button", { name: words.undoRestore });
    await undo.waitFor();
    await expectWellSeen(page, "#kbm-restore-button", `walk-${language}-record`);
  }
  await context.close();
});
