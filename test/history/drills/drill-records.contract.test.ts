import { describe, expect, it } from "vitest";
import { allLinks } from "../../../src/history/chain/all-links";
import { checkChain } from "../../../src/history/chain/check-chain";
import { createDrills } from "../../../src/history/drills/drill-records";
import { createHistory } from "../../../src/history/runs/run-records";
import { drillsContract } from "../../contracts/drills";
import { appsInKintone } from "../management-app/app-in-kintone";
import { outcome, start } from "./drills";

const appInKintone = appsInKintone();

drillsContract("an app in kintone", async () => {
  const { app, domain, time, store } = appInKintone();
  domain.faults.clear();
  const options = { describe: ({ error }: { error: { code: string } }) => error.code, pluginVersion: "0.1.0" };
  const clock = { now: () => time.now };
  return {
    ...{ store, time },
    drills: () => createDrills(store, { ...options, clock }),
    history: () => createHistory(store, { ...options, clock }),
    close() {
      app.change({ appAcl: [] });
      app.deploy("admin");
    },
    age() {
      const { properties } = app.settings;
      const kept = Object.entries(properties).filter(([code]) => !/^(drill_|disposal_|run_places)/.test(code));
      app.change({ properties: Object.fromEntries(kept) });
      delete app.preview.properties.record_type!.options!.drill;
      delete app.preview.properties.record_type!.options!.disposal;
      app.deploy("admin");
    },
  };
});

describe("the chain", () => {
  const changed = async (code: string, value: string) => {
    const { store, time } = appInKintone();
    const drills = createDrills(store, { describe: () => "", pluginVersion: "1", clock: { now: () => time.now } });
    await drills.begin(start);
    const id = await drills.finish(outcome, ["one\n"]);
    await store.update([{ id, record: { [code]: { value } } }]);
    return (await checkChain(allLinks(store))).breaks;
  };

  it.each([
    ["drill_verdict", "passed"],
    ["drill_different", "1"],
    ["drill_sample", "another"],
    ["drill_archive_digest", "e".repeat(64)],
    ["drill_report_sha256", ""],
    ["record_type", "run"],
  ])("breaks where somebody changes %s of a drill", async (code, value) => {
    expect(await changed(code, value)).toMatchObject([{ kind: "changed" }]);
  });

  it("does not break where what is done about it is written down afterwards", async () => {
    expect(await changed("drill_corrective_action", "バックアップの権限を見直した")).toEqual([]);
  });
});
