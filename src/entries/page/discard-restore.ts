import { createRestores } from "../../history/restores/restore-records";
import { createRecordStore } from "../../kintone/writing/record-store";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { appOfPage, LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import type { DiscardedRestore } from "../../restore/discard-restore";
import { messagesFor } from "../../screens/text/run/language";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { discardInBrowser } from "../worker/discarded-restore";
import type { KeptInBrowser } from "../worker/kept-restore";

/** Gives a restore up, as somebody who looks at the page wants it. Rejects as `discardInBrowser` does. */
export async function discardBrokenRestore(kept: KeptInBrowser): Promise<DiscardedRestore> {
  const { writing, requests } = createRunConnection(sessionOfPage(), {
    requestsAtOnce: 1,
    signal: new AbortController().signal,
    retry: LOOKED_ON,
  });
  const messages = messagesFor(kintone.getLoginUser().language);
  const clock = { now: () => new Date(), seconds: () => performance.now() / 1000 };
  const restores = createRestores(createRecordStore(writing, appOfPage()), {
    ...{ clock, pluginVersion: kept.pluginVersion },
    describe: (problem) => describeProblem(messages, problem),
  });
  return discardInBrowser(kept, { restores, clock, requests, baseUrl: location.origin });
}
