import { APP_IDS, type SampleApp, type SampleRecord } from "./app";
import { instantInJapan } from "./calendar";
import { arrange, dropDown, multiLineText, properties, systemFields, text, userSelect } from "./form";
import { people } from "./people";
import { createRandom } from "./random";
import { all } from "./rights";

const GRADES = ["S", "A", "B", "C"];
const PERIODS = ["2024年度上期", "2024年度下期", "2025年度上期", "2025年度下期"];

const form = properties(
  ...systemFields,
  text("評価期間", { required: true }),
  userSelect("被評価者"),
  dropDown("総合評価", GRADES),
  multiLineText("評価コメント"),
);
const { row } = arrange(form);

/** 人事評価: only the personnel group may open it, so a backup by the operator `sato` is refused. */
export function createPersonnelReviews(seed: number): SampleApp {
  return {
    id: APP_IDS.personnelReviews,
    name: "人事評価",
    properties: form,
    layout: [
      row("評価期間", "被評価者", "総合評価"),
      row("評価コメント"),
      row("レコード番号", "作成者", "作成日時", "更新者", "更新日時"),
    ],
    views: {
      評価一覧: {
        index: "0",
        type: "LIST",
        fields: ["評価期間", "被評価者", "総合評価"],
        filterCond: "",
        sort: "評価期間 desc",
      },
    },
    acl: [
      { entity: { type: "GROUP", code: "personnel" }, includeSubs: false, ...all },
      { entity: { type: "GROUP", code: "everyone" }, includeSubs: false },
    ],
    records: createRecords(seed),
  };
}

function createRecords(seed: number): SampleRecord[] {
  const random = createRandom(seed, "personnel reviews");
  return PERIODS.flatMap((period, index) =>
    people.map(({ code }) => ({
      creator: "admin",
      createdTime: instantInJapan(`${2024 + Math.floor((index + 1) / 2)}-0${index % 2 === 0 ? 9 : 3}-25`, "11:00"),
      values: {
        評価期間: period,
        被評価者: [{ code }],
        総合評価: random.pick(GRADES),
        評価コメント: random.pick(["目標を達成した。", "改善提案が多い。\n後輩の指導も良い。", ""]),
      },
    })),
  );
}
