import { beforeEach, describe, expect, it } from "vitest";
import type { ArchivedTarget } from "../../../src/archive/reading/open-archive";
import type { DrillOutcome, DrillScope } from "../../../src/domain/drill-outcome";
import type { Drills } from "../../../src/domain/drills";
import { BackupError } from "../../../src/domain/errors";
import { createRestDirectory } from "../../../src/kintone/reading/rest-directory";
import { createAppWorkshop } from "../../../src/kintone/settings/app-workshop";
import type { DrillLine } from "../../../src/restore/drill/drill-line";
import type { DrillProgress } from "../../../src/restore/drill/drill-progress";
import { drillableForm } from "../../../src/restore/drill/drillable-form";
import { runDrill } from "../../../src/restore/drill/run-drill";
import { addInspections, inspectionProperties, newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { completeProperty } from "../../emulator/field-types/definition";
import { start } from "../../history/drills/drills";
import { blobOf, restorableKintone } from "../archived-app";

const kintone = restorableKintone();
const { domain } = kintone;
const witness = () => kintone.witness();

/** Apps that drills restored into, as the history tells them. */
let scratchApps: string[];
beforeEach(() => {
  domain.apps.clear();
  domain.faults.clear();
  scratchApps = [];
});

const ALL: DrillScope = { of: "all" };
const words = { name: (app: string) => `[復元訓練] ${app}`, description: (app: string) => `「${app}」の復元訓練用` };

interface Doing {
  scope?: DrillScope;
  /** When the drill comes to a step. */
  at?: Partial<Record<DrillProgress["phase"], (scratch: App) => void | Promise<void>>>;
  signal?: AbortSignal;
}

async function drill(
  archived: ArchivedTarget,
  { scope = ALL, at = {}, signal = new AbortController().signal }: Doing = {},
) {
  const { source, sink, reading, writing, sent } = kintone.access();
  let told: { outcome: DrillOutcome; report: string } | undefined;
  const begun: string[] = [];
  const drills: Drills = {
    begin: async ({ drillId }) => void begun.push(drillId),
    async report(scratch) {
      if (scratch) scratchApps = [...new Set([scratch.appId, ...scratchApps])];
    },
    async finish(outcome, report) {
      told = { outcome, report: [...report].join("") };
      return "7";
    },
    scratchApps: async () => scratchApps,
    isTold: async () => true,
  };
  // What is done at a step is done before the first request that the step makes.
  let waiting: Promise<void> | undefined;
  const seen = new Set<string>();
  const form = (await drillableForm(archived))!;
  const { appId, appName } = archived.facts;
  const run = await runDrill(
    {
      start: { ...start, target: { appId, name: appName }, scope, operator: { code: "admin", name: "管理者" } },
      archived,
      form,
    },
    {
      source: {
        ...source,
        countRecords: async (...of) => {
          await waiting;
          return source.countRecords(...of);
        },
      },
      ...{ sink, drills, words, blobOf, signal },
      workshop: createAppWorkshop(writing),
      directory: createRestDirectory(reading),
      newestApp: async () => String(Math.max(...domain.apps.keys())),
      pause: async () => undefined,
      requestsAllowed: () => 4,
      requests: () => sent.length,
      clock: { now: () => start.startedAt, seconds: () => performance.now() / 1000 },
      report({ phase }) {
        if (seen.has(phase)) return;
        seen.add(phase);
        const scratch = domain.apps.get(Number(scratchApps[0]));
        waiting = Promise.resolve(at[phase]?.(scratch!));
      },
    },
  );
  expect(run).toMatchObject({ outcome: told?.outcome, historyRecordId: "7" });
  const lines = told!.report
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as DrillLine);
  return { ...run, lines, sent, begun, scratch: domain.apps.get(Number(run.outcome.scratch?.appId)) };
}

const recordsOf = async (app: number | string) =>
  (await witness().record.getAllRecords({ app })).map((record) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([code, cell]) =>
        /^\$|更新|レコード番号/.test(code) ? [] : [[code, cell.value]],
      ),
    ),
  );
const different = (lines: readonly DrillLine[]) =>
  lines.flatMap((line) => (line.kind === "record" && line.outcome === "different" ? [line] : []));

/** Fields of every kind whose values a restore can write, and those that it cannot. */
function addWholeApp(): App {
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  const masters = domain.addApp({
    ...{ name: "得意先", creator: "admin" },
    properties: {
      番号: { type: "SINGLE_LINE_TEXT", code: "番号", label: "番号", unique: true },
      社名: text("社名"),
    } as never,
  });
  masters.addRecord({ 番号: { value: "C-1" }, 社名: { value: "丸山鉄工" } });
  const app = domain.addApp({
    ...{ name: "受注", creator: "admin" },
    properties: {
      ...inspectionProperties,
      合計: { type: "CALC", code: "合計", label: "合計", expression: "数量 * 2" },
      担当: { type: "USER_SELECT", code: "担当", label: "担当", entities: [{ type: "USER", code: "sato" }] },
      得意先: {
        ...{ type: "SINGLE_LINE_TEXT", code: "得意先", label: "得意先" },
        lookup: {
          relatedApp: { app: String(masters.id), code: "" },
          relatedKeyField: "番号",
          fieldMappings: [{ field: "得意先名", relatedField: "社名" }],
          ...{ lookupPickerFields: [], filterCond: "", sort: "" },
        },
      },
      得意先名: text("得意先名"),
      備考: { type: "MULTI_LINE_TEXT", code: "備考", label: "備考" },
      枠: { type: "GROUP", code: "枠", label: "枠" },
    } as never,
  });
  for (let number = 1; number <= 12; number += 1) {
    app.addRecord({
      品番: { value: `P-${number}` },
      数量: { value: String(number) },
      添付: { value: number % 4 === 0 ? [newFile(domain, "図面.txt", `drawing ${number}`)] : [] },
      測定: {
        value: [
          { value: { 項目: { value: "寸法" }, 写真: { value: [newFile(domain, "写真.txt", `photo ${number}`)] } } },
        ],
      },
      担当: { value: [{ code: "sato" }] },
      得意先: { value: "C-1" },
      備考: { value: number === 7 ? "長い".repeat(200) : "" },
    });
  }
  // The master says something else by now: a drill proves what the archive has.
  masters.records.get(1)!.values.社名 = "丸山製作所";
  return app;
}

const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });

describe("a drill", () => {
  it("restores everything into an app of its own, which nobody else sees, and finds it as it was archived", async () => {
    const own = addWholeApp();
    const archived = await kintone.archive(own.id);
    const before = await recordsOf(own.id);
    let [restored, acl, notifications]: unknown[] = [];
    const { outcome, lines, sent, scratch } = await drill(archived, {
      at: {
        async comparing({ id }) {
          restored = await recordsOf(id);
          acl = (await witness().app.getAppAcl({ app: id })).rights;
          notifications = await witness().app.getGeneralNotifications({ app: id });
        },
      },
    });
    expect(different(lines)).toEqual([]);
    expect(outcome).toMatchObject({
      verdict: "passed",
      counts: { archived: 12, expected: 12, restored: 12, identical: 12, explained: 0, different: 0, files: 15 },
      scratch: { name: "[復元訓練] 受注", fate: "emptied" },
      sample: "",
    });
    const withoutFiles = (records: unknown) =>
      JSON.parse(JSON.stringify(records).replaceAll(/"(fileKey|id|contentType)":"[^"]*"/g, '"":""'));
    expect(withoutFiles(restored)).toEqual(withoutFiles(before));
    expect(scratch!.records.size).toBe(0);
    expect(await recordsOf(own.id)).toEqual(before);
    expect(acl).toMatchObject([
      { entity: { type: "CREATOR" }, appEditable: true, recordViewable: true },
      { entity: { type: "GROUP", code: "everyone" }, appEditable: false, recordViewable: false, recordAddable: false },
    ]);
    expect(notifications).toMatchObject({ notifications: [], notifyToCommenter: false });
    expect(lines).toContainEqual({ kind: "field", field: "得意先", instead: "plain-field" });
    expect(lines.at(-1)).toMatchObject({ kind: "drilled", verdict: "passed" });
    expect(sent.filter(({ method, path }) => method === "POST" && path === "app.json")).toEqual([]);
  });

  it("uses its app again, brings its form up to date, and leaves nothing of the time before in it", async () => {
    const own = addInspections(domain, { records: 6 });
    const first = await drill(await kintone.archive(own.id));
    const stray = { 品番: { value: "stray" } } as never;
    await witness().record.addRecord({ app: first.scratch!.id, record: stray });
    const { 判定: _gone, ...others } = own.settings.properties;
    own.change({
      properties: {
        ...others,
        数量: completeProperty({ type: "SINGLE_LINE_TEXT", code: "数量", label: "数量" }, "数量"),
        新規: { ...others.品番!, code: "新規", label: "新規", unique: true },
      } as never,
    });
    own.deploy("admin");
    let present = 0;
    const second = await drill(await kintone.archive(own.id), {
      at: {
        comparing({ records }) {
          present = records.size;
        },
      },
    });
    expect(present).toBe(6);
    expect([second.outcome.verdict, different(second.lines)]).toEqual(["passed", []]);
    expect(second.scratch).toBe(first.scratch);
    expect(Object.keys(second.scratch!.settings.properties)).not.toContain("判定");
    expect(second.scratch!.settings.properties).toMatchObject({
      数量: { type: "SINGLE_LINE_TEXT" },
      新規: { unique: true },
    });
    const made = domain.apps.size;
    expect((await drill(await kintone.archive(own.id))).scratch).toBe(first.scratch);
    expect(domain.apps.size).toBe(made);
  });

  it.each([
    [
      "says of itself that it is something else",
      (app: App) => app.change({ general: { ...app.settings.general, description: "備品" } }),
    ],
    [
      "was made by somebody else",
      (app: App) => {
        const everyone = { type: "GROUP", code: "everyone" } as const;
        const [all] = app.settings.appAcl;
        app.change({ appAcl: [{ ...all!, entity: everyone }] });
        Object.assign(app, { creator: "sato" });
      },
    ],
  ])("never touches an app that %s, whatever the history says", async (_what, change) => {
    if (!domain.people.users.has("sato")) domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
    const own = addInspections(domain, { records: 3 });
    const archived = await kintone.archive(own.id);
    const { scratch } = await drill(archived);
    change(scratch!);
    scratch!.deploy("admin");
    scratch!.addRecord({ 品番: { value: "まだ要る" } });
    const again = await drill(archived);
    expect(again.scratch).not.toBe(scratch);
    expect(scratch!.records.size).toBe(1);
  });

  it("goes on with the app of a drill that ended before it was live", async () => {
    const archived = await kintone.archive(addInspections(domain, { records: 3 }).id);
    domain.faults.add({
      when: { method: "PUT", path: "preview/app/settings.json", times: 1 },
      do: { kind: "error", code: "CB_NO02" },
    });
    expect(await drill(archived)).toMatchObject({ outcome: { verdict: "stopped" } });
    const [made] = scratchApps;
    expect(await drill(archived)).toMatchObject({ outcome: { verdict: "passed", scratch: { appId: made } } });
    expect(scratchApps).toEqual([made]);
  });

  it("finds its app when the answer to making it is lost", async () => {
    const archived = await kintone.archive(addInspections(domain, { records: 3 }).id);
    const before = domain.apps.size;
    domain.faults.add({
      when: { method: "POST", path: "preview/app.json", times: 1 },
      do: { kind: "drop", after: true },
    });
    expect(await drill(archived)).toMatchObject({ outcome: { verdict: "passed" } });
    expect(domain.apps.size).toBe(before + 1);
  });

  it("never takes the app itself for one of its own", async () => {
    const own = addInspections(domain, { records: 3 });
    own.change({ general: { ...own.settings.general, description: `[kintone-backup-manager/drill/${own.id}]` } });
    own.deploy("admin");
    scratchApps = [String(own.id)];
    const { outcome } = await drill(await kintone.archive(own.id));
    expect([outcome.verdict, own.records.size]).toEqual(["passed", 3]);
  });

  it.each([
    ["a value", { 品番: { value: "damaged" } }, ["品番"]],
    ["a row of a table", { 測定: { value: [] } }, ["測定"]],
  ])(
    "fails when %s is another when it is read back, and keeps the records for who looks at them",
    async (_what, record, fields) => {
      const own = addInspections(domain, { records: 20 });
      const { outcome, lines, scratch } = await drill(await kintone.archive(own.id), {
        at: {
          comparing: ({ id }) => {
            const event = { name: "record-changed", app: id, id: 20, record } as const;
            domain.faults.add({ when: { method: "GET", path: "records.json", nth: 1 }, do: { kind: "event", event } });
          },
        },
      });
      expect(different(lines)).toEqual([{ kind: "record", id: "20", outcome: "different", why: "values", fields }]);
      expect(outcome).toMatchObject({
        verdict: "failed",
        counts: { identical: 19, different: 1 },
        scratch: { fate: "kept" },
      });
      expect(scratch!.records.size).toBe(20);
    },
  );

  it("fails when a file has other bytes under the same name and size, and when a record is gone", async () => {
    const own = addInspections(domain, { records: 20 });
    const { outcome, lines } = await drill(await kintone.archive(own.id), {
      at: {
        async comparing({ id }) {
          const file = newFile(domain, "図面.txt", "DRAWING 10");
          await witness().record.updateRecord({ app: id, id: 10, record: { 添付: { value: [file] } } as never });
          await witness().record.deleteRecords({ app: id, ids: [3] });
        },
      },
    });
    expect(different(lines)).toEqual([
      { kind: "record", id: "3", outcome: "different", why: "missing" },
      { kind: "record", id: "10", outcome: "different", why: "values", fields: ["添付"] },
    ]);
    expect(outcome.verdict).toBe("failed");
  });

  it("explains what cannot be otherwise: whoever is gone since", async () => {
    const own = addWholeApp();
    const archived = await kintone.archive(own.id);
    domain.people.users.delete("sato");
    const { outcome, lines } = await drill(archived);
    expect(different(lines)).toEqual([]);
    expect(outcome).toMatchObject({ verdict: "explained", counts: { explained: 12, identical: 0 } });
    expect(lines).toContainEqual({ kind: "gone", people: "users", code: "sato", records: 12 });
    expect(lines).toContainEqual({ kind: "record", id: "1", outcome: "explained", fields: { 担当: "gone-people" } });
  });

  it("counts a record that kintone does not take", async () => {
    const own = addInspections(domain, { records: 5 });
    const archived = await kintone.archive(own.id);
    const { 数量 } = own.settings.properties;
    // What was allowed once is in the archive; its form forbids it.
    const path = `${archived.facts.folder}/settings/app/form/fields.json`;
    const form = JSON.parse(await (await blobOf(archived.entries.get(path)!)).text()) as { properties: object };
    const limited = { ...form, properties: { ...form.properties, 数量: { ...数量, maxValue: "4" } } };
    const bytes = new TextEncoder().encode(JSON.stringify(limited));
    const entry = { ...archived.entries.get(path)!, size: bytes.length, open: async () => new Response(bytes).body! };
    const { outcome, lines } = await drill({
      ...archived,
      entries: new Map([...archived.entries, [path, entry as never]]),
    });
    expect(different(lines)).toMatchObject([{ id: "5", why: "refused", error: { code: expect.any(String) } }]);
    expect(outcome).toMatchObject({ verdict: "failed", counts: { restored: 4, identical: 4, different: 1 } });
  });

  it("restores a sample that anybody can choose again, with the records most likely to make trouble", async () => {
    const own = addWholeApp();
    const archived = await kintone.archive(own.id);
    const scope = { of: "sample", random: 3, seed: "2026-11" } as const;
    const [one, same, other] = [
      await drill(archived, { scope }),
      await drill(archived, { scope }),
      await drill(archived, { scope: { ...scope, seed: "2026-12" } }),
    ];
    const idsOf = ({ lines }: typeof one) => lines.flatMap((line) => (line.kind === "record" ? [line.id] : []));
    expect(idsOf(same)).toEqual(idsOf(one));
    expect(idsOf(other)).not.toEqual(idsOf(one));
    expect(one.outcome.sample.split("\n")).toEqual([
      'random 3 of 12, seed "2026-11"',
      ...["newest 12", expect.stringMatching(/^largest 7 \(\d+\)$/), "most-rows 12 (1)", "most-files 12 (2)"],
    ]);
    expect(idsOf(one)).toEqual(expect.arrayContaining(["7", "12"]));
    expect(one.outcome).toMatchObject({ verdict: "passed", counts: { archived: 12, expected: idsOf(one).length } });
    expect(one.outcome.newestRecord).toBeInstanceOf(Date);
  });

  it("proves nothing by an archive without records", async () => {
    const own = addInspections(domain, { records: 0 });
    const { outcome } = await drill(await kintone.archive(own.id));
    expect(outcome).toMatchObject({ verdict: "explained", counts: { expected: 0, identical: 0 } });
  });

  it("that is cancelled is told as one that ended early, with what it had restored", async () => {
    const own = addInspections(domain, { records: 8 });
    const cancelling = new AbortController();
    const { outcome, lines } = await drill(await kintone.archive(own.id), {
      signal: cancelling.signal,
      at: { comparing: () => cancelling.abort(new BackupError("CANCELLED", "no")) },
    });
    expect(outcome).toMatchObject({
      verdict: "stopped",
      stopped: { code: "CANCELLED" },
      counts: { restored: 8, identical: 0 },
    });
    expect(outcome.scratch?.fate).toBe("kept");
    expect(lines.at(-1)).toMatchObject({ kind: "drilled", verdict: "stopped", stopped: { code: "CANCELLED" } });
  });

  it("that cannot make its app ends early, and says why", async () => {
    const own = addInspections(domain, { records: 2 });
    const archived = await kintone.archive(own.id);
    domain.faults.add({ when: { method: "POST", path: "preview/app.json" }, do: { kind: "error", code: "CB_NO02" } });
    const { outcome } = await drill(archived);
    expect(outcome).toMatchObject({ verdict: "stopped", stopped: { code: "NO_PERMISSION" } });
    expect(outcome.scratch).toBeUndefined();
  });
});
