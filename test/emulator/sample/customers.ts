import { APP_IDS, type SampleApp, type SampleRecord } from "./app";
import { addDays, BASE_DATE, instantInJapan, spreadOver } from "./calendar";
import {
  arrange,
  date,
  dropDown,
  link,
  multiLineText,
  number,
  properties,
  systemFields,
  text,
  userSelect,
} from "./form";
import { membersOf } from "./people";
import { awkwardTexts } from "./products";
import { createRandom } from "./random";

const INDUSTRIES = ["自動車", "産業機械", "医療機器", "半導体製造装置", "建設機械", "その他"];
const CUSTOMERS = 320;

const form = properties(
  ...systemFields,
  text("顧客コード", { required: true, unique: true, maxLength: "8" }),
  text("顧客名", { required: true }),
  text("フリガナ"),
  text("担当部署名"),
  text("郵便番号", { minLength: "7", maxLength: "8" }),
  text("住所"),
  link("電話番号", "CALL"),
  link("メールアドレス", "MAIL"),
  link("ウェブサイト", "WEB"),
  dropDown("業種", INDUSTRIES),
  date("取引開始日"),
  number("与信限度額＿￥", { label: "与信限度額（￥）", digit: true, unit: "￥" }),
  userSelect("担当営業"),
  multiLineText("メモ"),
);
const { row } = arrange(form);

/** The code of a customer by its number from 1. */
export function customerCode(position: number): string {
  return `C${String(position).padStart(5, "0")}`;
}

/** 顧客: the customers, whose codes quality records look up. */
export function createCustomers(seed: number): SampleApp {
  return {
    id: APP_IDS.customers,
    name: "顧客",
    properties: form,
    layout: [
      row("顧客コード", "顧客名", "フリガナ"),
      row("担当部署名", "業種", "担当営業"),
      row("郵便番号", "住所"),
      row("電話番号", "メールアドレス", "ウェブサイト"),
      row("取引開始日", "与信限度額＿￥"),
      row("メモ"),
      row("レコード番号", "作成者", "作成日時", "更新者", "更新日時"),
    ],
    views: {
      顧客一覧: {
        index: "0",
        type: "LIST",
        fields: ["顧客コード", "顧客名", "業種", "電話番号", "担当営業"],
        filterCond: "",
        sort: "顧客コード asc",
      },
    },
    records: createRecords(seed),
  };
}

function createRecords(seed: number): SampleRecord[] {
  const random = createRandom(seed, "customers");
  const heads = ["東亜", "北日本", "三ツ星", "富士見", "山城", "瑞穂", "大和", "玉川", "新栄", "葵"];
  const kinds = ["工業", "製作所", "精機", "エンジニアリング", "重工", "テクノロジー", "電装", "産業"];
  const places = ["札幌市中央区北一条西", "川崎市川崎区南町", "名古屋市港区野跡", "東大阪市高井田", "広島市南区仁保"];
  return Array.from({ length: CUSTOMERS }, (_, index) => {
    const position = index + 1;
    const day = spreadOver(1500, index, CUSTOMERS);
    return {
      creator: random.pick(membersOf("sales")),
      createdTime: instantInJapan(day, "09:30"),
      values: {
        顧客コード: customerCode(position),
        顧客名: `${random.pick(heads)}${random.pick(kinds)}株式会社${position % 7 === 0 ? `\u3000第${(position % 4) + 1}工場` : ""}`,
        フリガナ: random.chance(0.6) ? "カブシキガイシャ ﾃｽﾄ" : "",
        担当部署名: random.pick(["購買部", "品質管理課", "資材グループ", ""]),
        郵便番号: `0${random.integer(100000, 999999)}`,
        住所: `${random.pick(places)}${random.integer(1, 9)}丁目${random.integer(1, 30)}-${random.integer(1, 20)}`,
        電話番号: `0${random.integer(11, 99)}-${random.integer(1000, 9999)}-${random.integer(1000, 9999)}`,
        メールアドレス: random.chance(0.7) ? `purchase+${position}@customer${position}.example.com` : "",
        ウェブサイト: random.chance(0.5) ? `https://customer${position}.example.com/ja/?q=部品&page=1#top` : "",
        業種: random.chance(0.9) ? random.pick(INDUSTRIES) : null,
        取引開始日: random.chance(0.8) ? addDays(BASE_DATE, -random.integer(10, 9000)) : null,
        "与信限度額＿￥": random.pick(["", "0", "500000", "12000000", "999999999999", "-1"]),
        担当営業: random.some(membersOf("sales"), random.integer(0, 2)).map((code) => ({ code })),
        メモ: random.chance(0.2) ? random.pick(awkwardTexts) : "",
      },
    };
  });
}
