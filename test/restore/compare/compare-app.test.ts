import { beforeEach, describe, expect, it } from "vitest";
import type { ArchivedTarget } from "../../../src/archive/reading/open-archive";
import { compareApp } from "../../../src/restore/compare/compare-app";
import { compareForms } from "../../../src/restore/compare/compared-forms";
import type { RecordFinding } from "../../../src/restore/compare/comparison";
import { addInspection, addInspections, newFile } from "../../backup/whole-runs/inspections";
import { restorableKintone } from "../archived-app";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

async function compared(
  archived: ArchivedTarget,
  userCode?: string,
  putBack?: Map<string, string>,
  bytes = false,
  left?: number,
) {
  const { source, sent } = kintone.access(userCode);
  const app = { appId: archived.facts.appId };
  const forms = await compareForms(archived, app, source);
  if ("reason" in forms) throw new Error(forms.reason);
  const findings: RecordFinding[] = [];
  const comparison = await compareApp(
    { archived, app, forms, bytes, ...(putBack && { putBack }) },
    {
      ...{ source, signal: new AbortController().signal, requestsAllowed: () => 4, report: () => undefined },
      found: (finding) => void findings.push(finding),
      ...(left !== undefined && { requestsLeft: async () => ({ left, perAppAndDay: 5000 }) }),
    },
  );
  return { comparison, findings, sent };
}

const update = (app: { id: number }, id: number, record: object) =>
  kintone.witness().record.updateRecord({ app: app.id, id, record: record as never });

describe("comparing an archive with the app that it came from", () => {
  it("finds nothing where nobody did anything, and asks for ids and revisions alone", async () => {
    const app = addInspections(domain, { records: 1200 });
    const archived = await kintone.archive(app.id);
    const { comparison, findings, sent } = await compared(archived);
    expect(findings).toEqual([]);
    expect(comparison).toMatchObject({
      form: { differences: [], isUnchanged: true },
      counts: { archived: 1200, present: 1200, equal: 1200, missing: 0, differs: 0, newer: 0 },
    });
    expect(comparison.mayBeHidden).toBeUndefined();
    expect(sent.every(({ method }) => method === "GET")).toBe(true);
    expect(sent.filter(({ path }) => path === "records.json").length).toBeLessThanOrEqual(2 + 4);
  });

  it("is not begun when the app has too few requests left today, by what it takes at the most", async () => {
    const app = addInspections(domain, { records: 60 });
    const archived = await kintone.archive(app.id);
    const within = (left: number, bytes = false) => compared(archived, undefined, undefined, bytes, left);
    const refused = { code: "OVER_BUDGET", facts: { app: String(app.id), expected: 12, actual: 11 } };
    await expect(within(11)).rejects.toMatchObject(refused);
    expect((await within(12)).comparison.counts.equal).toBe(60);
    const ofFiles = { code: "OVER_BUDGET", facts: { expected: 21 } };
    await expect(within(20, true)).rejects.toMatchObject(ofFiles);
    const { sent } = await within(21, true);
    expect(sent.length).toBeLessThanOrEqual(21);
  });

  it("tells what was deleted, changed and added, field by field", async () => {
    const app = addInspections(domain, { records: 30 });
    const archived = await kintone.archive(app.id);
    await kintone.witness().record.deleteRecords({ app: app.id, ids: [3, 30] });
    await update(app, 5, { 数量: { value: "5.00" } });
    await update(app, 6, { 数量: { value: "60" }, 判定: { value: "否" } });
    await update(app, 20, { 測定: { value: [{ value: { 項目: { value: "別" } } }] }, 添付: { value: [] } });
    addInspection(domain, app, 31);

    const { comparison, findings } = await compared(archived);
    expect(comparison.counts).toEqual({
      ...{ archived: 30, present: 29, equal: 26, missing: 2, differs: 2, explained: 0, newer: 1 },
      ...{ surplus: 0, unread: 0 },
    });
    expect(findings).toMatchObject([
      { kind: "missing", id: "3" },
      {
        ...{ kind: "differs", id: "6", present: { id: "6", revision: "2" }, changed: { by: "admin" } },
        fields: [
          { field: "数量", role: "written", archived: "6", present: "60" },
          { field: "判定", archived: "良", present: "否" },
        ],
      },
      { kind: "differs", id: "20", fields: [{ field: "添付" }, { field: "測定", role: "written" }] },
      { kind: "missing", id: "30" },
      { kind: "newer", id: "31", revision: "1" },
    ]);
  });

  it("reads every record where the form is another, and says how it is", async () => {
    const app = addInspections(domain, { records: 700 });
    const archived = await kintone.archive(app.id);
    const { 品番: _gone, 判定, ...rest } = app.preview.properties;
    const [, 否] = Object.entries(判定!.options!)[1]!;
    app.change({
      properties: {
        ...rest,
        判定: { ...判定!, required: true, options: { 優: { label: "優", index: "0" }, 否 } },
        番号: { ..._gone!, code: "番号" },
      },
    });
    app.deploy("admin");
    const { comparison, sent } = await compared(archived);
    expect(comparison.form).toMatchObject({ isUnchanged: false });
    expect(comparison.form.differences).toMatchObject([
      { kind: "required", field: "判定" },
      { kind: "options", field: "判定", gone: [{ option: "良", proposal: "優" }] },
      { kind: "absent", field: "品番", proposals: ["番号"] },
      { kind: "added", field: "番号" },
    ]);
    expect(comparison.counts.archived).toBe(700);
    expect(sent.filter(({ path }) => path === "records.json").length).toBeLessThanOrEqual(2 + 3 + 2);
  });

  it("knows records that were put back before by the ids that they got", async () => {
    const app = addInspections(domain, { records: 4 });
    const archived = await kintone.archive(app.id);
    await kintone.witness().record.deleteRecords({ app: app.id, ids: [2] });
    const newId = addInspection(domain, app, 2);
    const { findings } = await compared(archived, "admin", new Map([["2", String(newId)]]));
    expect(findings).toEqual([]);
    await kintone.witness().record.deleteRecords({ app: app.id, ids: [newId] });
    expect((await compared(archived, "admin", new Map([["2", String(newId)]]))).findings).toEqual([
      { kind: "missing", id: "2" },
    ]);
  });

  it("does not take a record that was put back for one of an archive that does not have it", async () => {
    const app = addInspections(domain, { records: 3 });
    await kintone.witness().record.deleteRecords({ app: app.id, ids: [2] });
    const archived = await kintone.archive(app.id);
    addInspection(domain, app, 2);
    const { findings } = await compared(archived, undefined, new Map([["2", "4"]]));
    expect(findings).toEqual([{ kind: "newer", id: "4", revision: "1" }]);
  });

  it("says when records that seem to be missing may be hidden from who compares", async () => {
    const app = addInspections(domain, { records: 3 });
    const archived = await kintone.archive(app.id);
    app.change({
      recordAcl: [
        {
          filterCond: '判定 in ("良")',
          entities: [
            {
              entity: { type: "USER", code: "admin" },
              viewable: false,
              editable: false,
              deletable: false,
              includeSubs: false,
            },
          ],
        },
      ] as never,
    });
    app.deploy("admin");
    const { comparison } = await compared(archived, "sato");
    expect(comparison).toMatchObject({ mayBeHidden: "unknown" });
    expect((await compared(archived)).comparison.mayBeHidden).toBe("rules");
  });

  it("knows files by name and size, in whatever order kintone writes what was chosen", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    await update(app, 10, { 品番: { value: "another" } });
    await update(app, 10, { 品番: { value: "P-10" } });
    expect((await compared(archived)).findings).toEqual([]);
    await update(app, 10, { 添付: { value: [newFile(domain, "図面.txt", "drawing 1x")] } });
    expect((await compared(archived)).findings).toEqual([]); // the same size: bytes are compared when that is wished
    await update(app, 10, { 添付: { value: [newFile(domain, "図面.txt", "longer than that")] } });
    expect((await compared(archived)).findings).toMatchObject([{ kind: "differs", fields: [{ field: "添付" }] }]);
  });

  it("compares the bytes of files where that is wished, in tables too, and names a file that it cannot compare", async () => {
    const app = addInspections(domain, { records: 60 });
    const archived = await kintone.archive(app.id);
    const bytewise = () => compared(archived, "admin", undefined, true);
    const { findings, comparison, sent } = await bytewise();
    expect([findings, comparison.counts.equal]).toEqual([[], 60]);
    // Of records 10, 20 … 60 the drawings, and of every other one a photo in the table.
    expect(sent.filter(({ path }) => path === "file.json")).toHaveLength(6 + 3);

    const row = (photo: object[]) => ({ value: { 項目: { value: "寸法 20" }, 写真: { value: photo } } });
    await update(app, 20, { 測定: { value: [row([]), row([newFile(domain, "写真.txt", "photo XX")])] } });
    await update(app, 10, { 添付: { value: [newFile(domain, "図面.txt", "drawing XX")] }, 数量: { value: "0" } });
    (archived.entries as Map<string, unknown>).delete(`${app.id}/attachments/添付-30/図面.txt`);
    expect((await bytewise()).findings).toMatchObject([
      { kind: "differs", id: "10", fields: [{ field: "数量" }, { field: "添付", role: "written", ofBytes: true }] },
      { kind: "differs", id: "20", fields: [{ field: "測定", inner: "写真", ofBytes: true }] },
      { kind: "unread", id: "30", error: { code: "FILE_GONE", facts: { record: "30", file: "図面.txt" } } },
    ]);
    expect((await compared(archived)).findings).toMatchObject([{ id: "10", fields: [{ field: "数量" }] }]);
  });

  it("does not take another app of that id for the one of the archive", async () => {
    const app = addInspections(domain, { records: 1 });
    const archived = await kintone.archive(app.id);
    app.createdAt = "2020-01-01T00:00:00.000Z";
    const forms = await compareForms(archived, { appId: String(app.id) }, kintone.access().source);
    expect(forms).toMatchObject({ reason: "another-app", present: { createdAt: "2020-01-01T00:00:00.000Z" } });
  });
});
