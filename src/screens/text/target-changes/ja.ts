import type { TargetChangeMessages } from "./messages";

export const targetChangeTexts: TargetChangeMessages = {
  added: (app) => `対象を追加しました: ${app}`,
  changed: (app) => `対象を変更しました: ${app}`,
  removed: (app) => `対象を削除する操作をしました: ${app}`,
  app: (name, id) => (name ? `${name}（アプリID ${id}）` : `アプリID ${id}`),
  difference: (field, before, after) => `${field}: ${before} → ${after}`,
  nothing: "（なし）",
  separator: "、",
  notRecorded: {
    title: "対象の変更を記録できませんでした",
    saved: (problem) =>
      `変更そのものは保存されています。変更内容は、レコードの変更履歴で確認できます。記録できなかった理由: ${problem}`,
    removed: (problem) =>
      `削除したレコードは、変更履歴も残りません。監査で必要な場合は、削除した対象と理由を別に控えてください。記録できなかった理由: ${problem}`,
  },
};
