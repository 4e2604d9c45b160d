import type { AcceptanceMessages } from "./messages";

export const acceptanceTexts: AcceptanceMessages = {
  setting: (name) => `設定「${name}」`,
  field: (code) => `フィールド「${code}」`,
  hiddenRecords: {
    rules: "レコードのアクセス権（現在の内容）により見えない可能性があるレコード",
    unknown: "確認できないレコードのアクセス権により見えない可能性があるレコード",
  },
  reason: "承認する理由",
  accept: "チェックした不足を承認する",
  offer: (app) => `${app}でいつも不足するものを承認する`,
  offerHint:
    "承認するより、アプリの管理者が実行することをおすすめします。ここで承認した不足は毎回示されますが、次の実行からは「一部不足」の原因になりません。",
  askManager:
    "実行する人の権限ではいつも不足する場合は、アプリの管理者が実行するか、このバックアップ管理アプリを管理する人に、理由を添えた承認を依頼してください。",
  nothingOpen:
    "この実行で不足したもののうち、承認できるものはもうありません。承認済みか、その後の実行では不足していないか、対象が有効ではなくなっています。",
  missing: (app, gaps) => `${app}: ${gaps.join("、")}`,
  accepted: (gaps) => `承認しました: ${gaps.join("、")}。次の実行から有効です。`,
  changed: "ほかのユーザーがこの対象を変更したため、承認できませんでした。もう一度お試しください。",
  gone: "この対象は有効ではなくなったため、承認できませんでした。",
  failed: (problem) => `承認できませんでした。${problem}`,
};
