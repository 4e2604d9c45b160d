import { APP_IDS, type SampleApp, type SampleFile, type SampleRecord } from "./app";
import { addDays, instantInJapan, spreadOver } from "./calendar";
import type { Documents } from "./documents/collection";
import {
  arrange,
  date,
  dropDown,
  file,
  multiLineText,
  properties,
  subtable,
  systemFields,
  text,
  userSelect,
} from "./form";
import { membersOf } from "./people";
import { products } from "./products";
import { createRandom, type Random } from "./random";

const KINDS = ["部品図", "組立図", "治具図", "検査基準図"];
const DRAWINGS = 350;

const form = properties(
  ...systemFields,
  text("図面番号", { required: true, unique: true }),
  text("図面名称", { required: true }),
  text("品番"),
  text("版数", { maxLength: "4" }),
  dropDown("図面分類", KINDS),
  date("作成日", { defaultNowValue: true }),
  userSelect("設計者"),
  file("図面ファイル", { thumbnailSize: "250" }),
  file("部品表"),
  subtable(
    "改訂履歴",
    text("改訂版", { label: "版" }),
    date("改訂日"),
    multiLineText("改訂内容"),
    userSelect("改訂者"),
    file("改訂資料"),
  ),
  multiLineText("図面備考", { label: "備考" }),
);
const { row, table } = arrange(form);

/** The number of a drawing by its position from 1. */
export function drawingNumber(position: number): string {
  return `DW-${String(position).padStart(5, "0")}`;
}

/** 図面管理: drawings with their files, whose names are as awkward as people make them. */
export async function createDrawings(seed: number, documents: Documents): Promise<SampleApp> {
  return {
    id: APP_IDS.drawings,
    name: "図面管理",
    code: "DW",
    properties: form,
    layout: [
      row("図面番号", "図面名称", "版数"),
      row("品番", "図面分類", "作成日", "設計者"),
      row("図面ファイル", "部品表"),
      row({ label: "<b>改訂履歴</b>（新しいものを下に追加）" }),
      table("改訂履歴"),
      row("図面備考"),
      row("レコード番号", "作成者", "作成日時", "更新者", "更新日時"),
    ],
    views: {
      図面一覧: {
        index: "0",
        type: "LIST",
        fields: ["図面番号", "図面名称", "版数", "図面分類", "図面ファイル", "設計者"],
        filterCond: "",
        sort: "図面番号 asc",
      },
      組立図: {
        index: "1",
        type: "LIST",
        fields: ["図面番号", "図面名称", "版数", "図面ファイル"],
        filterCond: '図面分類 in ("組立図")',
        sort: "作成日 desc",
      },
    },
    records: await createRecords(seed, documents),
  };
}

async function createRecords(seed: number, documents: Documents): Promise<SampleRecord[]> {
  const random = createRandom(seed, "drawings");
  const records: SampleRecord[] = [];
  for (let index = 0; index < DRAWINGS; index++) {
    const number = drawingNumber(index + 1);
    const product = random.pick(products);
    const day = spreadOver(1400, index, DRAWINGS);
    const kind = random.pick(KINDS);
    const revision = random.pick(["A", "B", "C"]);
    const draw = (name: string, version: string): SampleFile =>
      documents.drawing(name, { number, revision: version, date: day });
    const awkward = awkwardDrawings[index];
    const drawn = random.chance(0.3) ? [draw(`${number}_${product.name}_${revision}版.pdf`, revision)] : [];
    records.push({
      creator: random.pick(membersOf("design")),
      createdTime: instantInJapan(day, "10:15"),
      modifier: "kobayashi",
      updatedTime: instantInJapan(addDays(day, 2), "16:40"),
      values: {
        図面番号: number,
        図面名称: `${product.name} ${kind}`,
        品番: product.part,
        版数: revision,
        図面分類: random.chance(0.95) ? kind : null,
        作成日: day,
        設計者: random.some(membersOf("design"), random.integer(0, 2)).map((code) => ({ code })),
        図面ファイル: awkward?.map((name, position) => draw(name, `A${position}`)) ?? drawn,
        部品表: random.chance(0.14) ? [await partsList(random, documents, number)] : [],
        改訂履歴: revisions(random, documents, number, day),
        図面備考: random.chance(0.1)
          ? "本図は旧図（マイラー原紙）からのトレース。\n寸法公差は JIS B 0405-m による。"
          : "",
      },
    });
  }
  return records;
}

function revisions(random: Random, documents: Documents, number: string, day: string) {
  return Array.from({ length: random.integer(0, 3) }, (_, position) => {
    const name = `改訂連絡票 ${number}-${position + 1}.pdf`;
    const revisedOn = addDays(day, position * 40);
    const notice = { number: `${number} NOTICE`, revision: String(position + 1), date: revisedOn };
    return {
      row: {
        改訂版: "ABCD".charAt(position),
        改訂日: revisedOn,
        改訂内容: random.pick(["初版", "公差見直し（±0.05→±0.03）", "材質変更\nS45C → SCM435", "注記追加"]),
        改訂者: random.some(membersOf("design"), 1).map((code) => ({ code })),
        改訂資料: random.chance(0.06) ? [documents.drawing(name, notice)] : [],
      },
    };
  });
}

async function partsList(random: Random, documents: Documents, number: string): Promise<SampleFile> {
  const rows = Array.from({ length: random.integer(20, 60) }, (_, index) => {
    const part = random.pick(products);
    return [index + 1, part.part, part.name, random.integer(1, 12), random.integer(50, 90000) / 10];
  });
  return documents.workbook(`部品表_${number}${random.chance(0.2) ? "　最新📐" : ""}.xlsx`, {
    name: "部品表",
    rows: [["No.", "品番", "品名", "員数", "単価"], ...rows],
  });
}

/**
 * What the first drawings' file fields hold. Not in here, because the official command line client cannot write them on
 * Linux: names with `/`, and names of more than 255 bytes.
 */
const awkwardDrawings: string[][] = [
  ["図面.pdf", "図面.pdf"],
  ["図面.pdf", "図面.pdf", "図面 (1).pdf", "図面.pdf"],
  ["組立図（１／２）：改訂★版～最新【確定】＆承認済.pdf"],
  ["完成🎉図面👨‍🔧✅.pdf"],
  ['寸法:φ12.5 公差<0.05> "参考" 50%?.pdf'],
  ["長い名前の図面-".repeat(3).padEnd(196, "long-drawing-name_") + ".pdf"],
  ["PLAN.PDF", "plan.pdf"],
  // As macOS writes it (decomposed) and as Windows does (composed): different names that look the same.
  ["バルブ図.pdf".normalize("NFD"), "バルブ図.pdf"],
  ["NUL.pdf", "最終版.pdf.", "拡張子なし"],
  ["図面..旧.pdf", ".隠しファイル.pdf", "back\\slash.pdf", "=cmd|' /C calc'!A0.pdf"],
];
