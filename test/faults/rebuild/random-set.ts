import { newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import type { ProcessManagement } from "../../emulator/domain/app-settings";
import { createDomain, type Domain, type NewApp } from "../../emulator/domain/domain";
import { happen } from "../../emulator/faults/events";
import type { Input } from "../../emulator/records/write";
import type { Random } from "../../emulator/sample/random";
import { lookup, number, table, text } from "../../restore/apps/small-set";

/** Who leaves the company in some runs. */
export const LEAVER = "suzuki";
const PEOPLE = ["admin", "sato", LEAVER];
const FIRST_ID = 11;

/** Apps that look each other up in whatever way chance wants it, in circles too, with records. */
export interface RandomSet {
  domain: Domain;
  apps: readonly App[];
}

/** Which app a field of another one takes from. */
interface Links {
  lookup?: { into: number; by: "キー" | "レコード番号"; isRequired: boolean };
  inTable?: number;
  related?: number;
}

export function randomSet(random: Random): RandomSet {
  const domain = createDomain({ now: () => new Date("2026-11-20T03:00:00Z") });
  domain.deployMilliseconds = 1;
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  domain.people.addUser({ code: LEAVER, name: "鈴木", password: "kintone" });
  // Somebody else's, which stays; and ids are not given once more.
  domain.addApp({ id: 50, name: "日報", creator: "admin", properties: { 本文: text("本文") } as never });
  const count = random.integer(2, 4);
  const made = Array.from({ length: count }, (_, at) => {
    const links = linksOf(at, count, random);
    return { links, app: domain.addApp(appBy(at, links, random)) };
  });
  for (const { app, links } of made) fill(app, links, { domain, random, apps: made.map((one) => one.app) });
  return { domain, apps: made.map(({ app }) => app) };
}

function linksOf(at: number, count: number, random: Random): Links {
  const into = random.integer(0, count - 1);
  const by = random.chance(0.25) ? "レコード番号" : "キー";
  return {
    // A record that must name one is made when that is there.
    ...(random.chance(0.75) && { lookup: { into, by, isRequired: into < at && random.chance(0.25) } }),
    ...(random.chance(0.4) && { inTable: random.integer(0, count - 1) }),
    ...(random.chance(0.4) && { related: random.integer(0, count - 1) }),
  };
}

function appBy(at: number, links: Links, random: Random): NewApp {
  const people = random.some(PEOPLE, random.integer(0, 2));
  const fields: Array<{ code: string }> = [
    text("キー", { unique: true, required: random.chance(0.3) }),
    text("名前"),
    number("数量"),
    field("DROP_DOWN", "判定", { options: { 良: { label: "良", index: "0" }, 否: { label: "否", index: "1" } } }),
    field("MULTI_LINE_TEXT", "メモ"),
    field("USER_SELECT", "担当", { entities: people.map((code) => ({ type: "USER", code })) }),
    field("CALC", "倍", { expression: "数量 * 2", format: "NUMBER" }),
    field("FILE", "添付"),
    ...(links.lookup
      ? [
          lookup("参照", FIRST_ID + links.lookup.into, links.lookup.by, { 参照名: "名前" }, required(links)),
          text("参照名"),
        ]
      : []),
    ...(links.related === undefined ? [] : [relatedRecords(FIRST_ID + links.related)]),
    table(
      "明細",
      text("項目"),
      field("FILE", "写真"),
      ...(links.inTable === undefined ? [] : [lookup("明細参照", FIRST_ID + links.inTable, "キー")]),
    ),
  ];
  const isClosed = random.chance(0.4);
  return {
    ...{ id: FIRST_ID + at, name: `アプリ${at + 1}`, creator: "admin" },
    properties: Object.fromEntries(fields.map((one) => [one.code, one])) as never,
    views: {
      一覧: { type: "LIST", index: "0", fields: ["キー", "名前"], filterCond: '判定 in ("良")', sort: "数量 asc" },
    },
    ...(random.chance(0.4) && { process: process(random) }),
    ...(isClosed && {
      acl: [right("CREATOR"), right("USER", "sato"), { entity: { type: "GROUP", code: "everyone" } }],
    }),
    ...(random.chance(0.4) && { recordAcl: [recordRight(random.pick(PEOPLE))] }),
    ...(random.chance(0.4) && { fieldAcl: [fieldRight(random.pick(PEOPLE))] }),
  };
}

const field = (type: string, code: string, more: object = {}) => ({ type, code, label: code, ...more });

const required = ({ lookup: own }: Links) => ({ required: own?.isRequired ?? false });

const relatedRecords = (app: number) =>
  field("REFERENCE_TABLE", "関連", {
    referenceTable: {
      relatedApp: { app: String(app), code: "" },
      condition: { field: "キー", relatedField: "名前" },
      ...{ filterCond: "", displayFields: ["キー", "名前"], sort: "キー asc", size: "5" },
    },
  });

const right = (type: string, code?: string) => ({
  entity: { type, ...(code !== undefined && { code }) },
  ...{ appEditable: type === "CREATOR", recordViewable: true, recordAddable: true, recordEditable: true },
});

const recordRight = (code: string) => ({
  filterCond: '名前 != "x"',
  entities: ["admin", ...(code === "admin" ? [] : [code])].map((user) => ({
    ...{ entity: { type: "USER" as const, code: user }, includeSubs: false },
    ...{ viewable: true, editable: true, deletable: user === "admin" },
  })),
});

const fieldRight = (code: string) => ({
  code: "数量",
  entities: ["admin", ...(code === "admin" ? [] : [code])].map((user) => ({
    ...{ entity: { type: "USER" as const, code: user }, includeSubs: false },
    accessibility: user === "admin" ? ("WRITE" as const) : ("READ" as const),
  })),
});

const STATES = ["起票", "承認待ち", "完了"];

function process(random: Random): ProcessManagement {
  const state = (name: string, at: number) => ({
    ...{ name, index: String(at) },
    assignee: {
      type: "ONE" as const,
      entities: at === 1 ? [{ entity: { type: "USER" as const, code: random.pick(PEOPLE) }, includeSubs: false }] : [],
    },
  });
  return {
    enable: true,
    states: Object.fromEntries(STATES.map((name, at) => [name, state(name, at)])) as never,
    actions: [
      { name: "申請", from: "起票", to: "承認待ち", filterCond: "", type: "PRIMARY" },
      { name: "承認", from: "承認待ち", to: "完了", filterCond: '判定 in ("良")', type: "PRIMARY" },
    ],
  };
}

interface Filling {
  domain: Domain;
  random: Random;
  apps: readonly App[];
}

function fill(app: App, links: Links, { domain, random, apps }: Filling): void {
  const total = random.chance(0.1) ? random.integer(100, 130) : random.integer(0, 12);
  for (let at = 1; at <= total; at += 1) {
    const status = app.firstState && random.pick(STATES);
    const into = links.lookup && apps[links.lookup.into];
    const isWithout = links.lookup?.isRequired && into?.records.size === 0;
    if (isWithout) return;
    const values = recordOf({ links, domain, random, apps }, `${app.id}-${at}`);
    const creator = random.pick(PEOPLE);
    const { id } = app.addRecord(values, { creator, ...(status !== undefined && { status }) });
    if (random.chance(0.2)) app.addComment(id, { text: `確認 ${at}`, creator: random.pick(PEOPLE) });
    // Records of one app look each other up in circles, too.
    const later = links.lookup && !links.lookup.isRequired && keyIn(apps[links.lookup.into], links.lookup.by, random);
    if (!later || !random.chance(0.3)) continue;
    const record = { 参照: { value: later } };
    happen({ name: "record-changed", app: app.id, id: random.integer(1, id), record }, domain, undefined as never);
  }
}

function recordOf({ links, domain, random, apps }: Filling & { links: Links }, key: string): Input {
  const files = () => (random.chance(0.2) ? [newFile(domain, "図面.txt", "d".repeat(random.integer(1, 9)))] : []);
  const own = links.lookup;
  const names = own && (own.isRequired || random.chance(0.6)) ? keyIn(apps[own.into], own.by, random) : undefined;
  const inner = () => {
    const found = links.inTable === undefined ? undefined : keyIn(apps[links.inTable], "キー", random);
    return found === undefined ? {} : { 明細参照: { value: found } };
  };
  const rows = Array.from({ length: random.integer(0, 2) }, () => ({
    value: { 項目: { value: `項目 ${random.integer(1, 3)}` }, 写真: { value: files() }, ...inner() },
  }));
  return {
    キー: { value: key },
    名前: { value: `名前 ${random.integer(1, 5)}` },
    数量: { value: String(random.integer(0, 9)) },
    判定: { value: random.pick(["良", "否"]) },
    メモ: { value: random.chance(0.2) ? `/k/${random.pick(apps).id}/show#record=1` : "" },
    担当: { value: random.some(PEOPLE, random.integer(0, 2)).map((code) => ({ code })) },
    添付: { value: files() },
    明細: { value: rows },
    ...(names !== undefined && { 参照: { value: names } }),
  };
}

/** The key of some record that is there. */
function keyIn(app: App | undefined, by: "キー" | "レコード番号", random: Random): string | undefined {
  const records = [...(app?.records.ascending() ?? [])];
  if (records.length === 0) return undefined;
  const { id, values } = random.pick(records);
  return by === "キー" ? String(values["キー"]) : String(id);
}
