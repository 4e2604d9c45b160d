import { APP_IDS, GUEST_SPACE_ID, type SampleApp, type SampleFile, type SampleRecord } from "./app";
import { addDays, instantInJapan, spreadOver } from "./calendar";
import type { Documents } from "./documents/collection";
import { arrange, date, file, multiLineText, properties, radioButton, systemFields, text, userSelect } from "./form";
import { membersOf } from "./people";
import { awkwardTexts, products } from "./products";
import { createRandom } from "./random";

const KINDS = ["見積依頼", "納期確認", "品質連絡", "変更申請"];
const LETTERS = 240;

const form = properties(
  ...systemFields,
  text("件名", { required: true }),
  text("仕入先名"),
  radioButton("連絡区分", KINDS),
  date("回答期限"),
  multiLineText("本文"),
  userSelect("社内担当"),
  file("添付資料"),
);
const { row } = arrange(form);

/** 仕入先連絡: letters to and from suppliers, in a guest space. */
export function createSupplierCorrespondence(seed: number, documents: Documents): SampleApp {
  return {
    id: APP_IDS.supplierCorrespondence,
    name: "仕入先連絡",
    spaceId: GUEST_SPACE_ID,
    properties: form,
    layout: [
      row("件名", "仕入先名"),
      row("連絡区分"),
      row("回答期限", "社内担当"),
      row("本文"),
      row("添付資料"),
      row("レコード番号", "作成者", "作成日時", "更新者", "更新日時"),
    ],
    views: {
      連絡一覧: {
        index: "0",
        type: "LIST",
        fields: ["件名", "仕入先名", "連絡区分", "回答期限", "社内担当"],
        filterCond: "",
        sort: "回答期限 asc",
      },
    },
    records: createRecords(seed, documents),
  };
}

function createRecords(seed: number, documents: Documents): SampleRecord[] {
  const random = createRandom(seed, "supplier correspondence");
  const suppliers = ["有限会社 中京メッキ", "株式会社 木曽川鋼材", "三河熱処理（株）", "Nagoya Fasteners Ltd.", ""];
  return Array.from({ length: LETTERS }, (_, index) => {
    const day = spreadOver(500, index, LETTERS);
    const product = random.pick(products);
    const kind = random.pick(KINDS);
    return {
      creator: random.pick(guestSpaceMembers),
      createdTime: instantInJapan(day, "14:00"),
      values: {
        件名: `【${kind}】${product.name}（${product.part}）の件`,
        仕入先名: random.pick(suppliers),
        連絡区分: kind,
        回答期限: random.chance(0.8) ? addDays(day, 14) : null,
        本文: random.chance(0.1)
          ? random.pick(awkwardTexts)
          : "いつもお世話になっております。\n標記の件、ご確認をお願いいたします。",
        社内担当: random.some(membersOf("sales"), random.integer(0, 1)).map((code) => ({ code })),
        添付資料: index % 8 === 0 ? [enclosure(documents, product.part, kind, day)] : [],
      },
    };
  });
}

function enclosure(documents: Documents, part: string, kind: string, day: string): SampleFile {
  return documents.drawing(`${kind}書_${part}.pdf`, { number: `LETTER ${part}`, revision: "-", date: day });
}

/** The members of the guest space: the operator is one of them, so that the app can be backed up. */
export const guestSpaceMembers = ["admin", "sato", "suzuki", "yoshida", "yamada", "sasaki"];
