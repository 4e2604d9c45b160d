import { cancelledByUser, toBackupError } from "../engine/errors";
import { type RunWatcher, checkHistory } from "../history/chain/check-history";
import { createRecordStore } from "../kintone/record-store";
import { createRunConnection } from "../kintone/run-connection";
import { openChainDialog } from "../screens/chain/chain-dialog";
import type { InspectorMessages } from "../screens/text/chain/language";
import { appOfPage, sessionOfPage } from "./page-access";
import { recordUrl } from "./record-url";

/** "Check history" was pressed: one check, until it is over or its dialog is closed. It reads, as the user, and nothing else. */
export async function pressChainButton(messages: InspectorMessages): Promise<void> {
  const closing = new AbortController();
  const { signal } = closing;
  const view = await openChainDialog({ messages, urlOf: recordUrl, onClose: () => closing.abort(cancelledByUser()) });
  const { reading } = createRunConnection(sessionOfPage(), { requestsAtOnce: 1, signal });
  try {
    view.checked(await checkHistory(createRecordStore(reading, appOfPage()), nowAndThen(view.read)));
  } catch (thrown) {
    view.failed(toBackupError(thrown));
  }
}

/** Less than a frame of 60 a second. */
const MILLISECONDS_AT_WORK = 12;

/** Digests keep the processor busy: after a while of them the page gets its turn, and is told how far they are. */
function nowAndThen(report: (runs: number) => void): RunWatcher {
  let last = performance.now();
  return async (_run, read) => {
    if (performance.now() - last < MILLISECONDS_AT_WORK) return;
    report(read);
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
