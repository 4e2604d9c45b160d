import { createRestores } from "../../history/restores/restore-records";
import { createRecordStore } from "../../kintone/writing/record-store";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { appOfPage, LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import { discardRestore } from "../../restore/discard-restore";
import type { RestoreLine } from "../../restore/write/restore-journal";
import { messagesFor } from "../../screens/text/run/language";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { readPrivateRestore, removePrivateRestore } from "../../workspace/private-restores";
import { planText } from "../wiring/plan-text";
import { reportInto } from "../worker/restore-report";
import type { KeptInBrowser } from "../worker/kept-restore";

/**
 * Gives a restore up: what it had written stays, the history is told of it, and what is kept of it here goes. Rejects when the history cannot be
 * told; then it can be tried again.
 */
export async function discardBrokenRestore(kept: KeptInBrowser): Promise<void> {
  const { writing, requests } = createRunConnection(sessionOfPage(), {
    requestsAtOnce: 1,
    signal: new AbortController().signal,
    retry: LOOKED_ON,
  });
  const messages = messagesFor(kintone.getLoginUser().language);
  const clock = { now: () => new Date(), seconds: () => performance.now() / 1000 };
  const { restoreId } = kept.start;
  await discardRestore(kept, {
    restores: createRestores(createRecordStore(writing, appOfPage()), {
      ...{ clock, pluginVersion: kept.pluginVersion },
      describe: (problem) => describeProblem(messages, problem),
    }),
    journal: { lines: () => readPrivateRestore<RestoreLine>(restoreId), note: async () => undefined },
    ...{ clock, requests },
    planText: (plan) => planText(kept.start, { ...kept, baseUrl: location.origin }, plan),
    openReport: async () => reportInto([]),
  });
  await removePrivateRestore(restoreId);
}
