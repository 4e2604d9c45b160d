import type { FileCellItem } from "../../../src/archive/records/kintone-app";
import { BackupError } from "../../../src/domain/errors";
import type { AppRecord, RecordStore } from "../../../src/domain/record-store";
import { createHistory } from "../../../src/history/runs/run-records";
import { historyContract } from "../../contracts/history";
import { Files } from "../../emulator/domain/files";
import { appsInKintone } from "../management-app/app-in-kintone";
import { createInMemoryStore } from "../management-app/in-memory-store";

const appInKintone = appsInKintone();

const historyOver = (store: RecordStore, time: { now: Date }) => () =>
  createHistory(store, {
    ...{ describe: ({ error }) => error.code, pluginVersion: "0.1.0", clock: { now: () => time.now } },
  });
const logKey = (record: AppRecord) => (record.run_log?.value as FileCellItem[])[0]?.fileKey ?? "";

historyContract("an app in kintone", async () => {
  const { app, domain, time, store } = appInKintone();
  return {
    ...{ store, time, history: historyOver(store, time) },
    async logOf(record) {
      const file = domain.files.attached.get(logKey(record));
      return file && new TextDecoder().decode(Files.read(file.content));
    },
    close() {
      app.change({ appAcl: [] });
      app.deploy("admin");
    },
  };
});

historyContract("the store of the history's tests", async () => {
  const time = { now: new Date() };
  const { store, uploads } = createInMemoryStore(time);
  let isClosed = false;
  const guard =
    <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> =>
      isClosed
        ? Promise.reject(new BackupError("NO_PERMISSION", "no", { answer: { status: 403, code: "CB_NO02" } }))
        : work(...given);
  const { find, add, addAll, update, upload } = store;
  const guarded: RecordStore = {
    ...{ find: guard(find), add: guard(add), addAll: guard(addAll), update: guard(update), upload: guard(upload) },
  };
  return {
    ...{ store: guarded, time, history: historyOver(guarded, time) },
    logOf: async (record) => uploads.get(logKey(record))?.data.text(),
    close() {
      isClosed = true;
    },
  };
});
