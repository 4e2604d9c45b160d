import type { KintoneRecord } from "../../archive/records/kintone-app";
import { mountHistoryCheckButton } from "../../screens/page/history-check-button";
import { mountBrokenDrillNotice } from "../../screens/page/broken-drill-notice";
import { mountBrokenOffNotice, removeBrokenOffNotice } from "../../screens/page/broken-off-notice";
import { mountOverviewButton } from "../../screens/page/overview-button";
import { mountRestoreButton } from "../../screens/page/restore-button";
import { mountRunButton } from "../../screens/page/run-button";
import { removeUnsavedNotice, showUnsavedNotice } from "../../screens/page/unsaved-notice";
import { pageMessagesFor } from "../../screens/text/page/language";
import type { PageMessages } from "../../screens/text/page/messages";
import { forBrokenDrills } from "../../workspace/begun-drills";
import { anyRunIsLeft, sweepPrivateRuns } from "../../workspace/private-runs";
import { findBrokenRestore } from "./broken-restore";
import { findInterruptedRun } from "./interrupted-run";
import type { FindParts } from "./meeting";
import type { Parts } from "./parts";
import { showInWords } from "./shown-fields";
import { findUnsavedRuns } from "./unsaved-runs";
import { visitOfPage } from "./visit-of-page";
import { withParts } from "./with-parts";

/** The element that a custom view of the app may hold for the overview. */
const OVERVIEW_PLACE = "kbm-history";

/** The plugin on the record list of the backup-management app. */
export function watchRecordList(pluginId: string, findParts: FindParts): void {
  // Fires again at paging and sorting, without a new page; all screens take that into account.
  kintone.events.on("app.record.index.show", (event) => {
    const messages = pageMessagesFor(kintone.getLoginUser().language);
    const use = <Result>(work: (parts: Parts) => Promise<Result>) => withParts(findParts, messages, work);
    const menu = kintone.app.getHeaderMenuSpaceElement();
    if (menu) {
      mountRunButton(menu, {
        messages,
        offered: mayAddRecords(),
        onPress: () => use(async ({ run }) => (await run()).press(pluginId)),
      });
      mountHistoryCheckButton(menu, { messages, onPress: () => use(async ({ history }) => (await history()).check()) });
      mountRestoreButton(menu, {
        messages,
        onPress: () => use(async ({ restore }) => (await restore()).open(pluginId)),
      });
      offerOverview(menu, messages, (place, takesFocus) =>
        use(async ({ history }) => (await history()).drawOverview(place, pluginId, takesFocus)),
      );
      // The page comes first.
      whenIdle(async () => {
        await offerBrokenRestore(pluginId, messages, use);
        await tellOfBrokenDrills(messages, use);
        await offerWhatIsLeft(messages, use);
      });
    }
    if (Array.isArray(event.records)) {
      showInWords(event.records as KintoneRecord[], (code) => kintone.app.getFieldElements(code), messages);
    }
    return event;
  });
}

/** Without a record of it there is no run. Where kintone cannot tell, whoever presses the button is told. */
async function mayAddRecords(): Promise<boolean> {
  try {
    return (await kintone.app.getPermissions?.())?.addRecord ?? true;
  } catch {
    return true;
  }
}

/** Not in Safari, where it is a moment later. */
function whenIdle(work: () => Promise<void>): void {
  if ("requestIdleCallback" in window) requestIdleCallback(() => work(), { timeout: 1000 });
  else setTimeout(() => work(), 100);
}

type Use = <Result>(work: (parts: Parts) => Promise<Result>) => Promise<Result | undefined>;

/** Before anything else: another restore might do once more what this one did. */
async function offerBrokenRestore(pluginId: string, messages: PageMessages, use: Use): Promise<void> {
  const [space, broken] = [kintone.app.getHeaderSpaceElement(), await findBrokenRestore()];
  if (!broken) removeBrokenOffNotice("kbm-broken-restore");
  if (!space || !broken) return;
  const { restoreId, startedAt, app } = broken.start;
  const words = messages.page.brokenRestore;
  mountBrokenOffNotice(space, "kbm-broken-restore", {
    ...{ messages, words, explanation: words.explanation(app.name, messages.quantities.moment(startedAt) ?? "") },
    onResume: () => use(async ({ restore }) => (await restore()).goOn(pluginId, restoreId)),
    onDiscard: () => use(async ({ restore }) => (await restore()).discard(restoreId)),
  });
}

/** A drill cannot go on, but the history must not say that it is under way. When it cannot be told now, the next visit tells it. */
async function tellOfBrokenDrills(messages: PageMessages, use: Use): Promise<void> {
  const [space, { appId, operator }] = [kintone.app.getHeaderSpaceElement(), visitOfPage()];
  const told: string[] = [];
  await forBrokenDrills({ appId, operatorCode: operator.code }, async ({ drillId, appName, startedAt }) => {
    const wasUnderWay = await use(async ({ restore }) => (await restore()).interruptDrill(drillId));
    if (wasUnderWay === undefined) throw new Error("The history was not told");
    const moment = messages.quantities.moment(startedAt) ?? "";
    if (wasUnderWay) told.push(messages.page.brokenDrill.explanation(appName, moment));
  }).catch(() => undefined);
  if (space && told.length > 0) mountBrokenDrillNotice(space, told, messages);
}

/** Looks after what earlier runs left in this browser. */
async function offerWhatIsLeft(messages: PageMessages, use: Use): Promise<void> {
  // Mostly nothing; nor is there where there is no private file system. Then there is nothing more to look for.
  if (!(await anyRunIsLeft().catch(() => false))) {
    removeBrokenOffNotice("kbm-interrupted");
    removeUnsavedNotice();
    return;
  }
  // Company data must not lie about in a browser for longer than it takes to save it.
  await sweepPrivateRuns(new Date()).catch(() => undefined);
  await offerToGoOn(messages, use);
  await offerToSave(messages, use);
}

/** A run of this user that was broken off in this browser is the first thing to see. */
async function offerToGoOn(messages: PageMessages, use: Use): Promise<void> {
  const [space, interrupted] = [kintone.app.getHeaderSpaceElement(), await findInterruptedRun()];
  if (!interrupted) removeBrokenOffNotice("kbm-interrupted");
  if (!space || !interrupted) return;
  const words = messages.page.interrupted;
  const startedAt = messages.quantities.moment(new Date(interrupted.startedAt)) ?? "";
  mountBrokenOffNotice(space, "kbm-interrupted", {
    ...{ messages, words, explanation: words.explanation(startedAt) },
    onResume: () => use(async ({ run }) => (await run()).goOn(interrupted)),
    // A history that cannot be told now finds out by itself: the run is silent.
    onDiscard: () => use(async ({ run }) => (await run()).discard(interrupted).catch(() => undefined)),
  });
}

/** What this user has to save, or to show, comes next. */
async function offerToSave(messages: PageMessages, use: Use): Promise<void> {
  const [space, runs] = [kintone.app.getHeaderSpaceElement(), await findUnsavedRuns()];
  if (!space) return;
  const again = () => offerToSave(messages, use);
  const unsaved = runs.map((run) => ({
    startedAt: new Date(run.startedAt),
    files: run.volumes.length,
    until: run.until,
    onOpen: () => use(async ({ saving }) => (await saving()).open(run)).then(again),
    onDiscard: () => use(async ({ saving }) => (await saving()).discard(run)).then(again),
  }));
  showUnsavedNotice(space, messages, unsaved);
}

/** Drawn at once where a custom view has a place for it, and behind a button in every other view. */
function offerOverview(
  menu: HTMLElement,
  messages: PageMessages,
  draw: (place: HTMLElement, takesFocus: boolean) => Promise<(() => void) | undefined>,
): void {
  const place = document.getElementById(OVERVIEW_PLACE);
  const space = kintone.app.getHeaderSpaceElement();
  if (!place && space) mountOverviewButton(menu, space, { messages, draw: (drawn) => draw(drawn, true) });
  // The event fires again without a new page; what is drawn stays.
  if (!place || place.dataset.kbmDrawn) return;
  place.dataset.kbmDrawn = "yes";
  void draw(place, false);
}
