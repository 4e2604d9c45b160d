import { APP_IDS, type SampleApp, type SampleRecord, type SampleRow } from "./app";
import { addDays, BASE_DATE, instantInJapan, spreadOver, timeOfDay } from "./calendar";
import { customerCode } from "./customers";
import type { Documents } from "./documents/collection";
import {
  arrange,
  calculation,
  checkBox,
  date,
  dateTime,
  dropDown,
  file,
  group,
  groupSelect,
  link,
  lookup,
  multiLineText,
  multiSelect,
  number,
  organizationSelect,
  properties,
  radioButton,
  relatedRecords,
  richText,
  subtable,
  systemFields,
  text,
  time,
  userSelect,
} from "./form";
import { membersOf, people } from "./people";
import { awkwardTexts, lotNumber, processes, products } from "./products";
import { qualityProcess } from "./quality-process";
import { createRandom, type Random } from "./random";

const DEFECTS = ["寸法不良", "外観不良", "機能不良", "異物混入", "表示・数量違い"];
const AFFECTED = ["社内在庫", "仕掛品", "出荷済み", "客先在庫"];
const FOUND_BY = ["自主検査", "受入検査", "出荷検査", "客先クレーム", "内部監査"];
const RECORDS = 2400;

const form = properties(
  ...systemFields,
  text("記録番号", { required: true, unique: true, maxLength: "32" }),
  date("発生日", { required: true, defaultNowValue: true }),
  time("発生時刻"),
  dateTime("検出日時"),
  text("製品名"),
  text("品番"),
  text("ロット番号"),
  lookup("顧客コード", {
    relatedApp: { app: APP_IDS.customers, code: "" },
    relatedKeyField: "顧客コード",
    fieldMappings: [
      { field: "顧客名", relatedField: "顧客名" },
      { field: "客先担当部署", relatedField: "担当部署名" },
    ],
    lookupPickerFields: ["顧客コード", "顧客名", "業種"],
    filterCond: "",
    sort: "顧客コード asc",
  }),
  text("顧客名"),
  text("客先担当部署"),
  dropDown("発生工程", processes),
  radioButton("不具合区分", DEFECTS),
  checkBox("影響範囲", AFFECTED),
  multiSelect("発見方法", FOUND_BY),
  number("検査数量", { digit: true, minValue: "0", unit: "個", unitPosition: "AFTER" }),
  number("不良数", { digit: true, minValue: "0", unit: "個", unitPosition: "AFTER" }),
  calculation("不良率", "不良数 / 検査数量 * 100", { displayScale: "2", unit: "%", unitPosition: "AFTER" }),
  number("損失金額＿￥", { label: "損失金額（￥）", digit: true, unit: "￥" }),
  multiLineText("不具合内容", { required: true }),
  multiLineText("原因"),
  richText("恒久対策"),
  link("参考資料リンク", "WEB"),
  link("連絡先電話", "CALL"),
  link("連絡先メール", "MAIL"),
  userSelect("発見者"),
  organizationSelect("担当部署"),
  groupSelect("通知先"),
  file("写真・資料", { thumbnailSize: "250" }),
  subtable(
    "対策履歴",
    date("実施日"),
    multiLineText("実施内容"),
    userSelect("実施者"),
    radioButton("効果", ["未確認", "効果あり", "効果なし"]),
  ),
  group("承認情報"),
  date("承認日"),
  userSelect("承認者"),
  multiLineText("承認コメント"),
  relatedRecords("関連検査データ", {
    relatedApp: { app: APP_IDS.inspections, code: "" },
    condition: { field: "ロット番号", relatedField: "ロット番号" },
    filterCond: "",
    displayFields: ["検査番号", "検査日", "総合判定"],
    sort: "検査日 desc",
    size: "5",
  }),
);
const layout = arrange(form);
const { row } = layout;

/** 品質記録: the largest app, with every kind of field and a process; its record numbers carry the app code QR. */
export function createQualityRecords(seed: number, documents: Documents): SampleApp {
  return {
    id: APP_IDS.qualityRecords,
    name: "品質記録",
    code: "QR",
    properties: form,
    layout: [
      row("レコード番号", "記録番号", "発生日", "発生時刻", "検出日時"),
      row({ label: "<div><b>対象品</b></div>" }),
      row("製品名", "品番", "ロット番号"),
      row("顧客コード", "顧客名", "客先担当部署"),
      row("―"),
      row("発生工程", "発見方法"),
      row("不具合区分"),
      row("影響範囲"),
      row("検査数量", "不良数", "不良率", "損失金額＿￥"),
      row("不具合内容", "原因"),
      row("恒久対策", { spacer: "quality-space" }),
      row("写真・資料"),
      layout.table("対策履歴"),
      row("発見者", "担当部署", "通知先"),
      row("参考資料リンク", "連絡先電話", "連絡先メール"),
      layout.group("承認情報", row("承認日", "承認者"), row("承認コメント")),
      row("関連検査データ"),
      row("作成者", "作成日時", "更新者", "更新日時"),
    ],
    views: {
      品質記録一覧: {
        index: "0",
        type: "LIST",
        fields: ["記録番号", "発生日", "製品名", "ロット番号", "不具合区分", "不良率", "ステータス"],
        filterCond: "",
        sort: "発生日 desc",
      },
      客先クレーム: {
        index: "1",
        type: "LIST",
        fields: ["記録番号", "発生日", "顧客名", "不具合内容", "ステータス"],
        filterCond: '発見方法 in ("客先クレーム")',
        sort: "発生日 desc",
      },
      発生日カレンダー: { index: "2", type: "CALENDAR", date: "発生日", title: "記録番号", filterCond: "", sort: "" },
    },
    process: qualityProcess,
    records: createRecords(seed, documents),
  };
}

function createRecords(seed: number, documents: Documents): SampleRecord[] {
  const random = createRandom(seed, "quality records");
  return Array.from({ length: RECORDS }, (_, index) => {
    const day = spreadOver(1060, index, RECORDS);
    const foundBy = random.pick(people).code;
    const product = random.pick(products);
    const lot = lotNumber(random);
    const inspected = random.integer(0, 60) * 20;
    const age = RECORDS - index;
    const closed = age > 120;
    const state = closed ? "完了" : random.pick(["起票", "調査中", "対策中", "承認待ち", "完了"]);
    return {
      creator: foundBy,
      createdTime: instantInJapan(day, "10:40"),
      modifier: closed ? "takahashi" : foundBy,
      updatedTime: instantInJapan(closed ? addDays(day, 30) : BASE_DATE, "15:20"),
      status: state,
      assignees: state === "起票" || state === "完了" ? [] : ["takahashi"],
      comments: index % 40 === 0 ? comments(day, lot) : [],
      values: {
        記録番号: `QR-${day.slice(0, 4)}-${String(index + 1).padStart(5, "0")}`,
        発生日: day,
        発生時刻: random.chance(0.85) ? timeOfDay(random.integer(0, 1439)) : null,
        検出日時: random.chance(0.9) ? instantInJapan(day, timeOfDay(random.integer(480, 1320))) : "",
        製品名: product.name,
        品番: product.part,
        ロット番号: random.chance(0.97) ? lot : "",
        顧客コード: random.chance(0.6) ? customerCode(random.integer(1, 300)) : "",
        発生工程: random.chance(0.93) ? random.pick(processes) : null,
        不具合区分: random.pick(DEFECTS),
        影響範囲: random.some(AFFECTED, random.integer(0, 3)),
        発見方法: random.some(FOUND_BY, random.integer(0, 2)),
        検査数量: String(inspected),
        不良数: String(Math.min(inspected, random.integer(0, 15))),
        "損失金額＿￥": random.pick(["", "0", "1500", "48000", "230000.5", "123456789012"]),
        不具合内容: describeDefect(random, product.name),
        原因: random.chance(0.85) ? random.pick(causes) : "",
        恒久対策: random.chance(0.7) ? random.pick(measures) : "",
        参考資料リンク: random.chance(0.2) ? `https://intra.example.com/quality?id=${index}&lang=ja` : "",
        連絡先電話: random.chance(0.2) ? "052-000-0000" : "",
        連絡先メール: random.chance(0.2) ? "quality@example.com" : "",
        発見者: [{ code: foundBy }],
        担当部署: random.some(["quality", "line1", "line2", "design"], random.integer(0, 2)).map((code) => ({ code })),
        通知先: random.chance(0.3) ? [{ code: "quality-council" }] : [],
        "写真・資料": index % 24 === 0 ? photos(documents, product.name, lot, index) : [],
        対策履歴: actions(random, day),
        承認日: closed ? addDays(day, 30) : null,
        承認者: closed ? [{ code: "takahashi" }] : [],
        承認コメント: closed && random.chance(0.3) ? "対策の効果を確認した。\n水平展開を行うこと。" : "",
      },
    };
  });
}

const causes = [
  "刃具の摩耗（交換基準 5,000 個に対し 6,200 個使用）",
  "作業標準書の記載漏れにより、新人作業者が確認工程を飛ばした。",
  "材料ロット切替時の条件出し不足\n→ 初品確認の記録なし",
  "治具の位置決めピンがたついていた（隙間 0.08 mm）",
  "調査中",
  "受入検査の抜取数が不足していた",
];

const measures = [
  "<div>刃具の<b>交換基準</b>を 4,000 個に変更</div><div><br /></div><div>交換記録を日報に追加</div>",
  "<div>作業標準書 <i>WS-031</i> を改訂（Rev.5）</div>",
  '<ul><li>治具ピンの月次点検</li><li><span style="color:#ff0000">再発時は即停止</span></li></ul>',
  "<div>検討中 &lt;11/30 まで&gt; &amp; 品質会議で報告</div>",
];

function describeDefect(random: Random, product: string): string {
  if (random.chance(0.04)) return random.pick(awkwardTexts);
  const where = random.pick(["端面", "外周", "内径部", "取付穴", "ねじ部", "塗装面"]);
  const what = random.pick([
    "にキズあり",
    "の寸法が規格外（+0.07 mm）",
    "に打痕",
    "にバリ残り",
    "のめっき剥がれ",
    "に異物が付着",
  ]);
  const follow = random.pick([
    "",
    "\n同一ロットを全数選別する。",
    "\n客先へ連絡済み。代品を手配中。",
    "\n「要注意品」の札を付け、隔離した。",
  ]);
  return `${product}の${where}${what}。${follow}`;
}

function actions(random: Random, day: string): SampleRow[] {
  return Array.from({ length: random.pick([0, 0, 1, 1, 2, 3]) }, (_, position) => ({
    row: {
      実施日: random.chance(0.95) ? addDays(day, 3 + position * 7) : null,
      実施内容: random.pick([
        "暫定対策：全数選別",
        "恒久対策：治具改造",
        "教育実施（参加者 8 名）",
        "効果確認\n3 ロット連続で不良ゼロ",
      ]),
      実施者: random.some(membersOf("production"), random.integer(0, 2)).map((code) => ({ code })),
      効果: random.pick(["未確認", "効果あり", "効果なし"]),
    },
  }));
}

function photos(documents: Documents, product: string, lot: string, index: number) {
  const first = documents.photo(`不具合写真_${lot}.png`, `${product} ${lot} の不具合箇所`);
  // Telephones name every picture alike.
  return index % 240 === 0
    ? [documents.photo("IMG_0001.png", `${lot} 全体`), documents.photo("IMG_0001.png", `${lot} 拡大`)]
    : [first];
}

function comments(day: string, lot: string) {
  return [
    { text: `ロット ${lot} を隔離しました。`, creator: "tanaka", createdAt: instantInJapan(day, "11:00") },
    { text: "確認しました。\n選別の結果を待ちます。👍", creator: "takahashi", createdAt: instantInJapan(day, "11:25") },
  ];
}
