import { APP_IDS, type SampleApp } from "./app";
import { arrange, date, dropDown, file, properties, systemFields, text } from "./form";

const form = properties(
  ...systemFields,
  text("プロジェクト名", { required: true }),
  dropDown("進捗", ["未着手", "進行中", "完了"]),
  date("開始予定日"),
  file("企画書"),
);
const { row } = arrange(form);

/** 新規プロジェクト: a form without a single record. */
export const newProject: SampleApp = {
  id: APP_IDS.newProject,
  name: "新規プロジェクト",
  properties: form,
  layout: [row("プロジェクト名", "進捗", "開始予定日"), row("企画書"), row("レコード番号", "作成者", "作成日時")],
  views: {},
  records: [],
};
