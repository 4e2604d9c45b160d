import type { DrillCommandTexts } from "./messages";

export const drillCommandTexts: DrillCommandTexts = {
  counts: ({ expected, identical, explained, different, files }) =>
    `復元するはず: ${expected}件、一致: ${identical}件、説明のつく違い: ${explained}件、不一致または不足: ${different}件、照合した添付ファイル: ${files}個`,
  scratchApp: (name, appId) => `訓練用アプリ: ${name}（アプリID ${appId}）`,
  action: "是正処置を、バックアップ管理アプリの訓練のレコードに記入してください。",
  report: (path) => `レポート: ${path}`,
  remembered: (id) => `履歴: レコード番号 ${id}`,
  token:
    "復元訓練では訓練用のアプリを作成するため、APIトークンは使えません。KINTONE_USERNAMEとKINTONE_PASSWORDを設定してください。",
};
