import manifest from "../../../manifest.json";
import { offerDownload } from "../../destinations/browser-download";
import { BackupError, cancelledByUser, toBackupError } from "../../domain/errors";
import type { RunOutcome } from "../../domain/outcome";
import type { Excess, OverBudget } from "../../domain/request-budget";
import { factsFile } from "../../history/runs/facts-file";
import { courseOfPage } from "../../kintone/pages/course-of-page";
import { guestSpaceOfPage } from "../../kintone/pages/page-access";
import { recordUrl } from "../../kintone/pages/record-url";
import { budgetQuestion } from "../../screens/run/budget-question";
import { roomQuestion } from "../../screens/run/room-question";
import { openRunDialog } from "../../screens/run/run-dialog";
import type { RunAftermath } from "../../screens/run/run-state";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { savingMessagesFor, type SavingMessages } from "../../screens/text/saving/language";
import type { ParsedSettings } from "../../settings/migration";
import { fromPluginConfig } from "../../settings/plugin-config";
import { WAITS_FOR_MS } from "../../workspace/private-runs";
import { holdRun } from "../../workspace/run-lock";
import { type RunChoices, newRunId } from "../wiring/run-options";
import { resumed } from "../worker/resumable-run";
import type { BrowserRunRequest } from "../worker/run-request";
import { createAcceptanceDesk } from "./acceptance-desk";
import { foreseeExcessInBrowser } from "./budget-in-browser";
import { discardInterruptedRun } from "./discard-run";
import { findInterruptedRun } from "./interrupted-run";
import type { RunPart } from "./parts";
import { foreseeShortageInBrowser } from "./room-in-browser";
import { runInWorker } from "./run-in-worker";
import { createShowingDesk } from "./showing-desk";
import { storeOfPage } from "./store-of-page";

export function createRunPart(script: string): RunPart {
  const messages = () => savingMessagesFor(kintone.getLoginUser().language);
  return {
    /** A run that could go on is not thrown away without a word. */
    async press(pluginId) {
      const words = messages();
      const stored = fromPluginConfig(kintone.plugin.app.getConfig(pluginId));
      const interrupted = await findInterruptedRun();
      if (interrupted) {
        const answer = await kintone.showConfirmDialog({
          title: words.page.interrupted.title,
          body: words.run.startAnewQuestion,
          okButtonText: words.run.startAnew,
          showCancelButton: true,
          cancelButtonText: words.page.cancel,
        });
        if (answer !== "OK") return;
        await discardInterruptedRun(interrupted).catch(() => undefined);
      }
      await watchRun((choices) => createRequest(stored, choices), words, script, stored);
    },
    async goOn(interrupted) {
      if ((await findInterruptedRun())?.runId !== interrupted.runId) return;
      const { language } = kintone.getLoginUser();
      const request = () => resumed(interrupted, { requestToken: kintone.getRequestToken(), language });
      await watchRun(request, messages(), script);
    },
    discard: discardInterruptedRun,
  };
}

/**
 * One run, from the opening of its dialog to its end.
 *
 * @param stored settings of a run that begins: whether there is room for it, and whether it may take so many requests, is asked before
 */
async function watchRun(
  prepare: (choices: RunChoices) => BrowserRunRequest,
  messages: SavingMessages,
  script: string,
  stored?: ParsedSettings,
): Promise<void> {
  const cancelling = new AbortController();
  let runId = "";
  const desk = () => createShowingDesk(script, { runId, onSaved: () => release?.() });
  const handedOver = new Map<string, File>();
  let outcome: RunOutcome | undefined;
  let release: (() => void) | undefined;

  const view = await openRunDialog({
    messages,
    onCancel: () => cancelling.abort(cancelledByUser()),
    onSaveVolume: ({ name }) => {
      const file = handedOver.get(name);
      if (!file) throw new BackupError("DELIVERY_FAILED", `${name} is not at hand`, { facts: { path: name } });
      offerDownload(name, file);
    },
    desk: {
      measure: (files, watcher) => desk().measure(files, watcher),
      confirm: (files) => desk().confirm(files),
    },
    acceptance: createAcceptanceDesk(storeOfPage()),
    onSaveFacts: () => {
      if (!outcome) return;
      const facts = factsFile(outcome, {
        describe: (problem) => describeProblem(messages, problem),
        pluginVersion: manifest.version,
      });
      offerDownload(facts.name, facts.data);
    },
    onClose: () => {
      release?.();
      // The list behind the dialog does not know of the run yet.
      if (outcome?.historyRecordId !== undefined) location.reload();
    },
  });

  try {
    const shortage = stored && (await foreseeShortageInBrowser(stored));
    if (shortage && !cancelling.signal.aborted && !(await view.ask(roomQuestion(messages, shortage)))) return;
    const choices =
      stored && (await chooseBudget(stored, (excess) => view.ask(budgetQuestion(messages, excess)), cancelling.signal));
    if (stored && !choices) return;
    const request = prepare(choices ?? {});
    ({ runId } = request);
    // The volumes stay where they are until the dialog is closed: the operator may want to save them once more.
    release = await holdRun(request.runId);
    outcome = await runInWorker(script, request, {
      report: (progress) => view.progress(progress),
      handOver: async (name, file) => {
        handedOver.set(name, file);
      },
      signal: cancelling.signal,
    });
    saveTheOnlyOne(handedOver);
    view.finished(outcome, aftermath(outcome));
  } catch (thrown) {
    view.failed(toBackupError(thrown));
  }
}

/**
 * A single zip is saved by itself. Several are saved with a press each: from the second download on that nobody pressed for, a
 * browser asks whether the site may, and refuses without a word when the answer was once no; and one that starts by itself while
 * the others wait would look as if they had failed.
 */
function saveTheOnlyOne(handedOver: ReadonlyMap<string, File>): void {
  if (handedOver.size === 1) for (const [name, file] of handedOver) offerDownload(name, file);
}

/** `undefined` when the run is not to begin. */
async function chooseBudget(
  stored: ParsedSettings,
  ask: (excess: Excess) => Promise<OverBudget | undefined>,
  signal: AbortSignal,
): Promise<RunChoices | undefined> {
  const course = await courseOfPage();
  const known = course && { course };
  const excess = await foreseeExcessInBrowser(stored, course);
  if (!excess || signal.aborted) return { ...known };
  const overBudget = await ask(excess);
  return overBudget && { ...known, overBudget };
}

function createRequest(settings: ParsedSettings, choices: RunChoices): BrowserRunRequest {
  const user = kintone.getLoginUser();
  const startedAt = new Date();
  return {
    runId: newRunId(startedAt),
    startedAt,
    baseUrl: location.origin,
    appId: String(kintone.app.getId()),
    guestSpaceId: guestSpaceOfPage(),
    operator: { code: user.code, name: user.name },
    language: user.language,
    requestToken: kintone.getRequestToken(),
    settings,
    choices,
    pluginVersion: manifest.version,
  };
}

function aftermath({ historyRecordId, problems }: RunOutcome): RunAftermath {
  const until = new Date(Date.now() + WAITS_FOR_MS);
  if (historyRecordId !== undefined) return { history: { url: recordUrl(historyRecordId) }, until };
  const unwritten = problems.findLast(({ step }) => step === "history")?.error;
  return { history: { error: unwritten ?? new BackupError("HISTORY_UNWRITABLE", "The run has no record") }, until };
}
