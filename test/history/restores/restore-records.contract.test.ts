import type { FileCellItem } from "../../../src/archive/records/kintone-app";
import { createRestores } from "../../../src/history/restores/restore-records";
import { createHistory } from "../../../src/history/runs/run-records";
import { restoresContract } from "../../contracts/restores";
import { appsInKintone } from "../management-app/app-in-kintone";

const appInKintone = appsInKintone();

restoresContract("an app in kintone", async () => {
  const { app, domain, time, store } = appInKintone();
  domain.faults.clear();
  const options = { pluginVersion: "0.1.0", clock: { now: () => time.now } };
  return {
    ...{ store, time },
    restores: () => createRestores(store, { describe: ({ error }) => error.code, ...options }),
    history: () => createHistory(store, { describe: ({ error }) => error.code, ...options }),
    async tamper(record, code) {
      const [item] = record[code]!.value as FileCellItem[];
      const fileKey = await store.upload({ name: item!.name, data: new Blob(['["1","999"]\n']) });
      await store.update([{ id: String(record.$id?.value), record: { [code]: { value: [{ fileKey }] } } }]);
    },
    close() {
      app.change({ appAcl: [] });
      app.deploy("admin");
    },
    age() {
      const { properties } = app.settings;
      const kept = Object.entries(properties).filter(([code]) => !code.startsWith("restore_"));
      app.change({ properties: Object.fromEntries(kept) });
      delete app.preview.properties.record_type!.options!.restore;
      app.deploy("admin");
    },
  };
});
