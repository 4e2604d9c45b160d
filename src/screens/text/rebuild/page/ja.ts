import { quantitiesIn } from "../../quantities";
import type { RebuildPageTexts } from "./messages";

const { number } = quantitiesIn("ja");
const count = (amount: number) => `${number(amount)}件`;
const list = (items: readonly string[]) => items.join("、");

export const rebuildPageTexts: RebuildPageTexts = {
  sentence: {
    TIMED_OUT: ({ app }) =>
      app === undefined
        ? undefined
        : `kintoneによるアプリ（ID ${app}）の更新が15分たっても終わりません。更新が終わってから、続きから再開してください。`,
    NO_PERMISSION: ({ app }) =>
      app === undefined
        ? "アプリを作成する権限がありません。kintoneシステム管理の「アクセス権」でアプリの作成を許可されているか、作成先のスペースに参加していてアプリを作成できるかを、管理者に確認してください。"
        : undefined,
    RUN_SILENT: ({ resumable }) =>
      `処理が応答しなくなったため、終了しました。${resumable ? "作成済みのアプリはそのまま残っています。このページを再読み込みすると、続きから再開できます。" : "何も作成していません。このダイアログを閉じて、もう一度お試しください。"}`,
    CANCELLED: () => "キャンセルされました。",
  },
  nowhere: (ids) => `次のアプリには代わりがありません：${list(ids)}`,
  resume: "続きから再開できます。同じアプリが二重に作成されることはありません。",
  records: {
    statusesLeft: (amount) =>
      `最初のステータスではなかったレコードが${count(amount)}あり、最初のステータスから始まります`,
    report: (path) => `これらの値、ステータス、コメントのレコードごとの一覧：${path}`,
    closed: (lookups) =>
      `次のルックアップは互いに参照し合い、どれも空にできないため、最初のレコードを登録できません：${list(lookups)}。新しいアプリのいずれかで、ルックアップとコピー先のフィールドの「必須項目にする」を外してアプリを更新し、続きから再開してください。完了後に元の設定へ戻してください。`,
    foreseen: {
      statusesLeft: (amount) =>
        `最初のステータスではないレコードが${count(amount)}あり、最初のステータスから始まります。戻す場合は「ステータスと作業者を戻す」を選択してください。`,
      commentsLeft: (written) =>
        `${count(written)}のコメントは書き込みません。書き込む場合は「コメントを書き込む」を選択してください。`,
    },
  },
  offer: "アプリを作り直す",
  heading: "アプリの作り直し",
  introduction:
    "アーカイブの設定から新しいアプリを作成し、レコードを登録します。アプリが削除されて元に戻せないときに使います。新しいアプリには新しいIDが付きます。内容を確認するまで、何も作成しません。",
  choices: {
    foreign:
      "このアーカイブは、このアプリの履歴にありません。別のドメインのものであれば、スペースとほかのアプリのIDはここでは別のものを指すため、元の場所には作成せず、参照先のアプリと、ここにいないユーザー・組織・グループの代わりを次の画面でお聞きします。",
    apps: "作り直すアプリ",
    app: (records, attachments) => `レコード${count(records)}、添付ファイル${count(attachments)}`,
    noForm: "アーカイブにフォームがないため、作り直せません",
    needs: (apps) =>
      `選択したアプリのルックアップ・関連レコード一覧・アプリアクションは、次のアプリを参照しています：${list(apps)}`,
    chooseThem: "これらも選択する",
    all: "すべて選択",
    none: "すべて解除",
    place: "作成先",
    before: "元の場所（元のスペース、またはスペースの外）",
    outside: "スペースの外",
    inSpace: "指定したスペース",
    spaceId: "スペースのID",
    isGuest: "ゲストスペース",
    look: "スペースを確認",
    space: (name) => `スペース「${name}」`,
    noSpace: (problem) => `スペースを確認できません。${problem}`,
    nameSuffix: "アプリ名の末尾に付ける文字（任意）",
    records: "レコード",
    withRecords: "レコードも登録する",
    onlyApps: "アプリの設定だけを作成する",
    status: "ステータスと作業者を戻す",
    statusNote: "戻したレコードの更新者と更新日時は、実行したユーザーと日時になります。",
    comments: "コメントを書き込む",
    commentsNote:
      "元の投稿者と日時を先頭に付け、実行するユーザーのコメントとして書き込みます。レコードの関係者に通知が送られることがあります。",
    reason: "理由（必須、レコードの復元として履歴に記録されます）",
    nothingChosen: "アプリを選択してください。",
    reasonMissing: "理由を入力してください。",
    spaceMissing: "スペースのIDを入力してください。",
    back: "戻る",
    plan: "作成内容を確認する",
  },
  planning: "アーカイブの内容と、ユーザー・組織・グループを確認しています…",
  planned: {
    free: "次のアプリを作成します。まだ何も作成していません。",
    inTheWay: "作成する前に、次のことを決めてください。まだ何も作成していません。",
    apps: "作成するアプリ",
    foreseen: "あらかじめわかっていること",
    toDos: "作成後に手作業で行うこと",
    steps: (steps, requests) => `${number(steps)}段階で作成します。APIリクエストは約${number(requests)}回です。`,
    gone: "存在しないユーザー・組織・グループ",
    goneNote:
      "設定やレコードに含まれていますが、kintoneに存在しないか、使用停止中です。代わりのログイン名またはコードを入力してください。",
    instead: (person) => `${person}の代わり`,
    strangers: (people) => `代わりに指定した次のユーザーなども存在しません：${list(people)}`,
    leaveOut: "代わりを入力しないものは除く（そのユーザーなどを含むアクセス権は設定しません）",
    nowhere: "参照先のないアプリ",
    nowhereNote:
      "ルックアップ・関連レコード一覧・アプリアクションが参照していますが、一緒に作り直さないアプリです。代わりになるアプリのIDを入力できます。空欄の場合、ルックアップは通常のフィールドになり、ほかは作成しません。",
    standIn: (app) => `${app}の代わりになるアプリのID`,
    again: "もう一度確認する",
    notifications: (amount) =>
      `最大${count(amount)}の通知が送られる可能性があります。続けるには、件数「${amount}」を入力してください`,
    back: "選択に戻る",
    make: (apps) => `${number(apps)}個のアプリを作成する`,
  },
  making: {
    at: (step, of) => `${number(of)}段階中の${number(step)}`,
    apps: (amount) => `アプリ：${amount}`,
    label: "作成の進み具合",
    note: "終わるまで、このページを開いたままにしてください。閉じた場合は、次にこのページを開いたときに続きから再開できます。",
    cancelling: "実行中の処理が終わりしだい終了します…",
  },
  made: {
    nothing: "アプリを作成できませんでした。何も作成していません。",
    open: (name) => `「${name}」を開く`,
    whole: "アーカイブのとおりです。",
    otherwise: "アーカイブと異なる点があります。",
    stoppedApps: "作成済みのアプリ",
    save: { text: "結果を保存（テキスト）", lines: "結果を保存（JSON Lines）", records: "レコードの一覧を保存" },
    goOn: "続きから再開",
  },
  goingOn: {
    zips: "途中で止まったアプリの作り直しを再開します。同じアーカイブのzipファイルをすべて選択してください。",
    offer: (startedAt) =>
      `${startedAt}に始めたアプリの作り直しを、同じ内容で続きから再開します。作成済みのアプリは二重に作成されません。`,
    begin: "続きから再開",
  },
  unfinished: (startedAt) =>
    `${startedAt}に始めたアプリの作り直しが途中で止まっています。このページの上部に表示されている案内から、続きから再開するか、取りやめてください。それまで新しく作り直すことはできません。`,
  discarded: (apps) =>
    `アプリの作り直しを取りやめました。次のアプリはそのまま残っています：${list(apps)}。削除するAPIがないため、不要であればkintoneの画面で削除してください。`,
  failed: "アプリを作り直せませんでした",
};
