import { beforeEach, describe, expect, it } from "vitest";
import { openArchive } from "../../../src/archive/reading/open-archive";
import type { Target } from "../../../src/domain/target";
import type { Obstacle } from "../../../src/restore/preflight/obstacle";
import { rehearse } from "../../../src/restore/rehearsal/rehearse";
import type { RehearsedApp } from "../../../src/restore/rehearsal/rehearsed";
import { addInspections, newFile } from "../../backup/whole-runs/inspections";
import { backedUpKintone, runUnopened, target } from "../../backup/whole-runs/run-against";
import type { App } from "../../emulator/domain/app";
import { changeForm } from "../change-form";

const kintone = backedUpKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });
const codes = ({ obstacles }: RehearsedApp) => obstacles.map(({ code, weight }) => `${code} ${weight}`);

/** Backs the apps up, and rehearses what came of it. */
async function rehearsed(
  apps: readonly App[],
  { changes = {}, people = false }: { changes?: Partial<Target>; people?: boolean } = {},
): Promise<RehearsedApp[]> {
  const targets = apps.map(({ id }) => target(id, changes));
  const { volumes } = await runUnopened(kintone.url, targets, people ? { domain: ["people"] } : {});
  const archive = await openArchive(volumes.map(({ name, file }) => ({ name, source: file })));
  if (!archive) throw new Error("There is no archive");
  const found: RehearsedApp[] = [];
  const { signal } = new AbortController();
  for await (const app of rehearse(archive, archive.targets, { signal })) found.push(app);
  return found;
}

describe("by an archive alone", () => {
  it("nothing stands in the way of an app whose rules are as old as its records", async () => {
    const [app] = await rehearsed([addInspections(domain, { records: 120 })], { people: true });
    expect(app).toMatchObject({ records: 120, unchecked: [] });
    expect(codes(app!)).toEqual(["NOTIFICATIONS told"]);
  });

  it("values are named that the form does not take any more", async () => {
    const app = domain.addApp({
      ...{ name: "台帳", creator: "admin" },
      properties: {
        番号: text("番号"),
        備考: text("備考"),
        等級: { type: "DROP_DOWN", code: "等級", label: "等級", options: option("A", "B") },
      } as never,
    });
    for (const [番号, 備考, 等級] of [
      ["1", "", "A"],
      ["1", "long text", "B"],
      ["2", "short", "B"],
    ] as const) {
      app.addRecord({ 番号: { value: 番号 }, 備考: { value: 備考 }, 等級: { value: 等級 } });
    }
    changeForm(app, () => ({
      番号: { ...text("番号"), unique: true },
      備考: { ...text("備考"), required: true, maxLength: "5" },
      等級: { type: "DROP_DOWN", code: "等級", label: "等級", options: option("A") },
    }));
    const [found] = await rehearsed([app]);
    expect(ofCode(found, "REQUIRED_EMPTY")).toMatchObject({ field: "備考", records: { ids: ["1"] } });
    expect(ofCode(found, "LIMIT")).toMatchObject({ field: "備考", value: "long text", records: { ids: ["2"] } });
    expect(ofCode(found, "UNIQUE")).toMatchObject({
      clashes: [{ id: "2", value: "1", other: { of: "archive", id: "1" } }],
    });
    expect(ofCode(found, "OPTION_GONE")).toMatchObject({ option: "B", records: { ids: ["2", "3"] } });
    expect(found?.unchecked).toEqual([{ what: "people" }]);
  });

  it("people are those of the domain's lists, where the archive has them", async () => {
    domain.people.addUser({ code: "leaver", name: "退職者", password: "kintone" });
    const app = domain.addApp({
      ...{ name: "当番", creator: "admin" },
      properties: { 担当: { type: "USER_SELECT", code: "担当", label: "担当" } } as never,
    });
    app.addRecord({ 担当: { value: [{ code: "leaver" }, { code: "sato" }] } });
    domain.people.users.delete("leaver");
    const [found] = await rehearsed([app], { people: true });
    expect(ofCode(found, "PERSON_GONE")).toMatchObject({ name: "leaver", state: "gone", records: { ids: ["1"] } });
    expect(ofCode((await rehearsed([app]))[0], "PERSON_GONE")).toBeUndefined();
  });

  it("files that are not there are named", async () => {
    const app = addInspections(domain, { records: 0 });
    app.addRecord({ 品番: { value: "P" }, 添付: { value: [newFile(domain, "図面.txt", "drawing")] } });
    const [whole] = await rehearsed([app]);
    expect(ofCode(whole, "FILES_MISSING")).toBeUndefined();
    domain.faults.add({ when: { path: "file.json" }, do: { kind: "error", code: "CB_NO02" } });
    const [found] = await rehearsed([app]);
    domain.faults.clear();
    expect(ofCode(found, "FILES_MISSING")).toMatchObject({ files: 1, examples: [{ id: "1", file: "図面.txt" }] });
  });
});

describe("lookups", () => {
  function scene() {
    const customers = domain.addApp({
      ...{ name: "顧客", creator: "admin" },
      properties: { 番号: { ...text("番号"), unique: true }, 会社: text("会社") } as never,
    });
    for (const 番号 of ["C-1", "C-2"]) customers.addRecord({ 番号: { value: 番号 }, 会社: { value: "甲" } });
    const lookup = {
      ...{ relatedApp: { app: String(customers.id), code: "" }, relatedKeyField: "番号" },
      ...{ fieldMappings: [{ field: "会社", relatedField: "会社" }], lookupPickerFields: [], filterCond: "", sort: "" },
    };
    const orders = domain.addApp({
      ...{ name: "注文", creator: "admin" },
      properties: { 顧客: { ...text("顧客"), lookup }, 会社: text("会社") } as never,
    });
    for (const 顧客 of ["C-1", "C-2", ""]) orders.addRecord({ 顧客: { value: 顧客 }, 会社: { value: 顧客 && "甲" } });
    return { customers, orders };
  }

  it("copy from the archive's own apps: keys that are gone, and copies that are others, are named", async () => {
    const { customers, orders } = scene();
    await kintone.witness().record.deleteRecords({ app: customers.id, ids: [2] });
    await kintone.witness().record.updateRecord({ app: customers.id, id: 1, record: { 会社: { value: "乙" } } });
    const found = (await rehearsed([orders, customers]))[0];
    expect(ofCode(found, "LOOKUP_KEY")).toMatchObject({ problem: "gone", value: "C-2", records: { ids: ["2"] } });
    const examples = [{ id: "1", field: "会社", archived: "甲", today: "乙" }];
    expect(ofCode(found, "COPIES")).toMatchObject({ weight: "told", examples, records: { count: 1 } });
  });

  it("into an app that is not in the archive are told as not looked at", async () => {
    const { customers, orders } = scene();
    const [found] = await rehearsed([orders]);
    expect(ofCode(found, "LOOKUP_NOT_READABLE")).toBeUndefined();
    expect(found?.unchecked).toContainEqual({
      ...{ what: "lookup", field: { field: "顧客", label: "顧客" } },
      ...{ app: String(customers.id), records: 2 },
    });
  });
});

it("says of an app without records that there is nothing to look at", async () => {
  const app = addInspections(domain, { records: 3 });
  const include = { records: false, attachments: false, comments: false, settings: true, administration: false };
  const [found] = await rehearsed([app], { changes: { include } as never });
  expect(found).toMatchObject({ records: 0, obstacles: [], unchecked: [{ what: "records" }] });
});

function option(...labels: string[]) {
  return Object.fromEntries(labels.map((label, index) => [label, { label, index: String(index) }]));
}

function ofCode<Code extends Obstacle["code"]>(found: RehearsedApp | undefined, code: Code) {
  return found?.obstacles.find((each): each is Obstacle & { code: Code } => each.code === code);
}
