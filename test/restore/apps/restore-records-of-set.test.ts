import type { App } from "../../emulator/domain/app";
import { beforeEach, describe, expect, it } from "vitest";
import { backedUpKintone } from "../../backup/whole-runs/run-against";
import { newFile } from "../../backup/whole-runs/inspections";
import { dyingAt, nothingKept, type Step } from "./kept-set";
import {
  attempt,
  cells,
  expectAsPlanned,
  lookup,
  number,
  restored,
  smallSet,
  table,
  text,
  valuesIn,
} from "./small-set";

const kintone = backedUpKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

describe("the records of a set of new apps", () => {
  it("come masters first, so that every lookup finds its record, in tables too, with all files", async () => {
    const set = smallSet(kintone, {
      orders: (id) => [
        lookup("得意先", id("customers"), "コード", { 得意先名: "名前" }),
        text("得意先名"),
        table("明細", lookup("品", id("products"), "品番", { 単価: "価格" }), number("単価"), number("数量")),
      ],
      products: (id) => [
        text("品番", { unique: true }),
        number("価格"),
        lookup("納入", id("customers"), "コード"),
        { type: "FILE", code: "図", label: "図" } as never,
      ],
      customers: () => [text("コード", { unique: true }), text("名前")],
    });
    for (const n of [1, 2, 3]) set.app("customers").addRecord(cells({ コード: `C${n}`, 名前: `会社${n}` }));
    set
      .app("products")
      .addRecord(cells({ 品番: "P1", 価格: "100", 納入: "C2", 図: [newFile(domain, "図.txt", "drawing")] }));
    const rows = [{ value: cells({ 品: "P1", 数量: "2" }) }, { value: cells({ 品: "", 数量: "3" }) }];
    set.app("orders").addRecord(cells({ 得意先: "C3", 明細: rows }));
    const { order, app } = set.renewed(await set.archived());

    const { run, kept } = await restored(kintone, order);
    expectAsPlanned(run);
    expect(run.apps.map(({ archivedId }) => archivedId)).toEqual(["12", "11", "10"]);
    expect(kept.outcomes.map(({ verdict, app: { appId } }) => [appId, verdict])).toEqual([
      ["112", "as-planned"],
      ["111", "as-planned"],
      ["110", "as-planned"],
    ]);
    for (const name of ["customers", "products", "orders"]) {
      const codes = [
        "コード",
        "名前",
        "品番",
        "価格",
        "納入",
        "図",
        "得意先",
        "得意先名",
        "明細",
        "作成日時",
        "更新日時",
      ];
      expect(await valuesIn(kintone, app(name), ...codes)).toEqual(await valuesIn(kintone, set.app(name), ...codes));
    }
  });

  it("of apps whose lookups go round in a circle, or into their own app, get those keys in the end", async () => {
    const set = smallSet(kintone, {
      people: (id) => [
        text("番号", { unique: true }),
        lookup("上司", id("people"), "番号", { 上司の部: "部署名" }),
        text("上司の部"),
        text("部署名"),
        table("兼務", lookup("兼務先", id("departments"), "部"), text("メモ"), {
          type: "FILE",
          code: "辞令",
          label: "辞令",
        } as never),
      ],
      departments: (id) => [
        text("部", { unique: true }),
        lookup("部長", id("people"), "番号", { 部長の部: "部署名" }, { required: true }),
        text("部長の部"),
      ],
    });
    const files = [newFile(domain, "a.txt", "one")];
    const boss = set.app("people").addRecord(cells({ 番号: "1", 部署名: "役員" }));
    set.app("departments").addRecord(cells({ 部: "総務", 部長: "1" }));
    set.app("people").addRecord(
      cells({
        番号: "2",
        上司: "1",
        部署名: "総務",
        兼務: [{ value: cells({ 兼務先: "総務", メモ: "x", 辞令: files }) }],
      }),
    );
    await kintone
      .witness()
      .record.updateRecord({ app: set.app("people").id, id: boss.id, record: cells({ 上司: "2" }) });
    const { order, app } = set.renewed(await set.archived());

    const { run, kept, reports } = await restored(kintone, order);
    expectAsPlanned(run);
    expect(
      kept.outcomes.map((outcome) => [outcome.app.appId, outcome.counts.added, outcome.counts["put-back"]]),
    ).toEqual([
      ["110", 2, 0],
      ["111", 1, 0],
      ["110", 0, 2],
    ]);
    expect(kept.outcomes.map(({ verdict }) => verdict)).toEqual(["as-planned", "as-planned", "as-planned"]);
    expect(reports.get("keys people（新）")).toMatchObject([
      { kind: "record", id: "1", outcome: "put-back", fields: ["上司"] },
      { kind: "record", id: "2", outcome: "put-back", fields: ["上司", "兼務"] },
      { kind: "restored" },
    ]);
    for (const name of ["people", "departments"]) {
      const codes = ["番号", "上司", "上司の部", "部署名", "兼務", "部", "部長", "部長の部", "作成日時", "作成者"];
      expect(await valuesIn(kintone, app(name), ...codes)).toEqual(await valuesIn(kintone, set.app(name), ...codes));
    }
  });

  it("are not begun where no key of a circle may be empty, which is told by field", async () => {
    const set = smallSet(kintone, {
      a: (id) => [
        text("鍵", { unique: true }),
        lookup("b", id("b"), "鍵", { 写: "名" }),
        text("写", { required: true }),
      ],
      b: (id) => [text("鍵", { unique: true }), text("名"), lookup("a", id("a"), "鍵", {}, { required: true })],
    });
    const { order } = set.renewed(await set.archived());
    const { run, sent, kept } = await attempt(kintone, order);
    expect(run).toMatchObject({ closed: [{ from: "10", into: "11", field: "b", isRequired: true }] });
    expect(sent.filter(({ method }) => method !== "GET")).toEqual([]);
    expect(kept.outcomes).toEqual([]);
  });

  it("get their own files when a key in their table is put in, whatever the rows of others are called", async () => {
    const file = { type: "FILE", code: "証", label: "証" };
    const set = smallSet(kintone, {
      items: (id) => [text("鍵", { unique: true }), table("行", lookup("前", id("items"), "鍵"), file)],
    });
    const row = (key: string, content: string) => {
      return { value: cells({ 前: key, 証: [newFile(domain, "a.txt", content)] }) };
    };
    set.app("items").addRecord(cells({ 鍵: "A" }));
    set.app("items").addRecord(cells({ 鍵: "B", 行: [row("A", "one"), row("", "two")] }));
    const { order, app } = set.renewed(await set.archived());
    // So that the second row of the archive has the id of the first row in the new app.
    app("items").nextRowId();
    expectAsPlanned((await restored(kintone, order)).run);
    const { record } = await kintone.witness().record.getRecord({ app: app("items").id, id: 2 });
    const rows = record.行?.value as unknown as Array<{ value: { 証: { value: Array<{ fileKey: string }> } } }>;
    const contents = rows.map(async ({ value }) => {
      const data = await kintone.witness().file.downloadFile({ fileKey: value.証.value[0]!.fileKey });
      return new TextDecoder().decode(data);
    });
    expect(await Promise.all(contents)).toEqual(["one", "two"]);
  });

  it("name records by the numbers that these have now, and by none where they are not there", async () => {
    const set = smallSet(kintone, {
      tasks: (id) => [lookup("案件", id("projects"), "レコード番号", { 案件名: "名前" }), text("案件名")],
      projects: (id) => [text("名前"), lookup("元", id("projects"), "レコード番号")],
    });
    const projects = set.app("projects");
    for (const n of [1, 2, 3, 4]) projects.addRecord(cells({ 名前: `案件${n}` }));
    await kintone.witness().record.updateRecord({ app: projects.id, id: 4, record: cells({ 元: "3" }) });
    for (const n of [4, 3, 1]) set.app("tasks").addRecord(cells({ 案件: String(n) }));
    await kintone.witness().record.deleteRecords({ app: projects.id, ids: [1, 2] });
    const { order, app } = set.renewed(await set.archived());

    const { run, told } = await restored(kintone, order);
    expectAsPlanned(run);
    expect(await valuesIn(kintone, app("projects"), "名前", "元")).toEqual([
      ["案件3", ""],
      ["案件4", "1"],
    ]);
    expect(await valuesIn(kintone, app("tasks"), "案件", "案件名")).toEqual([
      ["2", "案件4"],
      ["1", "案件3"],
      ["", ""],
    ]);
    expect(told.filter(({ kind }) => kind === "key-lost")).toEqual([
      { kind: "key-lost", app: "10", id: "3", field: "案件", key: "1" },
    ]);
  });

  it("keep the links to where the apps were, which are told one by one", async () => {
    const set = smallSet(kintone, {
      notes: () => [
        text("題"),
        { type: "LINK", code: "先", label: "先", protocol: "WEB" } as never,
        { type: "RICH_TEXT", code: "本文", label: "本文" } as never,
        table("行", text("参照")),
      ],
    });
    const here = "https://example.cybozu.com/k/10/show#record=7";
    set.app("notes").addRecord(cells({ 題: "k/10/", 先: "https://example.cybozu.com/k/99/" }));
    set.app("notes").addRecord(
      cells({
        先: here,
        本文: `<a href="${here}">x</a>\n/k/m/10/\n/k/guest/5/10/`,
        行: [{ value: cells({ 参照: "/k/10/?view=20" }) }],
      }),
    );
    const { order, app } = set.renewed(await set.archived());
    const { run, told } = await restored(kintone, order);
    expectAsPlanned(run);
    expect(run.apps).toMatchObject([{ left: { oldIds: 5, lostKeys: 0 } }]);
    const of = { kind: "old-id", app: "10", id: "2", newId: "2", names: "10" };
    expect(told.filter(({ kind }) => kind === "old-id")).toEqual(
      expect.arrayContaining([
        { ...of, field: "先", text: here },
        { ...of, field: "本文", text: `<a href="${here}">x</a>` },
        { ...of, field: "本文", text: "/k/m/10/" },
        { ...of, field: "本文", text: "/k/guest/5/10/" },
        { ...of, field: "参照", table: "行", text: "/k/10/?view=20" },
      ]),
    );
    expect(await valuesIn(kintone, app("notes"), "先", "本文")).toEqual(
      await valuesIn(kintone, set.app("notes"), "先", "本文"),
    );
  });
});

describe("a set whose process is killed", () => {
  it("goes on where it was, whatever the step, and nothing is there twice or not at all", async () => {
    const set = smallSet(kintone, {
      tasks: (id) => [
        text("題"),
        lookup("案件", id("projects"), "レコード番号"),
        lookup("前", id("tasks"), "レコード番号"),
      ],
      projects: (id) => [text("名前"), lookup("主", id("tasks"), "レコード番号", { 主題: "題" }), text("主題")],
    });
    for (const n of [1, 2]) set.app("projects").addRecord(cells({ 名前: `案件${n}` }));
    set.app("tasks").addRecord(cells({ 題: "一", 案件: "2" }));
    set.app("tasks").addRecord(cells({ 題: "二", 案件: "1", 前: "1" }));
    await kintone.witness().record.updateRecord({ app: set.app("projects").id, id: 2, record: cells({ 主: "2" }) });
    const archive = await set.archived();
    const shown = async (of: (name: string) => App) => [
      await valuesIn(kintone, of("projects"), "名前", "主", "主題"),
      await valuesIn(kintone, of("tasks"), "題", "案件", "前"),
    ];
    const expected = await shown(set.app);

    let steps = 0;
    const counting: Step = (work) => work().finally(() => (steps += 1));
    await attempt(kintone, set.renewed(archive, 1000).order, { step: counting });
    expect(steps).toBeGreaterThan(40);
    for (let at = 1; at <= steps; at += 2) {
      // As many times before a step is done as after it, with nobody who heard of it.
      const isDone = at % 4 === 1;
      const { order, app } = set.renewed(archive, 2000 + at * 10);
      const kept = nothingKept();
      await attempt(kintone, order, { kept, step: dyingAt(at, isDone) }).catch(() => undefined);
      const { run } = await restored(kintone, order, kept);
      expectAsPlanned(run);
      expect([at, isDone, await shown(app)]).toEqual([at, isDone, expected]);
    }
  });
});
