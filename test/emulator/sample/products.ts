import type { Random } from "./random";

/** What the factory makes. Part numbers have leading zeros, which spreadsheets like to lose. */
export const products = [
  { name: "精密シャフト", part: "0012-3456", revision: "C" },
  { name: "ベアリングハウジング", part: "0013-0078", revision: "A" },
  { name: "油圧バルブボディ", part: "0101-9902", revision: "F" },
  { name: "カップリング（大）", part: "0205-1140", revision: "B" },
  { name: "ギヤケース左", part: "0330-5501", revision: "D" },
  { name: "ギヤケース右", part: "0330-5502", revision: "D" },
  { name: "冷却プレート", part: "0417-2280", revision: "A" },
  { name: "センサーブラケット", part: "0500-0001", revision: "E" },
  { name: "樹脂カバー φ60", part: "0618-7733", revision: "B" },
  { name: "モーターフランジ", part: "0722-4096", revision: "C" },
] as const;

/** The lots of the last three years, which quality records, inspections and production history all speak of. */
export function lotNumber(random: Random): string {
  const month = random.integer(0, 34);
  const year = 24 + Math.floor(month / 12);
  const letter = "ABCDEFGHJKLM".charAt(month % 12);
  return `L${year}${letter}-${String(random.integer(1, 400)).padStart(4, "0")}`;
}

export const processes = ["切削", "研削", "プレス", "熱処理", "めっき", "溶接", "組立", "検査", "梱包・出荷"] as const;

/** Texts that break careless CSV, JSON, HTML and file handling. */
export const awkwardTexts = [
  "*",
  '"外径φ12", と書かれていたが、現物は\n「φ12.5」だった。\n\n※要確認',
  "=1+1",
  "カンマ,タブ\tと\"引用符\"と'単引用符'",
  "<b>太字ではない</b> &amp; そのまま",
  "絵文字🔧と異体字（葛󠄀城、𠮷野）、半角ｶﾅ、全角ＡＢＣ１２３",
  "  前後に空白  ",
  "\\\\server\\品質\\2026\\報告書.xlsx",
  "-",
  "0",
  "null",
  "改行で終わる\n",
] as const;
