import { afterAll, beforeAll, expect, it } from "vitest";
import { NO_KEYS } from "../../../src/archive/encryption/keys";
import { restoreOnNode } from "../../../src/entries/command/restoring/restore";
import type { App } from "../../emulator/domain/app";
import { fieldTypes } from "../../emulator/field-types/registry";
import type { StoredRecord } from "../../emulator/records/record";
import { APP_IDS } from "../../emulator/sample/app";
import { loadSample } from "../../emulator/sample/load";
import { ACCOUNT, type BackUp, type Backup, clientOf, prepareBackups } from "./backup";
import { exportByCli } from "./exported";
import { type ExportedRecord, exportedRecords } from "./exported-records";
import type { CliStage } from "./stage";
import { startCliStage } from "./stage";
import { wrongValue } from "./wrong-values";

let stage: CliStage;
let backUp: BackUp;
beforeAll(async () => {
  stage = await startCliStage(loadSample);
  backUp = await prepareBackups(stage);
}, 120_000);
afterAll(() => stage.close());

const KEY = "記録番号";
/** Of the records, how many are deleted, and how many get wrong values. */
const [RECORDS, DELETED, CHANGED] = [40, 8, 8];

it("cli-kintone exports after a restore what it exported before the records were deleted and changed, whatever the fields", async () => {
  const app = stage.domain.apps.get(Number(APP_IDS.qualityRecords))!;
  for (const { id } of [...app.records.ascending()].slice(RECORDS)) app.records.delete(id);
  const { properties } = app.settings;
  const inTable = Object.values(properties).flatMap(({ fields = {} }) => Object.keys(fields));
  const types = Object.values(properties).map(({ type }) => type);
  expect(Object.keys(fieldTypes).filter((type) => !types.includes(type))).toEqual([]);

  const exported = async () => exportedRecords(await exportByCli(app, stage), KEY, inTable);
  const before = await exported();
  expect(before.size).toBe(RECORDS);
  const backup = await backUp([app]);

  const records = [...app.records.ascending()];
  const keysOf = (some: typeof records) => some.map(({ values }) => String(values[KEY]));
  const [deleted, changed] = [records.slice(0, DELETED), records.slice(DELETED, DELETED + CHANGED)];
  await clientOf(stage).record.deleteRecords({ app: app.id, ids: deleted.map(({ id }) => id) });
  await changeAll(app, changed);
  const spoilt = await exported();
  expect(spoilt.size).toBe(RECORDS - DELETED);
  const wrong = new Set(keysOf(changed).flatMap((key) => differing(before.get(key)!, spoilt.get(key)!)));
  const columns = Object.keys([...before.values()][0]!);
  expect(columns.filter((code) => !wrong.has(code))).toEqual(["レコード番号", KEY, "作成者", "作成日時"]);

  const { code, report, told } = await restored(app, backup);
  // Added records are in the first status: that is told, and cli-kintone exports none.
  expect([code, told], report).toEqual([2, undefined]);
  const after = await exported();
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const differences = (some: Iterable<string>) => {
    const codes = [...some].flatMap((key) => differing(before.get(key)!, after.get(key)!));
    return [...new Set(codes)].sort();
  };
  // No API sets any of these; in the column of a table are the numbers that kintone gave its rows.
  expect(differences(keysOf(deleted))).toEqual(["レコード番号", "対策履歴"]);
  expect(differences(keysOf(changed))).toEqual(["対策履歴", "更新日時", "更新者"]);
  expect(differences(keysOf(records.slice(DELETED + CHANGED)))).toEqual([]);
});

/** Somebody writes something wrong into every field that can be written. */
async function changeAll(app: App, records: readonly StoredRecord[]): Promise<void> {
  const client = clientOf(stage);
  for (const record of records) {
    const file = await client.file.uploadFile({ file: { name: "wrong.txt", data: "wrong" } });
    const cells = Object.values(app.settings.properties).flatMap((property) => {
      const value = wrongValue(property, record.values[property.code], file);
      return value === undefined ? [] : [[property.code, { value }]];
    });
    await client.record.updateRecord({ app: app.id, id: record.id, record: Object.fromEntries(cells) as never });
  }
}

function differing(one: ExportedRecord, other: ExportedRecord): string[] {
  return Object.keys(one).filter((code) => JSON.stringify(one[code]) !== JSON.stringify(other[code]));
}

const restored = (app: App, { file }: Backup) =>
  restoreOnNode(
    file,
    ACCOUNT,
    {
      ...{ zips: [], appId: String(app.id), mode: { addMissing: true, putBack: true }, selection: {} },
      ...{ bytes: true, settingsFile: "kintone-backup.json", reason: "wrong import", confirmed: [] },
      ...{ secured: true, dryRun: false },
    },
    {
      ...{ language: "en", pluginVersion: "1", keys: async () => NO_KEYS, signal: new AbortController().signal },
      outputs: { progressLine: () => ({ report: () => undefined, end: () => undefined }) },
    },
  );
