import type { RetentionTexts } from "./messages";

const sum = ({ generations, bytes, yen }: { generations: string; bytes: string; yen?: string }) =>
  `${generations}世代（${bytes}${yen ? `、1か月に約${yen}円` : ""}）`;

export const retentionTexts: RetentionTexts = {
  place: (name, kind) => `保存先「${name}」（${kind}）`,
  rule: (rule) => `保持ルール: ${rule}`,
  noRule: 'この保存先にはルールがないため、何も廃棄しません。ルールは、設定ファイルの保存先の "keep" に書きます。',
  closed: "この保存先の中は一覧できないため、何も廃棄できません。",
  calendar: { heading: "バックアップの日ごと", legend: "# 残る、x 廃棄、. なし" },
  stays: (of) => `残る: ${sum(of)}`,
  goes: (of) => `廃棄: ${sum(of)}`,
  nothingToGo: "廃棄するものはありません。",
  incomplete: "一部不足",
  wantedBy: {
    last: "最新の数世代",
    daily: "その日の世代",
    weekly: "その週の世代",
    monthly: "その月の世代",
    yearly: "その年の世代",
    within: "まだ新しい",
  },
  guard: {
    "last-success": "最後に成功したもの",
    newest: "最新",
    "since-success": "最後の成功より新しい",
    held: "保全中",
    locked: "ロック中",
    unknown: "履歴の内容と合わない",
    future: "未来の日時（時計が誤っていました）",
  },
  held: (reason) => `保全中: ${reason}`,
  lockedUntil: (day) => `保存先が${day}までロック`,
  series: { runs: "バックアップ", ofApp: (appId) => `アプリ ${appId} の復元前のバックアップ` },
  nothingGoes: {
    "no-rule": (series) => `${series}: ルールが何も残さないため、廃棄しません。`,
    "no-success": (series) => `${series}: すべてそろったものがないため、廃棄しません。`,
    "newest-incomplete": (series) => `${series}: バックアップが再び成功するまで、廃棄しません。`,
  },
  unknownFiles: (count, names) => `履歴にないzipファイルが${count}件あります。廃棄の対象にはなりません: ${names}`,
  confirmation: {
    needed: (command) =>
      `この保存先では、このルールがまだ確認されていないため、何も廃棄しません。上の内容でよければ、次を実行してください。\n  ${command}`,
    other: (rule, command) =>
      `この保存先で確認されているのは別のルール（${rule}）のため、何も廃棄しません。上の内容でよければ、次を実行してください。\n  ${command}`,
    known: (by, moment) => `${by}さんが${moment}に確認しました。`,
    done: (place, rule) => `「${place}」のルールを確認しました: ${rule}。これから有効です。`,
    changed: "プレビューのあとで廃棄の対象が変わったため、確認しませんでした。もう一度プレビューを見てください。",
  },
  dryRun: "プレビューだけです。何も廃棄していません。",
  verdict: {
    disposed: (generation) => `${generation}: 廃棄しました。`,
    remains: (generation) => `${generation}: 廃棄できなかったものが残っています。`,
    stopped: (generation) => `${generation}: すべてを廃棄する前に終わりました。`,
  },
  kept: (file, answer) => `${file} は残っています: ${answer}`,
  ended: (done, left) => `廃棄: ${done}世代。ルール上は廃棄できるのに残ったもの: ${left}世代。`,
  hold: {
    held: (generation) => `${generation} を保全しました。どの保存先でも、ルールでは廃棄されません。`,
    released: (generation) => `${generation} の保全を解除しました。ルールで廃棄されることがあります。`,
    notHeld: (runId) => `実行ID ${runId} は保全されていません。`,
    unknown: (runId) => `実行ID ${runId} のバックアップは履歴にありません。`,
  },
  noPlace: (name, names) => `設定ファイルに保存先「${name}」はありません。あるのは: ${names}`,
  token:
    "廃棄と保全は、だれが行ったかとともに記録します。APIトークンではなく、ユーザーのパスワードでログインしてください。",
};
