import { APP_IDS, type SampleApp, type SampleRecord, type SampleRow } from "./app";
import { addDays, instantInJapan, spreadOver, timeOfDay } from "./calendar";
import type { Documents } from "./documents/collection";
import {
  arrange,
  calculation,
  checkBox,
  dateTime,
  dropDown,
  file,
  multiLineText,
  number,
  properties,
  subtable,
  systemFields,
  text,
  time,
  userSelect,
} from "./form";
import { membersOf } from "./people";
import { awkwardTexts, lotNumber, processes, products } from "./products";
import { createRandom, type Random } from "./random";

const LINES = ["第一ライン", "第二ライン", "試作ライン"];
const CHECKS = ["始業点検", "初品確認", "終業点検"];
const BATCHES = 900;

const form = properties(
  ...systemFields,
  text("製造番号", { required: true, unique: true }),
  text("製造品名"),
  text("品番"),
  text("ロット番号", { required: true }),
  text("シリアル開始番号"),
  dropDown("製造ライン", LINES, { required: true, defaultValue: "第一ライン" }),
  dateTime("開始日時"),
  dateTime("終了日時"),
  calculation("所要時間", "終了日時 - 開始日時", { format: "HOUR_MINUTE" }),
  number("計画数", { digit: true, unit: "個", unitPosition: "AFTER", minValue: "0" }),
  number("実績数", { digit: true, unit: "個", unitPosition: "AFTER", minValue: "0" }),
  calculation("達成率", "実績数 / 計画数 * 100", { displayScale: "1", unit: "%", unitPosition: "AFTER" }),
  userSelect("製造責任者"),
  subtable(
    "工程表",
    dropDown("工程名", processes),
    time("工程開始"),
    time("工程終了"),
    userSelect("工程担当者"),
    text("使用設備"),
    multiLineText("加工条件"),
    checkBox("点検", CHECKS),
    file("工程ファイル"),
  ),
  subtable("材料ロット", text("材料名"), text("材料ロット番号"), number("使用量＿ｋｇ", { label: "使用量（kg）" })),
  multiLineText("引継事項"),
);
const { row, table } = arrange(form);

/** 製造履歴: batches with their steps in one table, files and users in its rows, and a second table beside it. */
export function createProductionHistory(seed: number, documents: Documents): SampleApp {
  return {
    id: APP_IDS.productionHistory,
    name: "製造履歴",
    code: "MFG",
    // Machines write it: nobody comments there.
    settings: { enableComments: false },
    properties: form,
    layout: [
      row("製造番号", "製造品名", "品番", "ロット番号", "シリアル開始番号"),
      row("製造ライン", "開始日時", "終了日時", "所要時間"),
      row("計画数", "実績数", "達成率", "製造責任者"),
      table("工程表"),
      table("材料ロット"),
      row("引継事項"),
      row("レコード番号", "作成者", "作成日時", "更新者", "更新日時"),
    ],
    views: {
      製造履歴一覧: {
        index: "0",
        type: "LIST",
        fields: ["製造番号", "製造品名", "ロット番号", "製造ライン", "開始日時", "達成率"],
        filterCond: "",
        sort: "開始日時 desc",
      },
    },
    records: createRecords(seed, documents),
  };
}

function createRecords(seed: number, documents: Documents): SampleRecord[] {
  const random = createRandom(seed, "production history");
  return Array.from({ length: BATCHES }, (_, index) => {
    const day = spreadOver(1000, index, BATCHES);
    const lot = lotNumber(random);
    const product = random.pick(products);
    const planned = random.integer(2, 80) * 25;
    const finished = random.chance(0.92);
    return {
      creator: random.pick(membersOf("production")),
      createdTime: instantInJapan(day, "08:20"),
      modifier: random.pick(membersOf("line2")),
      updatedTime: instantInJapan(addDays(day, 1), "17:55"),
      values: {
        製造番号: `M${day.replaceAll("-", "")}-${String(index + 1).padStart(4, "0")}`,
        製造品名: product.name,
        品番: product.part,
        ロット番号: lot,
        シリアル開始番号: `000${random.integer(1000000, 9999999)}${random.integer(1000000000, 9999999999)}`,
        製造ライン: random.pick(LINES),
        開始日時: instantInJapan(day, "08:30"),
        終了日時: finished ? instantInJapan(addDays(day, random.integer(0, 2)), "17:10") : "",
        計画数: String(planned),
        実績数: finished ? String(planned - random.integer(0, 20)) : "",
        製造責任者: random.some(membersOf("production"), 2).map((code) => ({ code })),
        工程表: steps(random, documents, lot, index % 14 === 0),
        材料ロット: materials(random),
        引継事項: random.chance(0.08) ? random.pick(awkwardTexts) : "",
      },
    };
  });
}

function steps(random: Random, documents: Documents, lot: string, documented: boolean): SampleRow[] {
  const workers = [...membersOf("line1"), ...membersOf("line2")];
  return random.some(processes, random.integer(3, 6)).map((process, position) => {
    const start = 510 + position * 95;
    return {
      row: {
        工程名: process,
        工程開始: timeOfDay(start),
        工程終了: random.chance(0.95) ? timeOfDay(start + random.integer(20, 90)) : null,
        工程担当者: random.some(workers, random.integer(0, 3)).map((code) => ({ code })),
        使用設備: random.pick(["NC旋盤-03", "研削盤 G-12", "プレス機 80t", "炉No.2", "", "手作業"]),
        加工条件: random.chance(0.3)
          ? `回転数: ${random.integer(8, 40) * 100} rpm\n送り: 0.${random.integer(1, 9)} mm/rev`
          : "",
        点検: random.some(CHECKS, random.integer(0, 3)),
        // The first row holds one file, the second two of the same name: the paths in an export tell rows apart.
        工程ファイル: documented && position < 2 ? stepFiles(documents, lot, position) : [],
      },
    };
  });
}

function stepFiles(documents: Documents, lot: string, position: number) {
  if (position === 0) return [documents.photo("工程写真.png", `工程写真 ${lot}`)];
  const sheet = (revision: string) =>
    documents.drawing("作業指示書.pdf", { number: `WI ${lot}`, revision, date: "2026-04-01" });
  return lot.endsWith("7") ? [sheet("1"), sheet("2")] : [sheet("1")];
}

function materials(random: Random): SampleRow[] {
  const names = ["S45C 丸棒 φ60", "SUS304 板 t3.0", "A5052-H34", "切削油（水溶性）"];
  return random.some(names, random.integer(0, 2)).map((name) => ({
    row: {
      材料名: name,
      材料ロット番号: `00${random.integer(100000, 999999)}`,
      使用量＿ｋｇ: random.chance(0.9) ? `${random.integer(0, 900)}.${random.integer(1, 9)}` : "",
    },
  }));
}
