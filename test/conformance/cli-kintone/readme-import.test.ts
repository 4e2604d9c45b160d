import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../../emulator/domain/app";
import type { Properties } from "../../emulator/domain/form";
import { type Backup, clientOf, prepareBackups } from "./backup";
import { createEmptyCopy } from "./empty-copy";
import { attachmentsFolder, expectWholeBackup } from "./exported";
import { startCliStage } from "./stage";
import type { CliStage } from "./stage";

/** What README.txt prints: with all columns, and with those that are named. */
let commands: string[];
let stage: CliStage;
let original: App;
let backup: Backup;

const CREATED = "2026-11-01T01:02:00Z";
const GONE = "tanaka";

beforeAll(async () => {
  stage = await startCliStage((domain) => {
    domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
    domain.people.addUser({ code: GONE, name: "田中", password: "kintone" });
    original = addOrders(domain);
  });
  backup = await (await prepareBackups(stage))([original]);
  expectWholeBackup(backup);
  const readme = await readFile(path.join(backup.folderOf(original), "../README.txt"), "utf8");
  commands = readme.split("\n").filter((line) => line.includes("cli-kintone record import"));
  attachmentsFolder(original, backup);
}, 120_000);
afterAll(() => stage.close());

it("who manages the app imports all columns", async () => {
  const { run, records } = await importAs("admin", commands[0]!);
  expect(run.status, run.stderr).toBe(0);
  expect(records).toMatchObject([{ creator: GONE, createdTime: CREATED, values: { 品番: "A-1", 担当: [GONE] } }]);
});

it("who may only add records is refused, and imports the columns that README.txt tells", async () => {
  const refused = await importAs("sato", commands[0]!);
  expect(refused.run.stderr).toContain("[403] [GAIA_BF02]");
  expect(refused.records).toEqual([]);
  const { run, records } = await importAs("sato", commands[1]!);
  expect(run.status, run.stderr).toBe(0);
  expect(records).toMatchObject([{ creator: "sato", values: { 品番: "A-1", 担当: [GONE], 金額: "2" } }]);
  expect(records[0]?.values["明細"]).toMatchObject([{ values: { 摘要: "一行目" } }, { values: { 摘要: "二行目" } }]);
});

it("when somebody is no longer a user, naming the columns without them helps", async () => {
  stage.domain.people.users.delete(GONE);
  const refused = await importAs("admin", commands[0]!);
  expect(refused.run.stderr).toContain("[400] [GAIA_IL26]");
  expect(refused.records).toEqual([]);
  const { run, records } = await importAs("admin", commands[1]!);
  expect(run.status, run.stderr).toBe(0);
  expect(records).toMatchObject([{ creator: "admin", values: { 品番: "A-1", 担当: [] } }]);
});

/** An app with all that README.txt has a word about: a calculated field, a table, and somebody in a field of its own. */
function addOrders(domain: CliStage["domain"]): App {
  const field = (type: string, code: string) => ({ type, code, label: `${code}のラベル` });
  const app = domain.addApp({
    name: "注文",
    creator: "admin",
    properties: {
      品番: field("SINGLE_LINE_TEXT", "品番"),
      数量: field("NUMBER", "数量"),
      金額: { ...field("CALC", "金額"), expression: "数量 * 2" },
      担当: field("USER_SELECT", "担当"),
      明細: { ...field("SUBTABLE", "明細"), fields: { 摘要: field("SINGLE_LINE_TEXT", "摘要") } },
    },
  });
  const rows = ["一行目", "二行目"].map((text) => ({ value: { 摘要: { value: text } } }));
  app.addRecord(
    {
      品番: { value: "A-1" },
      数量: { value: "1" },
      担当: { value: [{ code: GONE }] },
      明細: { value: rows },
    },
    { creator: GONE, createdTime: CREATED },
  );
  return app;
}

/** Runs a printed command in the folder of the app, into an empty copy where everybody may add records. */
async function importAs(username: string, command: string) {
  const copy = await createEmptyCopy(clientOf(stage), backup, original, new Map());
  const filled = command
    .trim()
    .replace("<id>", copy)
    .replace("a,b,c", (await fieldsToName()).join(","));
  const words = [...filled.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  expect(words.slice(0, 3)).toEqual(["cli-kintone", "record", "import"]);
  const options: Record<string, string> = { username, password: "kintone" };
  for (let at = 3; at < words.length; at += 2) options[words[at]!.replace(/^--/, "")] = words[at + 1]!;
  const run = await stage.cli("record import", options, backup.folderOf(original));
  return { run, records: [...stage.domain.apps.get(Number(copy))!.records.ascending()] };
}

/** README.txt: the headings of records.csv, but for these. */
async function fieldsToName(): Promise<string[]> {
  const { properties } = await backup.setting<{ properties: Properties }>(original, "app/form/fields");
  const inTables = Object.values(properties).flatMap(({ fields }) => Object.keys(fields ?? {}));
  const leftOut = new Set("RECORD_NUMBER CREATOR CREATED_TIME MODIFIER UPDATED_TIME CALC".split(" "));
  const isGone = !stage.domain.people.users.has(GONE);
  const [heading = ""] = (await backup.csv(original)).split("\n");
  return heading
    .split(",")
    .map((cell) => cell.replaceAll('"', ""))
    .filter((code) => code !== "*" && !inTables.includes(code))
    .filter((code) => !leftOut.has(properties[code]?.type ?? "") && !(isGone && code === "担当"));
}
