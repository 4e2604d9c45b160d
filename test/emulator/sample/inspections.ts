import { APP_IDS, type SampleApp, type SampleRecord, type SampleRow } from "./app";
import { instantInJapan, spreadOver } from "./calendar";
import type { Documents } from "./documents/collection";
import { drawingNumber } from "./drawings";
import {
  arrange,
  calculation,
  checkBox,
  date,
  dropDown,
  file,
  lookup,
  multiLineText,
  number,
  properties,
  radioButton,
  subtable,
  systemFields,
  text,
  time,
  userSelect,
} from "./form";
import { membersOf } from "./people";
import { awkwardTexts, lotNumber, products } from "./products";
import { createRandom, type Random } from "./random";

const ITEMS = ["外径", "内径", "全長", "真円度", "同軸度", "平面度", "表面粗さ Ra", "硬度 HRC", "穴位置 X", "穴位置 Y"];
const INSPECTIONS = 1700;

const form = properties(
  ...systemFields,
  text("検査番号", { required: true, unique: true }),
  date("検査日", { required: true }),
  time("検査開始時刻"),
  userSelect("検査員"),
  text("ロット番号", { required: true }),
  text("品番"),
  lookup("図面番号", {
    relatedApp: { app: APP_IDS.drawings, code: "DW" },
    relatedKeyField: "図面番号",
    fieldMappings: [
      { field: "図面名称", relatedField: "図面名称" },
      { field: "適用版数", relatedField: "版数" },
    ],
    lookupPickerFields: ["図面番号", "図面名称", "版数"],
    filterCond: "",
    sort: "図面番号 asc",
  }),
  text("図面名称"),
  text("適用版数"),
  radioButton("検査区分", ["受入検査", "工程内検査", "最終検査", "出荷検査"]),
  checkBox("使用測定器", ["ノギス", "マイクロメータ", "三次元測定機", "粗さ計", "硬度計"]),
  subtable(
    "測定結果",
    dropDown("測定項目", ITEMS),
    number("規格値・ｍｍ", { label: "規格値（ｍｍ）", displayScale: "3" }),
    number("測定値・ｍｍ", { label: "測定値（ｍｍ）", displayScale: "3" }),
    calculation("偏差・ｍｍ", "測定値・ｍｍ - 規格値・ｍｍ", { label: "偏差（ｍｍ）", displayScale: "3" }),
    radioButton("判定", ["合格", "不合格", "保留"]),
    text("測定備考"),
  ),
  calculation("偏差合計", "SUM(偏差・ｍｍ)", { displayScale: "3", unit: "mm", unitPosition: "AFTER" }),
  dropDown("総合判定", ["合格", "不合格", "特別採用"]),
  file("検査成績書"),
  file("管理図"),
  multiLineText("特記事項"),
);
const { row, table } = arrange(form);

/** 検査データ: measurements in a table, field codes with full-width symbols, calculated deviations. */
export async function createInspections(seed: number, documents: Documents): Promise<SampleApp> {
  return {
    id: APP_IDS.inspections,
    name: "検査データ",
    // Machines write it: nobody comments there.
    settings: { enableComments: false },
    properties: form,
    layout: [
      row("検査番号", "検査日", "検査開始時刻", "検査員"),
      row("ロット番号", "品番", "図面番号", "図面名称", "適用版数"),
      row("検査区分"),
      row("使用測定器"),
      table("測定結果"),
      row("偏差合計", "総合判定"),
      row("検査成績書", "管理図"),
      row("特記事項"),
      row("レコード番号", "作成者", "作成日時", "更新者", "更新日時"),
    ],
    views: {
      検査一覧: {
        index: "0",
        type: "LIST",
        fields: ["検査番号", "検査日", "ロット番号", "品番", "総合判定", "検査員"],
        filterCond: "",
        sort: "検査番号 desc",
      },
      検査カレンダー: { index: "1", type: "CALENDAR", date: "検査日", title: "検査番号", filterCond: "", sort: "" },
    },
    records: await createRecords(seed, documents),
  };
}

async function createRecords(seed: number, documents: Documents): Promise<SampleRecord[]> {
  const random = createRandom(seed, "inspections");
  const records: SampleRecord[] = [];
  for (let index = 0; index < INSPECTIONS; index++) {
    const day = spreadOver(1050, index, INSPECTIONS);
    const inspectionNumber = `IN${day.slice(2, 4)}${String(index + 1).padStart(6, "0")}`;
    const inspector = random.pick(membersOf("inspection"));
    const product = random.pick(products);
    const lot = lotNumber(random);
    const measured = measure(random);
    records.push({
      creator: inspector,
      createdTime: instantInJapan(day, "13:05"),
      values: {
        検査番号: inspectionNumber,
        検査日: day,
        検査開始時刻: random.chance(0.9) ? `${random.integer(10, 16)}:${random.pick(["00", "15", "30", "45"])}` : null,
        検査員: [{ code: inspector }],
        ロット番号: lot,
        品番: product.part,
        図面番号: random.chance(0.7) ? drawingNumber(random.integer(1, 300)) : "",
        検査区分: random.pick(["受入検査", "工程内検査", "最終検査", "出荷検査"]),
        使用測定器: random.some(["ノギス", "マイクロメータ", "三次元測定機", "粗さ計", "硬度計"], random.integer(0, 3)),
        測定結果: measured,
        総合判定: judge(random, measured),
        検査成績書: index % 34 === 0 ? [await report(documents, inspectionNumber, lot, measured)] : [],
        管理図: index % 85 === 0 ? [documents.chart(`管理図 ${product.name}.png`, `Xbar管理図 ${lot}`)] : [],
        特記事項: random.chance(0.05) ? random.pick(awkwardTexts) : "",
      },
    });
  }
  return records;
}

function measure(random: Random): SampleRow[] {
  const items = random.some(ITEMS, random.chance(0.03) ? 0 : random.integer(2, 7));
  return items.map((item) => {
    const nominal = random.integer(1000, 250000);
    const deviation = random.integer(-60, 60);
    const result = Math.abs(deviation) <= 50 ? "合格" : random.pick(["不合格", "保留"]);
    return {
      row: {
        測定項目: item,
        "規格値・ｍｍ": millimetres(nominal),
        "測定値・ｍｍ": random.chance(0.02) ? "" : millimetres(nominal + deviation),
        判定: result,
        測定備考: result === "合格" ? "" : "再測定、ゲージ確認済み",
      },
    };
  });
}

function judge(random: Random, measured: SampleRow[]): string | null {
  if (measured.length === 0) return null;
  const passed = measured.every(({ row: line }) => line["判定"] === "合格");
  return passed ? "合格" : random.pick(["不合格", "特別採用"]);
}

function millimetres(micrometres: number): string {
  return (micrometres / 1000).toFixed(3);
}

async function report(documents: Documents, inspection: string, lot: string, measured: SampleRow[]) {
  const rows = measured.map((line) =>
    ["測定項目", "規格値・ｍｍ", "測定値・ｍｍ", "判定"].map((code) => String(line.row[code])),
  );
  return documents.workbook(`検査成績書_${lot}.xlsx`, {
    name: "検査成績書",
    rows: [["検査番号", inspection], ["測定項目", "規格値", "測定値", "判定"], ...rows],
  });
}
