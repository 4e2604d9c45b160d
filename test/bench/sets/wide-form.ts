import type { Properties, Property } from "../../emulator/domain/form";
import type { Values } from "../../emulator/records/record";
import { Chance } from "./chance";

const lines = ["第一ライン", "第二ライン", "組立", "検査", "出荷"];
const faults = ["傷", "へこみ", "寸法不良", "変色", "異物"];
const judgements = ["合格", "合格", "合格", "不合格", "保留"];
const makers = ["東海精工", "北陸樹脂", "山陽ばね", "九州鋳造", "Acme Springs"];
const people = ["admin", "sato", "suzuki"];

const options = (names: readonly string[]) =>
  Object.fromEntries(names.map((label, index) => [label, { label, index: String(index) }]));
const field = (type: string, code: string, rest: Partial<Property> = {}): [string, Property] => [
  code,
  { type, code, label: code, ...rest },
];
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const day = (chance: Chance): string =>
  `${2020 + chance.below(6)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
const clock = (chance: Chance): string => `${two(chance.below(24))}:${two(chance.below(60))}`;

/** Twenty fields of the types that people use most, as a company's quality records have them. */
export const wideForm: Properties = Object.fromEntries([
  field("SINGLE_LINE_TEXT", "製造番号", { unique: true }),
  field("SINGLE_LINE_TEXT", "品番"),
  field("SINGLE_LINE_TEXT", "品名"),
  field("SINGLE_LINE_TEXT", "仕入先"),
  field("MULTI_LINE_TEXT", "所見"),
  field("RICH_TEXT", "処置"),
  field("NUMBER", "数量"),
  field("NUMBER", "不良数"),
  field("NUMBER", "寸法"),
  field("DROP_DOWN", "工程", { options: options(lines) }),
  field("RADIO_BUTTON", "判定", { options: options([...new Set(judgements)]) }),
  field("CHECK_BOX", "不良内容", { options: options(faults) }),
  field("MULTI_SELECT", "確認した工程", { options: options(lines) }),
  field("DATE", "検査日"),
  field("DATE", "納期"),
  field("TIME", "開始時刻"),
  field("DATETIME", "完了日時"),
  field("LINK", "手順書", { protocol: "WEB" }),
  field("USER_SELECT", "担当者"),
  field("GROUP_SELECT", "担当グループ"),
]);

/** What a record of that form holds. */
export function wideValues(id: number): Values {
  const chance = new Chance(id);
  const amount = 1 + chance.below(5000);
  return {
    製造番号: `LOT-${String(id).padStart(8, "0")}`,
    品番: `P-${chance.below(90_000)}-${chance.below(10)}`,
    品名: `${chance.pick(makers)} 圧縮コイルばね φ${chance.below(40)}`,
    仕入先: chance.pick(makers),
    所見: `外観検査 ${id} 回目。寸法は公差内、${chance.pick(faults)}なし。\n`.repeat(1 + chance.below(3)),
    処置: `<div><b>${chance.pick(lines)}</b>にて再検査</div>`,
    数量: String(amount),
    不良数: String(chance.below(amount)),
    寸法: `${chance.below(100)}.${1 + chance.below(9)}`,
    工程: chance.pick(lines),
    判定: chance.pick(judgements),
    不良内容: chance.some(faults, 4),
    確認した工程: chance.some(lines, 2),
    検査日: day(chance),
    納期: day(chance),
    開始時刻: clock(chance),
    完了日時: `${day(chance)}T${clock(chance)}:00Z`,
    手順書: `https://example.com/procedures/${chance.below(400)}`,
    担当者: [chance.pick(people)],
    担当グループ: ["everyone"],
  };
}
