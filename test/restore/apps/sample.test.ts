import { expect, test } from "vitest";
import { APP_IDS } from "../../emulator/sample/app";
import { loadSample } from "../../emulator/sample/load";
import { idsOf, pictureOf, rebuildableKintone } from "./rebuilding";

const kintone = rebuildableKintone((domain) => loadSample(domain));

test("the apps of the sample are made anew as the official client sees the old ones", async () => {
  const client = kintone.witness();
  const { supplierCorrespondence: _inGuestSpace, newProject: _ofNoApp, ...outside } = APP_IDS;
  const ids = Object.values(outside);
  const archive = await kintone.archive(ids);
  const { apps, told } = await kintone.rebuild(archive);
  expect(told).toEqual([]);
  const now = idsOf(apps.values());
  expect(now.size).toBe(ids.length);
  for (const { archived, app } of apps.values()) {
    const before = await pictureOf(client, archived.facts.appId, now);
    const after = await pictureOf(client, app.appId);
    Object.assign(before.settings as object, { name: `${archived.facts.appName}（復元）` });
    expect(after).toEqual(before);
  }
});
