import { quantitiesIn } from "../quantities";
import { visible } from "../visible-characters";
import type { SettingsTexts } from "./messages";
import { targets } from "./targets/ja";

const { number } = quantitiesIn("ja");

export const settingsTexts: SettingsTexts = {
  title: "バックアップの設定",
  introduction:
    "アプリのレコードと添付ファイルをzipファイルにまとめ、読み直して確認し、実行履歴をこのアプリに残すプラグインです。",
  stepsTitle: "はじめてのバックアップまで",
  steps: [
    "上の「このアプリを準備」を押します。必要なフィールドや一覧が追加され、アプリが更新されます。",
    "下の「対象アプリの追加」で、バックアップするアプリを一覧から選んで追加します。",
    "レコード一覧の「今すぐバックアップ」を押します。zipファイルがダウンロードされ、実行履歴が残ります。",
  ],
  form: "設定",
  label: {
    filePrefix: "zipファイル名の先頭",
    timeZone: "タイムゾーン",
    volumeLimitMiB: "zipファイル1個の上限サイズ（MB）",
    requestsAtOnce: "同時リクエスト数",
    requestsPerAppAndDay: "1日1アプリあたりのリクエスト数",
    drillDays: "復元訓練の間隔（日）",
    spacesLeftOut: "バックアップしないスペースのID",
  },
  hint: {
    filePrefix: ({ max }) => `この後に、日付、時刻、実行ごとの識別子が付きます。${number(max ?? 0)}文字まで。`,
    timeZone: () => "ファイル名の日付と時刻に使います。文字を入力すると候補を絞り込めます。",
    volumeLimitMiB: ({ min, max }) =>
      `この大きさを超えると、次のzipファイルに分けます。${number(min ?? 0)}～${number(max ?? 0)}。`,
    requestsAtOnce: ({ min, max }) =>
      `大きくすると速くなりますが、kintoneを使う他の人に影響することがあります。${number(min ?? 0)}～${number(max ?? 0)}。`,
    requestsPerAppAndDay: ({ max }) =>
      `バックアップが、日本時間の9時から翌日の9時までに1つのアプリで使うAPIリクエスト数です（${number(max ?? 0)}まで）。コメントはこの範囲で読み取り、ほかのデータが収まらないときは翌日に続けます。0にすると、コースの上限（スタンダードコース10,000回、ワイドコース100,000回。不明なときはスタンダードコース）の半分です。`,
    drillDays: ({ max }) =>
      `復元訓練に最後に合格してからこの日数がたった対象アプリを、履歴の概要の「確認が必要なこと」に表示します（${number(max ?? 0)}まで）。0にすると表示しません。`,
    spacesLeftOut: () =>
      "「プラグインとスペースの情報もバックアップする」がオンのときに使います。スペースに参加できない場合など、不足としたくないスペースのIDを、カンマで区切って入力します（例: 3, 77）。ここに入力したスペースは、バックアップしないと決めたものとしてzipファイルのREADME.txtに毎回記載され、バックアップの結果には影響しません。",
  },
  switch: {
    incremental: {
      label: "前回のバックアップから変わっていないレコードと添付ファイルは、kintoneから読み取らずに引き継ぐ",
      hint: "2回目から速くなり、APIリクエストも減ります。作成されるzipファイルの内容は変わりません。コメントは、1日に使えるAPIリクエスト数の範囲で毎回読み取り、残りは引き継ぎます。「今すぐバックアップ」では、次回のために前回のzipファイルをこのブラウザーの中にも保管します。共用のパソコンではお勧めしません。",
    },
    pluginsAndSpaces: {
      label: "プラグインとスペースの情報もバックアップする",
      hint: "読み込んだプラグインの名前とバージョン、スペースの名前・本文・メンバーを保存します。対象アプリのないスペースも含みます。メンバーのログイン名は個人情報です。実行するユーザーが閲覧できないスペースは不足として記録され、バックアップは「一部不足」になります。",
    },
    people: {
      label: "ユーザー・組織・グループの情報もバックアップする（個人情報）",
      hint: "すべてのユーザーの表示名、ログイン名、従業員番号と、組織やグループへの所属を保存します。メールアドレス、電話番号、誕生日は保存しません。復元のときに、削除されたユーザーが誰だったかを確認できます。zipファイルは社内の個人情報の取り扱いルールに従って保管し、必要な場合だけ有効にしてください。",
    },
  },
  reason: {
    required: () => "入力してください。",
    "too-long": ({ max }) => (max === undefined ? "長すぎます。" : `${number(max)}文字以内で入力してください。`),
    "not-a-number": () => "整数で入力してください。",
    "out-of-range": ({ min, max }) =>
      min === undefined || max === undefined
        ? "範囲内の数値を入力してください。"
        : `${number(min)}～${number(max)}の数値を入力してください。`,
    "unknown-time-zone": () => "一覧にあるタイムゾーンを選んでください。",
    "forbidden-character": ({ characters }) =>
      visible(characters) ? `使えない文字があります: ${visible(characters)}` : "使えない文字があります。",
    "not-an-address": () =>
      "kintoneのURLを、https:// から始め、パスを付けずに入力してください。例: https://example.cybozu.com",
    "not-an-id": () => "IDを数字で入力してください。",
    "unknown-name": () => "この名前の設定項目はありません。",
    secret: () => "パスワードやAPIトークンは、ここには保存できません。",
    "not-one-of": ({ choices = "" }) => `次のいずれかを指定してください: ${choices}`,
    "name-taken": () => "この名前は、ほかの保存先で使われています。",
    "not-an-endpoint": () =>
      "ストレージのURLを、パスなしで入力してください（例: https://s3.example.com）。https:// で始まる必要があります。",
    "not-a-remote": () => "rcloneのリモート名、コロン、その中のフォルダーの順に入力してください（例: box:kintone）。",
    "not-a-span": () => "期間を年・月・日・時間で入力してください（例: 1y6m、30d）。",
    "no-file": () =>
      "この場所に設定ファイルはありません。パスを確認してください。相対パスは、コマンドを実行したフォルダーが基準になります。",
    "unreadable-file": ({ found = "" }) =>
      `設定ファイルを読み取れません（理由: ${found}）。フォルダーではなくファイルを指定しているか、コマンドを実行するユーザーがこのファイルを読み取れるかを確認してください。`,
    unreadable: () => "設定を読み取れません。",
    "not-json": ({ line = 0, column = 0 }) =>
      `${line}行目の${column}文字目から、JSONとして正しくありません。その付近のカンマ、引用符、括弧を確認してください。円記号（バックスラッシュ）は2つ重ねて書きます（C:\\\\backups）。`,
    "not-utf-8": ({ encoding }) =>
      `ファイルの文字コードが${encoding ?? "UTF-8ではありません（Shift_JISの可能性があります）"}${encoding ? "です" : ""}。UTF-8で保存し直してください。`,
    "control-characters": () =>
      "制御文字が含まれています。JSONでは、円記号（バックスラッシュ）1つと次の文字の組が制御文字になります。2つ重ねて書くか（C:\\\\backups\\\\new）、スラッシュで書いてください（C:/backups/new）。",
    "shell-notation": ({ found = "" }) => `「${found}」は置き換えられません。パスを省略せずに書いてください。`,
    "no-current-folder": () =>
      "コマンドを実行したフォルダーが見つかりません。別のフォルダーで実行するか、パスを省略せずに書いてください。",
    "secret-key": () =>
      "これは秘密鍵です。すべてのアーカイブを開けてしまうため、ここに書いてはいけません。ファイルから削除し、age1で始まる公開鍵を入力してください。ほかの人がこのファイルを読めたおそれがある場合は、鍵を作り直してください。",
    "not-a-public-key": () => "ageの公開鍵（age1またはage1pq1で始まる文字列）を入力してください。",
    "same-key-twice": () => "同じ公開鍵が2回あります。",
    "mixed-keys": () =>
      "age1pq1で始まる鍵とそれ以外の鍵は、一緒に使えません。アーカイブの強度が弱いほうの鍵で決まるためです。どちらか一方の種類にそろえてください。",
    "not-proven": ({ name = "" }) =>
      `「${name}」の鍵でアーカイブを開けることが、まだ確認されていません。「kintone-backup prove-key」でテストファイルを作り、秘密鍵で復号して、中に書かれている語を「proven」に入力してください。`,
    "newer-version": () => "新しいバージョンのプラグインで保存された設定です。",
  },
  unreadable:
    "保存されている設定を読み取れなかったため、初期値を表示しています。内容を確認して保存すると、保存されている設定は置き換えられます。",
  unreadableField: (field, reason) => `${field}: ${reason}`,
  correct: (errors) => `入力内容に誤りが${number(errors)}件あります。`,
  save: "保存",
  cancel: "キャンセル",
  targets,
};
