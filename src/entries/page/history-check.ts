import { cancelledByUser, toBackupError } from "../../domain/errors";
import { checkHistory } from "../../history/chain/check-history";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { appOfPage, sessionOfPage } from "../../kintone/pages/page-access";
import { recordUrl } from "../../kintone/pages/record-url";
import { createRecordStore } from "../../kintone/writing/record-store";
import { openChainDialog } from "../../screens/chain/chain-dialog";
import type { InspectorMessages } from "../../screens/text/chain/language";
import { takingTurns } from "./taking-turns";

/** One check, until it is over or its dialog is closed. It reads, as the user, and nothing else. */
export async function checkHistoryOfPage(messages: InspectorMessages): Promise<void> {
  const closing = new AbortController();
  const { signal } = closing;
  const view = await openChainDialog({ messages, urlOf: recordUrl, onClose: () => closing.abort(cancelledByUser()) });
  const { reading } = createRunConnection(sessionOfPage(), { requestsAtOnce: 1, signal });
  const turn = takingTurns(view.read);
  try {
    view.checked(await checkHistory(createRecordStore(reading, appOfPage()), async (_run, read) => turn(read)));
  } catch (thrown) {
    view.failed(toBackupError(thrown));
  }
}
