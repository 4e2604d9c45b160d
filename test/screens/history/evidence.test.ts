import { describe, expect, it } from "vitest";
import type { ChainVerdict } from "../../../src/history/chain/verdict";
import { NO_FILTER, type RunFilter } from "../../../src/history/overview/filter";
import { toldAsked } from "../../../src/history/overview/told-asked";
import { overviewOf } from "../../../src/history/overview/overview";
import { csvOf } from "../../../src/screens/csv/write-csv";
import { drillsCsv } from "../../../src/screens/history/evidence/drills-csv";
import { restoresCsv } from "../../../src/screens/history/evidence/restores-csv";
import { runsCsv } from "../../../src/screens/history/evidence/runs-csv";
import { selectionOf } from "../../../src/screens/history/evidence/selection";
import { anomalySentence } from "../../../src/screens/history/overview/anomaly-sentence";
import { historyView, stretches } from "../../../src/screens/history/overview/history-view";
import { overviewMessagesFor } from "../../../src/screens/text/history/language";
import { result, target, told, toldDrill, toldRestore } from "../../history/overview/told";

const steady = Array.from({ length: 12 }, (_, at) => told(at + 1, [result("1"), result("2", { status: "failed" })]));
const runs = [
  ...steady,
  told(13, [
    result("1", { records: 3, bytes: 100, appName: "注文\u202egpj" }),
    result("2", { errorCode: "FORM_CHANGED" }),
  ]),
  told(15, [result("1", { status: "partial", errorCode: "EXCLUDED_FIELD_UNKNOWN" })], {
    ...{ status: "partial", message: "=cmd|' /C calc'!A0", operator: "\t＋佐藤", finishedAt: "", seconds: undefined },
  }),
];
const restores = [
  toldRestore(14, { verdict: "stopped", status: "failed", key: "2", appName: "アプリ2", notReached: 2 }),
  toldRestore(16, { kind: "comparison", verdict: "differs", planned: { add: 1, putBack: 0, remove: 4 } }),
];
const drills = [toldDrill(10), toldDrill(14, { verdict: "failed", status: "failed", key: "2", appName: "アプリ2" })];
const verdict: ChainVerdict = {
  ...{ holds: undefined, chained: 14, earlier: 0, unfinished: 0, hidden: [] },
  breaks: [{ kind: "changed", run: runs[12]! }],
};
const overview = (hidden: string[] = []) =>
  overviewOf(
    {
      ...{ runs, restores, drills, hidden, rules: [], verdict: { ...verdict, hidden } },
      targets: [target("1"), target("2"), target("3", { enabled: false }), target("4")],
    },
    {
      apps: ["1", "3", "8"].map((appId) => ({ appId, name: `アプリ${appId}` })),
      ...{ now: new Date("2026-11-16T00:00:00Z"), timeZone: "Asia/Tokyo", locale: "ja", drillDays: 30 },
    },
  );
const viewIn = (language: string, hidden?: string[]) =>
  historyView(overview(hidden), overviewMessagesFor(language), (id) => `/k/1/show#record=${id}`);
const select = (filter: Partial<RunFilter>) => selectionOf(overview(), { ...NO_FILTER, ...filter });

describe("CSV", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", "  =1"])(
    "makes %j harmless",
    (formula) => {
      expect(csvOf([[formula]])).toBe(`\ufeff"'${formula}"\r\n`);
    },
  );

  it("leaves other cells as they are, whatever is in them", () => {
    expect(csvOf([['a "b", c\nd', "1-1", ""], ["品質"]])).toBe('\ufeff"a ""b"", c\nd","1-1",""\r\n"品質"\r\n');
  });

  it("has a line for each chosen run, with plain numbers and times of the settings' time zone", () => {
    const [heads, ...lines] = runsCsv(select({ from: "2026-11-13" }), viewIn("ja"))
      .join("")
      .trimEnd()
      .split("\r\n");
    expect(heads).toContain('"開始日時 (Asia/Tokyo)"');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"13","run-13","2026-11-13 03:00:07","2026-11-13 03:01:07","60","成功","自動"');
    expect(lines[0]).toMatch(/,"記録された後に、[^"]*","保存確認済み","2026-11-01 09:00:00","佐藤 昇",""$/);
    expect(lines[1]).toContain(`"2026-11-15 03:00:07","","","一部不足","自動","'\t＋佐藤"`);
    expect(lines[1]).toContain(`"'=cmd|' /C calc'!A0"`);
    expect(lines[1]).toMatch(/,"合っています","保存確認済み","2026-11-01 09:00:00","佐藤 昇",""$/);
  });

  it("has a line for each chosen restore and comparison, with what became of records", () => {
    const [heads, ...lines] = restoresCsv(restores, viewIn("ja")).join("").trimEnd().split("\r\n");
    expect(heads).toContain('"アーカイブの作成日時 (Asia/Tokyo)"');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"restore-14","2026-11-14 03:00:07","2026-11-14 03:01:07","復元","失敗","途中で終了"');
    expect(lines[0]).toContain('"追加: 3件（予定3件）\n書き戻し: 2件（予定2件）\n未処理: 2件"');
    expect(lines[1]).toContain('"比較のみ","成功","違いあり"');
    expect(lines[1]).toContain('"アプリにない: 1件\nアーカイブにない: 4件"');
  });

  it("has a line for each chosen drill, with how the sample was chosen, and what became of it", () => {
    const [heads, passed, failed, ...more] = drillsCsv(drills, viewIn("ja")).join("").trimEnd().split("\r\n");
    expect(more).toEqual([]);
    expect(heads).toContain('"RPO（最新のレコードの古さ） (s)","RTO（かかった時間） (s)"');
    expect(passed).toContain('"drill-10","2026-11-10 03:00:07","2026-11-10 03:01:07","成功","合格"');
    expect(passed).toContain(
      '"90067","293","サンプル","random 100 of 1200, seed 2026-11","1200","104","104","100","4","0"',
    );
    expect(failed).toContain('"失敗","不合格"');
  });

  it("does not say that a run fits when the check was not possible", () => {
    const csv = runsCsv(select({}), viewIn("ja", ["run_message"])).join("");
    expect(csv).not.toContain("合っています");
    expect(csv).toContain('"対象外"');
  });
});

describe("a backup that was limited", () => {
  const everything = toldAsked("", "records, attachments, comments, settings, administration", "");
  const narrowed = toldAsked("$id > 999999", "records", "氏名\n表");
  const history = [
    told(1, [result("1", { asked: everything })]),
    told(2, [result("1", { asked: narrowed, records: 0 }), result("2", { asked: everything })]),
  ];
  const look = (language: string) => {
    const surroundings = {
      apps: [],
      now: new Date("2026-11-03T00:00:00Z"),
      timeZone: "Asia/Tokyo",
      drillDays: 90,
      locale: language,
    };
    const whole = overviewOf(
      { runs: history, hidden: [], rules: [], restores: [], drills: [], verdict, targets: [target("1"), target("2")] },
      surroundings,
    );
    return historyView(whole, overviewMessagesFor(language), (id) => id);
  };

  it.each([
    ["ja", "アプリ1 (1): 対象を限定: 条件「$id > 999999」、レコードのみ、フィールド「氏名」「表」を除外"],
    ["en", "アプリ1 (1): Limited: condition $id > 999999; only records; without the fields 氏名, 表"],
    ["zh", "アプリ1 (1)：备份范围受限：条件“$id > 999999”、仅记录、不含字段“氏名”“表”"],
  ])("says so in the CSV, and one of everything does not (%s)", (language, sentence) => {
    const view = look(language);
    const [, whole, limited] = runsCsv(selectionOf(view.overview, NO_FILTER), view).join("").split("\r\n");
    expect(limited).toContain(`"${sentence}"`);
    const word = view.messages.asked.limited([]).trim();
    expect(limited).toContain(word);
    expect(whole).not.toContain(word);
  });

  it.each([
    ["ja", /アプリ1 \(1\): .*2026.*変更前は「限定なし」、変更後は「対象を限定: 条件「\$id > 999999」/],
    ["en", /has changed since the run of .*2026.*It was: not limited\. It is: Limited: condition \$id > 999999;/],
    ["zh", /更改前：无限制。更改后：备份范围受限：条件“\$id > 999999”/],
  ])("is pointed out where it changed (%s)", (language, sentence) => {
    const view = look(language);
    const [change] = view.overview.anomalies.filter(({ kind }) => kind === "asked");
    expect(anomalySentence(change!, view)).toMatch(sentence);
  });
});

describe("what a filter leaves", () => {
  it("are runs, days and anomalies of the period; what is so now stays", () => {
    const all = select({});
    expect([all.from, all.to]).toEqual(["2026-11-01", "2026-11-16"]);
    expect(all.anomalies.map(({ kind }) => kind)).toEqual([
      "silent",
      "unproven",
      "unproven",
      "uncovered",
      "uncovered",
      "form",
      "restore",
      "drill",
      "moved",
      "moved",
      "form",
    ]);
    const some = select({ from: "2026-11-14", to: "2026-11-15" });
    expect(some.runs.map(({ recordId }) => recordId)).toEqual(["15"]);
    expect(some.periodDays.map(({ missing }) => missing)).toEqual([true, false]);
    expect(some.anomalies.map(({ kind }) => kind)).toEqual([
      ...["silent", "unproven", "unproven", "uncovered", "uncovered", "form", "restore", "drill"],
    ]);
    expect(select({ target: "3" }).anomalies.map(({ kind }) => kind)).toEqual(["uncovered"]);
  });

  it("are restores of the period, the status, and the app that they went into", () => {
    const found = (filter: Partial<RunFilter>) => select(filter).restores.map(({ runId }) => runId);
    expect(found({})).toEqual(["restore-14", "restore-16"]);
    expect([found({ from: "2026-11-15" }), found({ status: "failed" }), found({ target: "1" })]).toEqual([
      ...[["restore-16"], ["restore-14"], ["restore-16"]],
    ]);
    expect(select({ target: "2" }).anomalies.map(({ kind }) => kind)).toContain("restore");
    expect(select({ target: "1" }).anomalies.map(({ kind }) => kind)).not.toContain("restore");
  });

  it("are drills of the period, the status, and the app that they were of", () => {
    const found = (filter: Partial<RunFilter>) => select(filter).drills.map(({ runId }) => runId);
    expect(found({})).toEqual(["drill-10", "drill-14"]);
    expect([found({ from: "2026-11-12" }), found({ status: "success" }), found({ target: "2" })]).toEqual([
      ...[["drill-14"], ["drill-10"], ["drill-14"]],
    ]);
    expect(select({ target: "2" }).anomalies.map(({ kind }) => kind)).toContain("drill");
    expect(select({ target: "1" }).anomalies.map(({ kind }) => kind)).not.toContain("drill");
  });

  it("are days of the chosen target", () => {
    const { periodDays } = select({ target: "2", to: "2026-11-13" });
    expect(periodDays.filter(({ missing }) => missing)).toHaveLength(12);
  });

  it("tells missing days as stretches", () => {
    expect(stretches(["2026-10-31", "2026-11-01", "2026-11-03"])).toEqual([
      ["2026-10-31", "2026-11-01"],
      ["2026-11-03", "2026-11-03"],
    ]);
  });
});

describe.each(["ja", "en", "zh", "th"])("in the language %s", (language) => {
  const view = viewIn(language);
  const sentences = view.overview.anomalies.map((anomaly) => anomalySentence(anomaly, view));

  it("each anomaly has a sentence of its own, with everything in it", () => {
    expect(new Set(sentences).size).toBe(view.overview.anomalies.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|\[object|\(\)|\$\{/);
    expect(sentences.join("\n")).toMatch(/1,000\D+3\D/);
  });

  it("names of others cannot turn a sentence around", () => {
    expect(sentences.join("")).not.toContain("\u202e");
    expect(sentences.join("")).toContain("注文\ufffdgpj");
  });

  it("every text is in that language", () => {
    const written = JSON.stringify(view.messages.history);
    const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(written);
    const isHan = /\p{Script=Han}/u.test(written);
    expect([isJapanese, isHan]).toEqual([language === "ja", language === "ja" || language === "zh"]);
    expect(view.messages.locale).toBe(language === "th" ? "en" : language);
  });
});
