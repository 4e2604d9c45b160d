import { quantitiesIn } from "../quantities";
import type { RehearsalTexts } from "./messages";

const { number } = quantitiesIn("ja");

export const rehearsalTexts: RehearsalTexts = {
  offer: "復元を机上で確認",
  introduction:
    "レコードを、アーカイブ自身のフォーム・ファイル・ルックアップ・利用者の一覧と照合し、空のアプリに復元するときに問題となるものを探します。kintoneには接続せず、何も変更しません。",
  rehearsing: (appName) => `「${appName}」の復元を机上で確認しています`,
  verdict: {
    nothing:
      "問題は見つかりませんでした。アーカイブのフォームのままなら、すべてのレコードを空のアプリに復元できる見込みです。",
    asks: "すべてのレコードを空のアプリに復元するには、決定が必要な点があります。",
    unable: "確認できなかったアプリがあります。",
  },
  looked: (records, attachments) => `レコード${number(records)}件、添付ファイル${number(attachments)}件を確認しました`,
  nothingInTheWay: "復元の妨げになるものはありません。",
  lacking: {
    records: (lacking) =>
      `バックアップのときに読み取れなかったレコードが${number(lacking)}件あり、アーカイブに入っていません。`,
    attachments: (lacking) =>
      `バックアップのときに読み取れなかった添付ファイルが${number(lacking)}件あり、アーカイブに入っていません。`,
  },
  unchecked: {
    form: () =>
      "アーカイブにこのアプリのフォームがないため、レコードを確認できません。設定もバックアップの対象にしてください。",
    records: () => "アーカイブにこのアプリのレコードはありません（意図的に除外）。",
    people: () =>
      "アーカイブにユーザー・組織・グループの一覧がないため、存在するかどうかは確認していません。確認するには、一覧もバックアップの対象にしてください。",
    lookup: ({ field, app, records }) =>
      `「${field.label}」の参照先のアプリ（ID ${app}）のレコードがアーカイブにないため、参照先は確認していません（${number(records)}件のレコードが参照）。`,
  },
};
