import { inspectionProperties, newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { createDomain, type Domain } from "../../emulator/domain/domain";
import { happen } from "../../emulator/faults/events";
import type { Input } from "../../emulator/records/write";
import type { AttachedFile } from "../../emulator/domain/files";
import type { StoredRecord, TableRow } from "../../emulator/records/record";
import type { Random } from "../../emulator/sample/random";

/** An app of which an archive is made, or into which it goes, and in which people go on working. */
export interface WorkedApp {
  domain: Domain;
  app: App;
  /** A number that no record has yet. */
  newNumber: () => string;
}

/** 番号 tells records apart, where it is not empty. */
const properties = {
  ...inspectionProperties,
  番号: { type: "SINGLE_LINE_TEXT", code: "番号", label: "番号", unique: true },
  担当: { type: "USER_SELECT", code: "担当", label: "担当" },
};

/** Who leaves the company in some runs. */
export const LEAVER = "suzuki";

export function createWorkedApp(random: Random): WorkedApp {
  const domain = createDomain({ now: () => new Date("2026-11-20T03:00:00Z") });
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  domain.people.addUser({ code: LEAVER, name: "鈴木", password: "kintone" });
  let last = 0;
  const worked = { domain, app: addApp(domain), newNumber: () => `N-${(last += 1)}` };
  // A few are more than one request takes.
  for (let count = random.chance(0.3) ? random.integer(100, 240) : random.integer(3, 60); count > 0; count -= 1) {
    worked.app.addRecord(inspection(worked, random), { creator: random.pick(["admin", "sato", LEAVER]) });
  }
  return worked;
}

const addApp = (domain: Domain): App =>
  domain.addApp({ name: "検査", creator: "admin", properties: properties as never });

/** Another app with the same fields: it has some of the records, some of them as they were, and others. */
export function otherApp({ domain, app, newNumber }: WorkedApp, random: Random): WorkedApp {
  const other = { domain, app: addApp(domain), newNumber };
  for (const { values } of random.some([...app.records.ascending()], random.integer(0, 40))) {
    if (random.chance(0.3)) other.app.addRecord(inspection(other, random));
    else addCopy(other, values);
  }
  return other;
}

/** An earlier restore put some of the records back: by the archive's ids, those that they got. */
export function putBackBefore(worked: WorkedApp, from: App, random: Random): Map<string, string> {
  const newIds = new Map<string, string>();
  for (const { id, values } of random.some([...from.records.ascending()], random.integer(1, 5))) {
    if (from === worked.app) worked.app.records.delete(id);
    const isThere = [...worked.app.records.ascending()].some(
      (record) => shown(record, "番号") === shown({ values }, "番号"),
    );
    if (isThere && values["番号"] !== "") continue;
    newIds.set(String(id), String(addCopy(worked, values)));
  }
  return newIds;
}

/** Of what a record has outside its files. */
function addCopy({ app }: WorkedApp, values: StoredRecord["values"]): number {
  const plain = ["品番", "数量", "判定", "番号"].map((code) => [code, { value: values[code] }]);
  return app.addRecord(Object.fromEntries(plain) as Input).id;
}

/** Of few different values, so that there are records which nobody can tell from one another. */
function inspection({ domain, newNumber }: WorkedApp, random: Random): Input {
  const rows = Array.from({ length: random.integer(0, 2) }, () => ({
    value: { 項目: { value: `寸法 ${random.integer(1, 3)}` }, 写真: { value: files(domain, random) } },
  }));
  return {
    品番: { value: `P-${random.integer(1, 5)}` },
    数量: { value: String(random.integer(0, 3)) },
    判定: { value: random.pick(["良", "否"]) },
    番号: { value: random.chance(0.9) ? newNumber() : "" },
    担当: { value: random.some([...domain.people.users.keys()], random.integer(0, 2)).map((code) => ({ code })) },
    添付: { value: files(domain, random) },
    測定: { value: rows },
  };
}

/** Of different sizes where they are different: a comparison knows files by name and size. */
function files(domain: Domain, random: Random) {
  return random.chance(0.2) ? [newFile(domain, "図面.txt", "d".repeat(random.integer(1, 9)))] : [];
}

/** Somebody adds, changes or deletes a record. Gives which; `undefined` when it was not there. */
export function work(worked: WorkedApp, random: Random): number | undefined {
  const { domain, app } = worked;
  if (random.chance(0.15)) return app.addRecord(inspection(worked, random)).id;
  const id = random.integer(1, Math.max(1, app.records.lastId));
  if (!app.records.get(id)) return undefined;
  if (random.chance(0.35)) app.records.delete(id);
  else {
    const all = inspection(worked, random);
    const record = Object.fromEntries(random.some(Object.entries(all), random.integer(1, 3))) as never;
    happen({ name: "record-changed", app: app.id, id, record }, domain, undefined as never);
  }
  return id;
}

/** Somebody changes the app's settings: its form has another revision, and nothing else is another. */
export function changeForm({ app }: WorkedApp): void {
  app.change({ properties: { ...app.preview.properties } });
  app.deploy("admin");
}

/** What a record looks like to people, by field: without the ids of its rows and the keys of its files. */
export type Picture = Readonly<Record<string, string>>;

function pictureOf({ app }: WorkedApp, id: number): Picture | undefined {
  const record = app.records.get(id);
  return record && Object.fromEntries(Object.keys(properties).map((code) => [code, shown(record, code)]));
}

export function picturesOf(worked: WorkedApp): Map<number, Picture> {
  return new Map([...worked.app.records.ascending()].map(({ id }) => [id, pictureOf(worked, id) as Picture]));
}

function shown({ values }: Pick<StoredRecord, "values">, code: string): string {
  const value = values[code];
  if (code === "添付" || code === "写真") {
    const attached = (value ?? []) as AttachedFile[];
    return JSON.stringify(attached.map(({ content }) => [content.name, content.size]));
  }
  if (code === "担当") return JSON.stringify([...((value ?? []) as string[])].sort());
  if (code !== "測定") return JSON.stringify(value ?? "");
  const rows = (value ?? []) as TableRow[];
  return JSON.stringify(rows.map((row) => [row.values["項目"] ?? "", shown(row, "写真")]));
}
