import type { FileCellItem } from "../../../src/archive/records/kintone-app";
import { BackupError } from "../../../src/domain/errors";
import type { AppRecord, RecordStore } from "../../../src/domain/record-store";
import { createHistory } from "../../../src/history/runs/run-records";
import { historyContract } from "../../contracts/history";
import { noRights } from "../../emulator/domain/app-settings";
import { Files } from "../../emulator/domain/files";
import { appsInKintone } from "../management-app/app-in-kintone";
import { createInMemoryStore } from "../management-app/in-memory-store";

const appInKintone = appsInKintone();
const everyone = { type: "GROUP", code: "everyone" } as const;

const historyOver = (store: RecordStore, time: { now: Date }) => () =>
  createHistory(store, {
    ...{ describe: ({ error }) => error.code, pluginVersion: "0.1.0", clock: { now: () => time.now } },
  });
const logKey = (record: AppRecord) => (record.run_log?.value as FileCellItem[])[0]?.fileKey ?? "";

historyContract("an app in kintone", async () => {
  const { app, domain, time, store } = appInKintone();
  domain.faults.clear();
  return {
    ...{ store, time, history: historyOver(store, time) },
    async logOf(record) {
      const file = domain.files.attached.get(logKey(record));
      return file && new TextDecoder().decode(Files.read(file.content));
    },
    count: () => app.records.size,
    close(to = "everything") {
      const may = { ...noRights, includeSubs: false, recordViewable: true, recordAddable: to === "edits" };
      app.change({ appAcl: to === "everything" ? [] : [{ entity: everyone, ...may }] });
      app.deploy("admin");
    },
    strip() {
      app.change({ properties: {} });
      app.deploy("admin");
    },
    fail: () => domain.faults.add({ when: { path: "*" }, do: { kind: "unavailable", body: "text" } }),
  };
});

const CLOSED = {
  everything: ["find", "add", "addAll", "update", "upload"],
  changes: ["add", "addAll", "update"],
  edits: ["update"],
} as const;

historyContract("the store of the history's tests", async () => {
  const time = { now: new Date() };
  const { store, uploads, records } = createInMemoryStore(time);
  const refusals: Partial<Record<keyof RecordStore, BackupError>> = {};
  const guard =
    <Given extends unknown[], Result>(name: keyof RecordStore, work: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      const refusal = refusals[name];
      if (refusal) throw refusal;
      return work(...given);
    };
  const { find, add, addAll, update, upload, download } = store;
  const guarded: RecordStore = {
    ...{ find: guard("find", find), add: guard("add", add), addAll: guard("addAll", addAll) },
    ...{ update: guard("update", update), upload: guard("upload", upload), download },
  };
  const refuse = (names: ReadonlyArray<keyof RecordStore>, refusal: BackupError) => {
    for (const name of names) refusals[name] = refusal;
  };
  const noRight = new BackupError("NO_PERMISSION", "no", { answer: { status: 403, code: "CB_NO02" } });
  return {
    ...{ store: guarded, time, history: historyOver(guarded, time) },
    logOf: async (record) => uploads.get(logKey(record))?.data.text(),
    count: () => records().length,
    close: (to = "everything") => refuse(CLOSED[to], noRight),
    strip: () =>
      refuse(["find"], new BackupError("QUERY_REFUSED", "no", { answer: { status: 400, code: "GAIA_IQ11" } })),
    fail: () =>
      refuse(CLOSED.everything, new BackupError("UNAVAILABLE", "503", { answer: { status: 503 }, retryable: true })),
  };
});
