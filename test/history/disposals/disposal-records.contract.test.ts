import { describe, expect, it } from "vitest";
import { allLinks } from "../../../src/history/chain/all-links";
import { checkChain } from "../../../src/history/chain/check-chain";
import { createDisposals } from "../../../src/history/disposals/disposal-records";
import { createHistory } from "../../../src/history/runs/run-records";
import { disposalsContract } from "../../contracts/disposals";
import { appsInKintone } from "../management-app/app-in-kintone";
import { outcome, start } from "./disposals";

const appInKintone = appsInKintone();

disposalsContract("an app in kintone", async () => {
  const { app, domain, time, store } = appInKintone();
  domain.faults.clear();
  const options = { describe: ({ error }: { error: { code: string } }) => error.code, pluginVersion: "0.1.0" };
  const clock = { now: () => time.now };
  return {
    ...{ store, time },
    disposals: () => createDisposals(store, { ...options, clock }),
    history: () => createHistory(store, { ...options, clock }),
    close() {
      app.change({ appAcl: [] });
      app.deploy("admin");
    },
    age() {
      const { properties } = app.settings;
      const kept = Object.entries(properties).filter(([code]) => !code.startsWith("disposal_"));
      app.change({ properties: Object.fromEntries(kept) });
      delete app.preview.properties.record_type!.options!.disposal;
      app.deploy("admin");
    },
  };
});

describe("the chain", () => {
  it.each([
    ["disposal_verdict", "remains"],
    ["disposal_kind", "held"],
    ["disposal_rule", "last 1"],
    ["disposal_volumes", ""],
    ["disposal_approved_by", "somebody else"],
    ["record_type", "run"],
  ])("breaks where somebody changes %s of a disposal", async (code, value) => {
    const { store, time } = appInKintone();
    const disposals = createDisposals(store, {
      ...{ describe: () => "", pluginVersion: "1", clock: { now: () => time.now } },
    });
    await disposals.begin(start);
    const id = await disposals.finish(outcome);
    await store.update([{ id, record: { [code]: { value } } }]);
    expect((await checkChain(allLinks(store))).breaks).toMatchObject([{ kind: "changed" }]);
  });
});
