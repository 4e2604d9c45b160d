import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, it } from "vitest";
import { pageMessagesFor } from "../../src/screens/text/page/language";
import { type RebuildPageMessages, rebuildPageMessagesFor } from "../../src/screens/text/rebuild/page/language";
import { expectWellSeen } from "./looked-over";
import { linkedAppsBackedUp } from "./rebuilding";
import { dialogOf, setStage, showFiles, type Stage } from "./stage";

let stage: Stage;
let folder: string;
let zip: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-rebuild-walk-"));
  stage = await setStage();
  zip = await linkedAppsBackedUp(stage, folder);
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const WALKS = [{ language: "ja" }, { language: "en" }, { language: "zh" }];

/** A walk through the dialog, by its words. */
interface Walk {
  page: Page;
  dialog: Locator;
  words: RebuildPageMessages;
  /** Looks at the step where it is. */
  seen: (step: string) => Promise<void>;
  press: (button: string) => Promise<void>;
}

/** Holds what lays out the forms until it is let go, so that there is time to look. */
async function held(page: Page): Promise<{ asked: Promise<void>; letGo: () => void }> {
  let begun = (): void => undefined;
  let letGo = (): void => undefined;
  const asked = new Promise<void>((resolve) => (begun = resolve));
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.context().route("**/k/v1/preview/app/form/layout.json", async (route) => {
    if (route.request().method() === "PUT") {
      begun();
      await free;
    }
    await route.continue().catch(() => undefined);
  });
  return { asked, letGo: () => letGo() };
}

it.each(WALKS)("every step of making apps anew reads well, narrow and wide, in $language", async ({ language }) => {
  const { users } = stage.emulator.domain.people;
  users.get("admin")!.language = language;
  users.get("sato")!.isInactive = true;
  const words = rebuildPageMessagesFor(language);
  const page = await stage.openList("admin");
  await page.getByRole("button", { name: words.page.restore }).click();
  const dialog = dialogOf(page);
  await showFiles(dialog, zip);
  const walk: Walk = {
    ...{ page, dialog, words },
    seen: (step) => expectWellSeen(page, ".kbm-restore", `rebuild-${language}-${step}`),
    press: (name) => dialog.getByRole("button", { name, exact: true }).click(),
  };
  await toPlan(walk);
  await toItsEnd(walk);
  await page.context().close();
});

/** Of one app that needs another, with everything open that can be opened. */
async function toPlan({ dialog, words: { next }, seen, press }: Walk): Promise<void> {
  const { choices, planned } = next;
  await press(next.offer);
  await dialog.getByRole("checkbox", { name: /受注/ }).check();
  await dialog.getByRole("button", { name: choices.chooseThem }).waitFor();
  await dialog.getByRole("radio", { name: choices.inSpace }).check();
  await dialog.getByLabel(choices.spaceId).fill("404");
  await press(choices.look);
  await dialog.getByText(choices.noSpace("").trim()).waitFor();
  await seen("choices");
  await dialog.getByRole("radio", { name: choices.outside, exact: true }).check();
  await dialog.getByRole("checkbox", { name: choices.comments }).check();
  await dialog.getByLabel(choices.reason).fill("Long_reason_without_a_break_".repeat(6));
  await press(choices.plan);
  await dialog.getByText(planned.inTheWay).waitFor({ timeout: 60_000 });
  await dialog.getByText(planned.toDos).click();
  await seen("people");
  await dialog.getByRole("checkbox", { name: planned.leaveOut }).check();
  await press(planned.again);
  await dialog.getByText(planned.free).waitFor({ timeout: 60_000 });
  await seen("planned");
}

async function toItsEnd({ page, dialog, words, seen, press }: Walk): Promise<void> {
  const { next, rebuild } = words;
  const { asked, letGo } = await held(page);
  await dialog.getByLabel(next.planned.notifications(1)).fill("1");
  await press(next.planned.make(1));
  await asked;
  await dialog.getByText(rebuild.step.layout).waitFor();
  await seen("making");
  await press(words.page.cancel);
  letGo();
  await dialog.getByText(rebuild.verdict.stopped).waitFor({ timeout: 60_000 });
  await seen("stopped");
  await press(next.made.goOn);
  await dialog.getByText(rebuild.heading.toDo).waitFor({ timeout: 90_000 });
  await seen("made");
}

it("so does the notice of what was broken off, and where it goes on", async () => {
  const { users } = stage.emulator.domain.people;
  users.get("admin")!.language = "ja";
  const { next, rebuild } = rebuildPageMessagesFor("ja");
  let page = await stage.openList("admin");
  await page.getByRole("button", { name: "比較と復元" }).click();
  const dialog = dialogOf(page);
  await showFiles(dialog, zip);
  await dialog.getByRole("button", { name: next.offer, exact: true }).click();
  await dialog.getByRole("checkbox", { name: /受注/ }).check();
  await dialog.getByRole("radio", { name: next.choices.onlyApps }).check();
  await dialog.getByRole("button", { name: next.choices.plan, exact: true }).click();
  const { asked } = await held(page);
  await dialog.getByText(next.planned.free).waitFor({ timeout: 60_000 });
  await dialog.getByRole("button", { name: next.planned.make(1), exact: true }).click();
  await asked;
  await dialog.getByText(rebuild.step.layout).waitFor();
  const context = page.context();
  await page.close();
  page = await context.newPage();
  for (const { language } of WALKS) {
    users.get("admin")!.language = language;
    const words = rebuildPageMessagesFor(language);
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    await page.locator("#kbm-broken-rebuild").waitFor();
    await expectWellSeen(page, "#kbm-broken-rebuild", `rebuild-${language}-broken-off`);
    await page.getByRole("button", { name: pageMessagesFor(language).page.brokenRebuild.resume }).click();
    await showFiles(dialogOf(page), zip);
    await dialogOf(page).getByRole("button", { name: words.next.goingOn.begin, exact: true }).waitFor();
    await expectWellSeen(page, ".kbm-restore", `rebuild-${language}-going-on`);
  }
  await context.close();
});
