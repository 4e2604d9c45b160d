import type { AgedRun } from "../../../../history/security/item";
import { quantitiesIn } from "../../quantities";
import type { PreflightMessages, SecurityWords } from "./messages";

const { number } = quantitiesIn("ja");
const list = (names: readonly string[]) => names.join("、");
const part = {
  records: "レコード",
  attachments: "添付ファイル",
  comments: "コメント",
  settings: "設定",
  administration: "管理者だけが閲覧できる設定",
};
const rule = {
  unconfirmedRuns: "保存を確認していない実行の記録",
  chainedRuns: "終了した実行のレコード",
  runs: "実行のレコードの削除",
  chainedRestores: "終了した復元のレコード",
  restores: "復元のレコードの削除",
  changes: "設定変更のレコード",
  targets: "対象アプリのレコードの削除",
  chainedDrills: "終了した復元訓練のレコード",
  drills: "復元訓練のレコードの削除",
  chainedDisposals: "世代の保全・廃棄のレコード",
  disposals: "廃棄のレコードの削除",
};

const aged = ({ finishedAt, days }: AgedRun, { moment }: SecurityWords) =>
  `${moment(finishedAt)}${days > 0 ? `（${number(days)}日前）` : ""}`;

export const preflight: PreflightMessages = {
  locale: "ja",
  title: "最初の実行の前に",
  introduction:
    "バックアップに不足が出ないか、空き容量は足りるか、このアプリの権限に問題がないかを確認します。確認するだけで、何も変更しません。",
  asYou:
    "ログイン中のユーザーの権限で確認します。権限の異なる人が実行すると、結果も異なります。その人がこのアプリを管理できるなら、この画面で確認できます。",
  button: "今すぐ確認",
  again: "もう一度確認",
  checking: (done, of) => `確認しています…（対象${number(of)}個のうち${number(done)}個）`,
  unreadable: "対象アプリを読み取れなかったため、確認できませんでした。",
  noTargets: "有効な対象アプリがありません。対象アプリを追加してから確認してください。",
  targets: "対象アプリ",
  summary: (targets, incomplete) =>
    incomplete === 0
      ? `対象${number(targets)}個のすべてを、不足なくバックアップできる見込みです。`
      : `対象${number(targets)}個のうち${number(incomplete)}個で、不足が出ます。`,
  weight: {
    blocked: "バックアップできません",
    missing: "不足が出ます",
    note: "問題なし（補足あり）",
    fine: "問題なし",
  },
  finding: {
    blocked: (_names, problem) => problem,
    "records-refused": (_names, problem) => `レコードが不足します。${problem}`,
    "comments-refused": (_names, problem) => `コメントが不足します。${problem}`,
    "file-refused": (_names, problem) => `添付ファイルが不足します。${problem}`,
    "fields-hidden": (names) =>
      `次のフィールドは、閲覧する権限がないため不足します: ${names}。フィールドのアクセス権を確認するか、権限のあるユーザーで実行してください。`,
    "fields-unknown": () => "読み取れるレコードがないため、閲覧できないフィールドの有無は確認できません。",
    "settings-refused": (names) =>
      `次の設定は、閲覧する権限がないため不足します: ${names}。アプリの管理者が実行するか、対象の「バックアップする内容」から設定を外してください。`,
    "settings-failed": (names, problem) => `次の設定を読み取れません: ${names}。${problem}`,
    "excluded-unknown": (names) =>
      `除外するように指定されたフィールドがありません: ${names}。フィールドコードが変わった場合、値がバックアップに含まれるおそれがあります。対象の「除外するフィールド」を確認してください。`,
    "identifiers-undecided": (names) =>
      `個人識別番号の可能性があるため、決めるまでバックアップされません: ${names}。「対象アプリ」で、バックアップするか除外するかを選んでください。`,
    "identifiers-included": (names) => `個人識別番号の可能性があるものの、バックアップすると決めたフィールド: ${names}`,
    "fields-left-out": (names) => `除外するフィールド: ${names}`,
    "parts-left-out": (names) => `バックアップしない内容: ${names}`,
    "plugin-configurations": (names) =>
      `プラグインの設定内容もバックアップされます: ${names}。APIキーなどの秘密の情報がプラグインに設定されている場合、zipファイルにそのまま含まれます。含めない場合は、対象の「バックアップする内容」で外してください。`,
    "comments-off": () => "このアプリではコメント機能が無効のため、コメントは読み取りません。",
    "record-permissions": () =>
      "レコードのアクセス権により、実行する人に見えないレコードがある可能性があります。見えないレコードはバックアップに含まれず、kintoneは件数も返しません。すべてのレコードを閲覧できるユーザーで実行してください。",
    "record-permissions-unknown": () =>
      "権限がないため、レコードのアクセス権を確認できません。実行する人に見えないレコードがある場合、そのレコードはバックアップに含まれません。アプリの管理者が実行してください。",
  },
  part,
  field: (label, code) => (label === code ? code : `${label}（${code}）`),
  list,
  lastRun: {
    never: "まだ実行されていません。",
    ended: (moment, status, message) =>
      message === "" ? `前回の実行（${moment}）: ${status}` : `前回の実行（${moment}）: ${status}。${message}`,
    unknown: "前回の結果は、権限がないため確認できません。",
  },
  domain: {
    title: "アプリ以外の情報",
    whole: "設定で有効にした内容を、不足なくバックアップできる見込みです。",
  },
  room: {
    title: "空き容量",
    enough: (needed) =>
      `これまでの実行から見積もると約${needed}が必要です。このブラウザーには、それだけの空き容量があります。`,
    noRun: "対象アプリの実行結果がまだないため、必要な容量を見積もれません。",
    unknown: "このブラウザーで使える容量を確認できませんでした。",
    more: (targets) => `まだバックアップしたことのないアプリ（${number(targets)}個）の分は、これに加わります。`,
  },
  security: {
    title: "セキュリティのチェックリスト",
    introduction: "プログラムで確認できるものは確認済みです。それ以外は、ご自身で確認してください。",
    verdict: {
      fine: "問題なし",
      attention: "要確認",
      unknown: "確認できません",
      "by-hand": "ご自身で確認",
    },
    point: {
      readers: "このアプリを閲覧できる人",
      "history-writers": "履歴を変更・削除できる人",
      "target-writers": "対象を変更できる人",
      guests: "ゲストへの公開",
      secrets: "パスワードやトークンの混入",
      "verified-run": "検証と保存を確認できた最新のバックアップ",
      owners: "対象アプリの管理者",
      "left-out": "バックアップしない内容",
      "settings-recorded": "設定変更の記録",
      "kept-in-browser": "ブラウザー内に残るzipファイル",
      "people-in-zips": "zipファイルに含まれる全ユーザーの個人情報",
      tokens: "APIトークンとWebhook",
      people: "管理者と通知先の在籍状況",
      zips: "zipファイルの保管場所",
      "last-digest": "最後のダイジェストの控え",
    },
    todo: {
      readers: "アプリのアクセス権で、閲覧できる人をバックアップの担当者と監査担当者に限定してください。",
      "history-writers":
        "上の「このアプリを準備」を押すと、足りないレコードのアクセス権が追加されます。ほかは、アプリとレコードのアクセス権で見直してください。",
      "target-writers":
        "上の「このアプリを準備」を押すと、対象に関するアクセス権が、アプリを管理する人に合わせて設定されます。",
      guests: "社外の人に履歴を見せない場合は、ゲストスペースではない場所のアプリを使ってください。",
      secrets:
        "本物のパスワードやトークンであれば、削除して無効化してください。このプラグインは、どこにもパスワードやトークンを必要としません。",
      "verified-run":
        "バックアップを実行し、「成功」で終わることを確認してください。さらに、保存したzipファイルを、実行結果の画面か実行のレコードで選択し、保存を確認してください。",
      owners:
        "アプリのアクセス権で、管理する人を決めてください。kintoneにはアプリの所有者という設定がないため、アプリの管理権限を持つ人で判断しています。",
      "left-out":
        "意図したものかどうか確認してください。必要なら「対象アプリ」か、スペースの設定で選び直してください。",
      "settings-recorded":
        "記録せずに保存したか、記録が変更または削除された可能性があります。設定を確認してください。次に変更を保存すると、その時点のすべての設定が記録されます。",
      "kept-in-browser": "共用のパソコンで実行する場合は、「引き継ぐ」の設定をオフにしてください。",
      "people-in-zips":
        "必要でなければ、「ユーザー・組織・グループの情報もバックアップする」をオフにしてください。必要な場合は、閲覧してよい人だけが読める場所にzipファイルを保管し、社内の個人情報の管理担当者に確認してください。",
      tokens:
        "APIでは確認できません。アプリの設定の「APIトークン」と「Webhook」で、使っていないものと、編集や削除ができるものがないか確認してください。公開フォームなどの外部サービスも、APIトークンでこのアプリを読み書きします。",
      people:
        "APIでは、停止中のユーザーかどうかを確認できません。このアプリと対象アプリを管理する人、通知を受け取る人が、今も在籍しているか確認してください。",
      zips: "zipファイルは暗号化されていません。置き場所、閲覧できる人、別の場所にもう1部あるかどうかを確認してください。",
      "last-digest":
        "レコード一覧の「履歴を検査」で表示される最後のダイジェストを、ときどきkintoneの外に控えてください。履歴がまとめて書き換えられても気付けるようになります。",
    },
    found: {
      readers: ({ everyone, entities }, words) => [
        ...(everyone
          ? ["すべてのユーザーが閲覧できます。履歴には、アプリ名、ファイル名、エラーの内容が含まれます。"]
          : []),
        entities.length > 0 ? `閲覧できる人: ${words.entities(entities)}` : "閲覧できる人はいません。",
      ],
      "history-writers": ({ missing, loosened, othersFirst, everyoneManages, managers }, words) => [
        ...(missing.length > 0
          ? [`レコードのアクセス権で保護されていません: ${list(missing.map((key) => rule[key]))}`]
          : []),
        ...(loosened.length > 0
          ? [`アプリを管理する人以外にも許可されています: ${list(loosened.map((key) => rule[key]))}`]
          : []),
        ...(othersFirst
          ? ["ほかのレコードのアクセス権が優先されます。その条件に当てはまるレコードは保護されません。"]
          : []),
        ...(everyoneManages ? ["すべてのユーザーがアプリを管理できるため、誰でも履歴を変更・削除できます。"] : []),
        `アプリを管理できる人（履歴の変更・削除もできます）: ${words.entities(managers)}`,
      ],
      "target-writers": ({ fields, others, lacking, deletable }, words) => [
        ...(fields.length === 0
          ? ["何をバックアップするかを変更できるのは、アプリを管理する人だけです。"]
          : [`アプリを管理する人に合っていないフィールド: ${words.fields(fields)}`]),
        ...(others.length > 0
          ? [
              `アプリを管理する人ではないのに変更できます: ${words.entities(others)}。バックアップの対象を狭めることもできます。`,
            ]
          : []),
        ...(lacking.length > 0 ? [`アプリを管理する人なのに変更できません: ${words.entities(lacking)}`] : []),
        ...(deletable ? ["アプリを管理する人以外も、対象アプリのレコードを削除できます。"] : []),
      ],
      guests: ({ guestSpaceId }) => [
        guestSpaceId === undefined
          ? "ゲストスペースのアプリではありません。"
          : `ゲストスペース（ID ${guestSpaceId}）のアプリです。アクセス権によっては、招待された社外の人も履歴を閲覧できます。`,
      ],
      secrets: ({ places }) =>
        places.length === 0
          ? ["プラグインの設定、このアプリのフィールド、対象アプリの登録には見つかりませんでした。"]
          : ["パスワードやトークンのように見えるものがあります。"],
      "verified-run": ({ verified, saved }, words) => [
        verified ? `作成と検証: ${aged(verified, words)}` : "成功で終わった実行を確認できませんでした。",
        saved
          ? `保存の確認: ${aged(saved, words)}`
          : "成功で終わった実行のうち、zipファイルの保存を確認できたものはありません。",
      ],
      owners: ({ nobody, everybody, unknown }) => [
        ...(nobody.length > 0 ? [`管理する人がいません: ${list(nobody)}`] : []),
        ...(everybody.length > 0 ? [`すべてのユーザーが管理でき、担当が決まっていません: ${list(everybody)}`] : []),
        ...(unknown.length > 0
          ? [
              `権限がないため確認できません: ${list(unknown.map(({ name, creator }) => (creator ? `${name}（作成者: ${creator}）` : name)))}`,
            ]
          : []),
        ...(nobody.length + everybody.length + unknown.length === 0
          ? ["すべての対象アプリに、管理する人がいます。"]
          : []),
      ],
      "left-out": ({ targets, spaces }) => [
        ...(targets.length === 0
          ? ["すべての対象で、レコード、添付ファイル、コメント、設定をバックアップします。"]
          : targets.map(({ name, parts }) => `${name}: ${list(parts.map((key) => part[key]))}`)),
        ...(spaces.length === 0 ? [] : [`スペース（ID）: ${list(spaces)}`]),
      ],
      "settings-recorded": ({ recorded }) => [
        recorded
          ? "保存されている設定は、最後に記録された変更と一致します。"
          : "保存されている設定が、最後に記録された変更と一致しません。",
      ],
      "kept-in-browser": ({ kept }) => [
        kept
          ? "次回の引き継ぎのために、実行したブラウザーの中に前回のzipファイルが残ります。"
          : "zipファイルは、実行から10分以上たってレコード一覧を開くと、ブラウザーの中から削除されます。",
      ],
      "people-in-zips": ({ held }) => [
        held
          ? "zipファイルには、すべてのユーザーの表示名、ログイン名、従業員番号と所属が含まれます。"
          : "ユーザー・組織・グループの情報はバックアップしません。ただし、レコード、コメント、設定には人の名前が含まれます。",
      ],
    },
    entity: {
      everyone: "すべてのユーザー",
      creator: "アプリの作成者",
      named: (kind, code) => `${kind}「${code}」`,
    },
    kind: { USER: "ユーザー", GROUP: "グループ", ORGANIZATION: "組織" },
    rule,
    secret: {
      config: ({ name }) => `プラグインの設定（${name}）`,
      field: ({ label, code }) => `このアプリのフィールド: ${label}（${code}）`,
      target: ({ appName, field }) => `対象「${appName}」のレコードのフィールド: ${field}`,
    },
  },
};
