import { inspectionProperties, newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { createDomain, type Domain } from "../../emulator/domain/domain";
import { happen } from "../../emulator/faults/events";
import type { Input } from "../../emulator/records/write";
import type { AttachedFile } from "../../emulator/domain/files";
import type { StoredRecord, TableRow } from "../../emulator/records/record";
import type { Random } from "../../emulator/sample/random";

/** An app of which an archive is made, and in which people go on working. */
export interface WorkedApp {
  domain: Domain;
  app: App;
}

export function createWorkedApp(random: Random): WorkedApp {
  const domain = createDomain({ now: () => new Date("2026-11-20T03:00:00Z") });
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  const app = domain.addApp({ name: "検査", creator: "admin", properties: inspectionProperties as never });
  for (let number = random.integer(3, 240); number > 0; number -= 1) {
    app.addRecord(inspection(domain, random), { creator: random.pick(["admin", "sato"]) });
  }
  return { domain, app };
}

/** Of few different values, so that there are records which nobody can tell from one another. */
function inspection(domain: Domain, random: Random): Input {
  const rows = Array.from({ length: random.integer(0, 2) }, () => ({
    value: { 項目: { value: `寸法 ${random.integer(1, 3)}` }, 写真: { value: files(domain, random) } },
  }));
  return {
    品番: { value: `P-${random.integer(1, 5)}` },
    数量: { value: String(random.integer(0, 3)) },
    判定: { value: random.pick(["良", "否"]) },
    添付: { value: files(domain, random) },
    測定: { value: rows },
  };
}

/** Of different sizes where they are different: a comparison knows files by name and size. */
function files(domain: Domain, random: Random) {
  return random.chance(0.2) ? [newFile(domain, "図面.txt", "d".repeat(random.integer(1, 9)))] : [];
}

/** Somebody adds, changes or deletes a record. Gives which; `undefined` when it was not there. */
export function work({ domain, app }: WorkedApp, random: Random): number | undefined {
  if (random.chance(0.15)) return app.addRecord(inspection(domain, random)).id;
  const id = random.integer(1, app.records.lastId);
  if (!app.records.get(id)) return undefined;
  if (random.chance(0.35)) app.records.delete(id);
  else {
    const all = inspection(domain, random);
    const record = Object.fromEntries(random.some(Object.entries(all), random.integer(1, 3))) as never;
    happen({ name: "record-changed", app: app.id, id, record }, domain, undefined as never);
  }
  return id;
}

/** What a record looks like to people, by field: without the ids of its rows and the keys of its files. */
export type Picture = Readonly<Record<string, string>>;

function pictureOf({ app }: WorkedApp, id: number): Picture | undefined {
  const record = app.records.get(id);
  return record && Object.fromEntries(Object.keys(inspectionProperties).map((code) => [code, shown(record, code)]));
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
  if (code !== "測定") return JSON.stringify(value ?? "");
  const rows = (value ?? []) as TableRow[];
  return JSON.stringify(rows.map((row) => [row.values["項目"] ?? "", shown(row, "写真")]));
}
