import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../emulator/domain/app";
import { addGeneratedApp, addLookupSource } from "./add-generated-app";
import { awkwardApp } from "./awkward-app";
import { type Backup, prepareBackups } from "./backup";
import { expectEqualExports, expectWholeBackup, exportByCli, exportInArchive } from "./exported";
import { generatedApp } from "./generated-app";
import { parameters, seed } from "./repetition";
import { startCliStage } from "./stage";
import type { CliStage } from "./stage";

let stage: CliStage;
let backup: Backup;
let awkward: App;
let empty: App;
let generated: App[];
beforeAll(async () => {
  stage = await startCliStage((domain) => {
    addLookupSource(domain);
    awkward = addGeneratedApp(domain, awkwardApp("ghost"));
    empty = addGeneratedApp(domain, { ...awkwardApp("ghost"), records: [] });
    generated = fc
      .sample(generatedApp({ importable: false }), parameters(5))
      .map((app) => addGeneratedApp(domain, app));
  });
  const backUp = await prepareBackups(stage);
  backup = await backUp([awkward, empty, ...generated]);
}, 120_000);
afterAll(() => stage.close());

/** The records as kintone's answer has them, character by character: an object that went through a parser is not it. */
async function answeredRecords(app: App): Promise<string> {
  const query = encodeURIComponent("order by $id asc limit 500");
  const authorization = Buffer.from("admin:kintone").toString("base64");
  const answer = await fetch(`${stage.emulator.url}/k/v1/records.json?app=${app.id}&query=${query}`, {
    headers: { "X-Cybozu-Authorization": authorization },
  });
  const found = /^\{"records":\[(.*)\],"totalCount":null\}$/s.exec(await answer.text());
  if (!found) throw new Error("The answer has another form");
  return found[1]!;
}

it("the backup is whole", () => expectWholeBackup(backup));

describe("records.jsonl is what GET records.json answers, unaltered:", () => {
  it("calculations that fail, 30 digits, somebody who is gone, lookup, categories, status and assignees", async () => {
    expect((await backup.lines(awkward)).join(",")).toBe(await answeredRecords(awkward));
    const [first, second] = (await backup.records(awkward)).map((record) =>
      Object.fromEntries(Object.entries(record).map(([code, { value }]) => [code, value])),
    );
    expect(first).toMatchObject({
      番号: "AWK-1",
      作った人: { code: "ghost", name: "ghost" },
      状態: "*",
      担当者: [{ code: "sato" }],
      分類: ["社内", '社外"*'],
      逆数: "",
      確認者: [{ code: "ghost", name: "ghost" }],
      後から: null,
      顧客コード: "C-001",
      // The source has another name by now.
      顧客名: 'C-001 "*"',
    });
    expect(second).toMatchObject({
      数値: "99999999999999999999.9999999999",
      日時: "",
      合計: "12345678901234567890.1234567892",
      顧客コード: "",
      明細: [{ value: { 測定値: { value: "0.0000000001" } } }, { value: {} }],
    });
  });

  it("an app without records", async () => {
    expect(await backup.lines(empty)).toEqual([]);
    expect(await answeredRecords(empty)).toBe("");
  });

  it(`generated apps (KBM_SEED=${seed})`, async () => {
    for (const app of generated) expect((await backup.lines(app)).join(",")).toBe(await answeredRecords(app));
  });
});

describe("records.csv is what cli-kintone writes:", () => {
  it("of the awkward app", async () => {
    expectEqualExports(await exportInArchive(awkward, backup), await exportByCli(awkward, stage), "awkward app");
    expect(await backup.csv(awkward)).toContain('"99999999999999999999.9999999999"');
  });

  it("of an app without records: the header", async () => {
    expectEqualExports(await exportInArchive(empty, backup), await exportByCli(empty, stage), "empty app");
    expect((await backup.csv(empty)).split("\n")).toHaveLength(2);
  });
});
