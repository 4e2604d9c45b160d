import type { RecordStore } from "../../domain/record-store";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { appOfPage, LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import { createRecordStore } from "../../kintone/writing/record-store";

/** The records of the page's app, to somebody who looks at the page, one request after the other. */
export function storeOfPage(): RecordStore {
  const { signal } = new AbortController();
  const { writing } = createRunConnection(sessionOfPage(), { requestsAtOnce: 1, signal, retry: LOOKED_ON });
  return createRecordStore(writing, appOfPage());
}
