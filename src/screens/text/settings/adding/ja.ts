import { quantitiesIn } from "../../quantities";
import type { AddingMessages } from "./messages";

const { number } = quantitiesIn("ja");

export const adding: AddingMessages = {
  locale: "ja",
  title: "対象アプリの追加",
  unreadable: "アプリの一覧を読み込めませんでした。",
  readAgain: "再読み込み",
  own: "このアプリ自身です。実行中の記録が途中の状態でバックアップに入るため、通常は対象にしません。",
  pick: {
    title: "アプリの一覧から追加",
    reading: (apps) => `アプリを読み込んでいます… ${number(apps)}個`,
    limits:
      "表示されるのは、レコードを閲覧または追加する権限のある、公開済みのアプリです。ゲストスペースのアプリは、ゲストスペースを指定すると表示されます。",
    search: "検索（アプリ名、アプリコード、アプリID）",
    place: "スペース",
    anywhere: "すべて",
    spaceless: "スペースに属さないアプリ",
    space: (id, name) => (name ? `${name}（スペース ${id}）` : `スペース ${id}`),
    guestSpace: (id, name) => (name ? `${name}（ゲストスペース ${id}）` : `ゲストスペース ${id}`),
    guest: {
      label: "ゲストスペースの番号またはURL",
      hint: "番号は、ゲストスペースのURLの「/k/guest/」の後の数字です。",
      button: "ゲストスペースのアプリを表示",
      reading: "ゲストスペースのアプリを読み込んでいます…",
      notOne: "ゲストスペースの番号か、「/k/guest/」を含むURLを入力してください。",
      none: "このゲストスペースに、閲覧できるアプリはありません。番号と、ゲストスペースに参加しているかどうかを確認してください。",
      found: (apps) => `ゲストスペースのアプリを${number(apps)}個追加で表示しました。`,
    },
    found: (found, all) => `${number(all)}個のアプリのうち、${number(found)}個が見つかりました。`,
    none: "条件に合うアプリはありません。",
    list: "見つかったアプリ",
    appId: (appId) => `アプリID ${appId}`,
    appCode: (code) => `アプリコード ${code}`,
    present: "登録済み",
    presentDisabled: "登録済み（無効）",
    more: (apps) => `さらに${number(apps)}個を表示`,
    selectAll: (apps) => `見つかった${number(apps)}個をすべて選択`,
    selected: (apps) => `選択中: ${number(apps)}個`,
    clear: "選択を解除",
    add: (apps) => `${number(apps)}個を対象に追加`,
  },
  csv: {
    title: "CSVで追加",
    columns:
      "1行に1つのアプリを書きます。列は、アプリID、ゲストスペースID、アプリ名、絞り込み条件、バックアップする（有効/無効）の順です。アプリID以外は省略できます。1行目に見出しがあれば、列の順序は自由です。",
    encodings: "ファイルの文字コードは、UTF-8またはShift_JISです。",
    file: "CSVファイル",
    paste: "または、ここに貼り付け（Excelのセルも貼り付けられます）",
    check: "内容を確認",
    checking: "アプリを確認しています…",
    notText:
      "このファイルはCSVとして読み取れません。ファイルの種類と、文字コードがUTF-8かShift_JISかを確認してください。",
    tooLarge: "このファイルは大きすぎます。対象アプリの一覧のCSVか確認してください。",
    empty: "対象の行がありません。",
    noAppColumn: "アプリIDの列が見つかりません。見出しを「アプリID」または「target_app_id」にしてください。",
    unknownColumns: (heads) => `使用しない列: ${heads.join("、")}`,
    result: (good, bad) => `追加できる行: ${number(good)}行、追加できない行: ${number(bad)}行`,
    table: "CSVの確認結果",
    head: {
      line: "行",
      appId: "アプリID",
      guestSpaceId: "ゲストスペースID",
      appName: "アプリ名",
      query: "絞り込み条件",
      enabled: "バックアップする",
      verdict: "確認結果",
    },
    enabled: "有効",
    disabled: "無効",
    good: "追加できます",
    problem: {
      unclosed: '引用符（"）が閉じられていません。この後の行が、すべてこの行の一部になっています。',
      "no-app": "アプリIDがありません。",
      "not-a-number": "アプリIDが数字ではありません。",
      "not-a-guest-space": "ゲストスペースIDが数字ではありません。",
      "not-enabled-or-disabled": "「バックアップする」は、有効（enabled）か無効（disabled）にしてください。",
      unknown:
        "アプリが見つからないか、閲覧する権限がありません。ゲストスペースのアプリの場合は、ゲストスペースIDを確認してください。",
      present: "すでに対象です。登録内容は変更しません。",
      twice: (line) => `${number(line)}行目と同じアプリです。`,
    },
    more: (lines) => `さらに${number(lines)}行を表示`,
    add: (targets) => `${number(targets)}個を対象に追加`,
    present: "登録済みの対象は、同じ形式のCSVで保存できます。",
    save: (targets) => `登録済みの対象をCSVで保存（${number(targets)}個）`,
  },
  rule: {
    title: "ルールで追加",
    introduction:
      "スペースのすべてのアプリ、または実行する人が閲覧できるすべてのアプリを対象にします。実行を始めるたびにアプリを調べるため、あとから作成されたアプリもバックアップされます。単独で対象に登録したアプリは、その登録に従います。その登録が無効な場合、ルールに当てはまってもバックアップされません。",
    standsFor: "ルールの対象",
    space: {
      space: "スペースの番号またはURL",
      guest_space: "ゲストスペースの番号またはURL",
    },
    noSpace: "スペースの番号またはURLを入力してください。",
    exceptions: {
      label: "除くアプリ",
      hint: "アプリIDを1行に1つ入力します。このアプリ自身は、入力しなくても除かれます。",
    },
    show: "当てはまるアプリを表示",
    reading: "アプリを読み込んでいます…",
    apps: (apps) =>
      apps.length === 0
        ? "今このルールに当てはまる、閲覧できるアプリはありません。"
        : `今は${number(apps.length)}個: ${apps.join("、")}`,
    app: (name, id) => `${name}（${id}）`,
    add: "ルールを追加",
  },
  news: {
    adding: (written, of) => `対象を追加しています… ${number(of)}個中${number(written)}個`,
    added: (targets) => `${number(targets)}個の対象を追加しました。次回の実行からバックアップされます。`,
    present: (targets) => `${number(targets)}個はすでに対象だったため、変更していません。`,
    failed: (targets) => `${number(targets)}個は追加できませんでした。もう一度追加すると、残りだけが追加されます。`,
  },
};
