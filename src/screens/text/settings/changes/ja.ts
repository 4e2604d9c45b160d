import type { ChangesMessages } from "./messages";

export const changes: ChangesMessages = {
  locale: "ja",
  change: (setting, before, after) =>
    before === undefined ? `${setting}: ${after}（変更前の値は不明）` : `${setting}: ${before} → ${after}`,
  on: "オン",
  off: "オフ",
  nothing: "（なし）",
  recording: "変更内容を記録しています…",
  notRecorded: {
    title: "変更内容をこのアプリに記録できなかったため、設定はまだ保存していません。",
    notPrepared:
      "記録に必要なフィールドがこのアプリにありません。上の「このアプリを準備」を押してから、もう一度保存してください。",
    noRight:
      "このアプリのレコードを追加または閲覧する権限がありません。アプリのアクセス権を確認するか、権限のあるユーザーで保存してください。",
    meaning: "記録せずに保存すると、誰がいつ何を変更したかを、監査担当者が後から確認できません。",
    saveAnyway: "記録せずに保存",
    back: "保存しない",
  },
  file: {
    title: "設定の書き出しと読み込み",
    explanation:
      "保存済みの設定をJSONファイルに書き出します。別のアプリの設定画面で読み込めます。baseUrl、app、folderを書き加えると、コマンドの設定ファイルになります。対象アプリは含まれません。",
    export: "設定をファイルに書き出す",
    nothingToExport: "保存されている設定を読み取れないため、書き出せません。",
    import: "ファイルから設定を読み込む",
    imported: (name, from, version) =>
      `「${name}」${from ? `（${from}に書き出し${version ? `、プラグイン${version}` : ""}）` : ""}を読み込みました。`,
    unsaved: "まだ保存していません。次の項目が、保存済みの設定と異なります。確認して「保存」を押してください。",
    same: "保存済みの設定と同じ内容です。",
    refused: (name) => `「${name}」は読み込めません。フォームの内容は変わっていません。`,
    notSettings: "このプラグインが書き出した設定ファイルではありません。",
    tooLarge: "ファイルが大きすぎます。",
  },
};
