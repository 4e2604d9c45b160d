import { savingMessagesFor } from "../../screens/text/saving/language";
import type { ParsedSettings } from "../../settings/migration";
import { fromPluginConfig } from "../../settings/plugin-config";
import { type RunChoices, newRunId } from "../wiring/run-options";
import { resumed } from "../worker/resumable-run";
import type { BrowserRunRequest } from "../worker/run-request";
import { discardInterruptedRun } from "./discard-run";
import { findInterruptedRun } from "./interrupted-run";
import type { RunPart } from "./parts";
import { visitOfPage } from "./visit-of-page";
import { watchRun } from "./watched-run";

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
      await watchRun(() => resumed(interrupted, visitOfPage()), messages(), script);
    },
    discard: discardInterruptedRun,
  };
}

function createRequest(settings: ParsedSettings, choices: RunChoices): BrowserRunRequest {
  const startedAt = new Date();
  return { ...visitOfPage(), runId: newRunId(startedAt), startedAt, settings, choices };
}
