import manifest from "../../../manifest.json";
import { offerDownload } from "../../destinations/browser-download";
import { BackupError, cancelledByUser, toBackupError } from "../../domain/errors";
import type { RunOutcome } from "../../domain/outcome";
import type { Excess, OverBudget } from "../../domain/request-budget";
import { factsFile } from "../../history/runs/facts-file";
import { courseOfPage } from "../../kintone/pages/course-of-page";
import { appOfPage, sessionOfPage } from "../../kintone/pages/page-access";
import { recordUrl } from "../../kintone/pages/record-url";
import { budgetQuestion } from "../../screens/run/budget-question";
import { lossQuestion } from "../../screens/run/loss-question";
import { ruleNewsQuestion } from "../../screens/run/rule-news-question";
import { roomQuestion } from "../../screens/run/room-question";
import { openRunDialog } from "../../screens/run/run-dialog";
import type { RunAftermath } from "../../screens/run/run-state";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import type { SavingMessages } from "../../screens/text/saving/language";
import type { ParsedSettings } from "../../settings/migration";
import type { Capabilities } from "../../workspace/capabilities";
import { WAITS_FOR_MS } from "../../workspace/private-runs";
import { holdRun } from "../../workspace/run-lock";
import type { RunChoices } from "../wiring/run-options";
import type { BrowserRunRequest } from "../worker/run-request";
import { createAcceptanceDesk } from "./acceptance-desk";
import { foreseeExcessInBrowser } from "./budget-in-browser";
import { foreseeRuleNews } from "../wiring/rule-news-before-run";
import { foreseeShortageInBrowser } from "./room-in-browser";
import { findRunPlace, type RunPlace } from "./run-place";
import { createShowingDesk } from "./showing-desk";
import { settleSilentRun } from "./silent-run";
import { storeOfPage } from "./store-of-page";

/**
 * One run, from the opening of its dialog to its end.
 *
 * @param script URL of the plugin's second file
 * @param stored settings of a run that begins: whether there is room for it, and whether it may take so many requests, is asked before
 */
export async function watchRun(
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
  /** The list behind the dialog does not know what became of the run. */
  let isListOutdated = false;

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
      if (isListOutdated) location.reload();
    },
  });

  let place: RunPlace | undefined;
  let request: BrowserRunRequest | undefined;
  try {
    place = await findRunPlace(script);
    const isAsked = !cancelling.signal.aborted;
    if (isAsked && losesAll(place) && !(await view.ask(lossQuestion(messages, place.kind)))) return;
    const shortage = stored && (await foreseeShortageInBrowser(stored));
    if (shortage && !cancelling.signal.aborted && !(await view.ask(roomQuestion(messages, shortage)))) return;
    const news = stored && !cancelling.signal.aborted ? await foreseeRuleNews(sessionOfPage(), appOfPage()) : [];
    if (news.length > 0 && !cancelling.signal.aborted && !(await view.ask(ruleNewsQuestion(messages, news)))) return;
    const choices =
      stored && (await chooseBudget(stored, (excess) => view.ask(budgetQuestion(messages, excess)), cancelling.signal));
    if (stored && !choices) return;
    request = prepare(choices ?? {});
    ({ runId } = request);
    // The volumes stay where they are until the dialog is closed: the operator may want to save them once more.
    release = await holdRun(request.runId);
    outcome = await place.run(request, {
      report: (progress) => view.progress(progress),
      handOver: async (name, file) => {
        handedOver.set(name, file);
      },
      signal: cancelling.signal,
    });
    isListOutdated = outcome.historyRecordId !== undefined;
    saveTheOnlyOne(handedOver);
    view.finished(outcome, aftermath(outcome));
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code !== "RUN_SILENT" || !request) return view.failed(error);
    release?.();
    isListOutdated = true;
    view.failed(await settleSilentRun(request, error, cancelling.signal));
  } finally {
    place?.leave();
  }
}

/**
 * Whether a run that is broken off here is lost.
 *
 * @throws what keeps runs from being made here at all
 */
function losesAll({ capabilities }: { capabilities: Capabilities }): boolean {
  if (capabilities.kind === "usable") return !capabilities.resumes;
  if (capabilities.kind === "parts-missing") {
    const reason = capabilities.names.join(", ");
    throw new BackupError("BROWSER_TOO_OLD", `This browser lacks ${reason}`, { facts: { reason } });
  }
  const { reason } = capabilities;
  throw new BackupError("NO_PRIVATE_STORAGE", "This browser keeps no files", { facts: { ...(reason && { reason }) } });
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

function aftermath({ historyRecordId, problems }: RunOutcome): RunAftermath {
  const until = new Date(Date.now() + WAITS_FOR_MS);
  if (historyRecordId !== undefined) return { history: { url: recordUrl(historyRecordId) }, until };
  const unwritten = problems.findLast(({ step }) => step === "history")?.error;
  return { history: { error: unwritten ?? new BackupError("HISTORY_UNWRITABLE", "The run has no record") }, until };
}
