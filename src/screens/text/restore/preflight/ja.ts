import type { Concerned, NamedField } from "../../../../restore/preflight/obstacle";
import { fieldTypeIn } from "../../field-type-names";
import { quantitiesIn } from "../../quantities";
import { condition } from "../condition/ja";
import { planFile } from "../plan-file/ja";
import type { RestorePreflightMessages } from "./messages";

const { number, bytes, moment } = quantitiesIn("ja");
const type = (name: string) => fieldTypeIn("ja", name);
const records = ({ count, ids }: Concerned) =>
  `${number(count)}件のレコード（ID ${ids.join("、")}${count > ids.length ? "、…" : ""}）`;
const field = ({ field: code, label, table }: NamedField) =>
  `${table === undefined ? "" : `テーブル「${table}」の中の`}「${label}」${label === code ? "" : `（フィールドコード: ${code}）`}`;
const inTable = (table: string | undefined) => (table === undefined ? "テーブルの外" : `テーブル「${table}」の中`);

const RIGHT = { add: "追加", putBack: "編集", remove: "削除" };
const MODE = { add: "アプリにないレコードの追加", putBack: "違いのあるレコードの書き戻し", remove: "削除" };
const LIMIT = {
  minLength: (bound: string) => `${bound}文字以上`,
  maxLength: (bound: string) => `${bound}文字以下`,
  minValue: (bound: string) => `${bound}以上`,
  maxValue: (bound: string) => `${bound}以下`,
};
const PEOPLE = { users: "ユーザー", organizations: "組織", groups: "グループ" };

export const restorePreflight: RestorePreflightMessages = {
  weight: { stops: "実行できません", asks: "決定が必要です", told: "ご確認ください" },
  condition,
  planFile,
  obstacle: {
    NOTHING_TO_DO: () => "選択した範囲に違いはありません。復元するものはありません。",
    FORM_CHANGED: () => "比較した後に、アプリのフォームが変更されました。もう一度比較してください。",
    NOT_READABLE: (_found, { problem }) =>
      `アプリのレコードを読み取れません。${problem}アプリがメンテナンスモードの間は、レコードの閲覧も編集もできません。その場合は、メンテナンスモードを解除してください。`,
    CONDITION: ({ condition: text }, { problems }) =>
      `条件「${text}」でアーカイブのレコードを選べません。${problems.join("")}`,
    RECORDS_UNKNOWN: ({ records: of }) => `${records(of)}は、アーカイブにありません。`,
    ARCHIVE_NOT_TOLD: ({ error }, { problem }) =>
      `${error ? `このアーカイブが履歴にあるかどうかを確認できませんでした。${problem}` : "このアーカイブは履歴にありません。"}本物の可能性もありますが、確かめる方法がありません。`,
    UNTOLD_RESTORES: ({ restores, records: of }) =>
      `以前の復元（${restores.map(({ restoreId, operator, startedAt, adds }) => `${restoreId}、${operator}さん、${moment(startedAt) ?? startedAt}、最大${number(adds)}件`).join("／")}）が追加したレコードの記録が、履歴にありません。このまま追加すると、同じレコードが2件になる可能性があります。その復元を開始した環境で続行または破棄すると、履歴に記録されます。${of.count === 0 ? "内容が同じレコードは、アプリに見つかりませんでした。" : `内容が同じレコードがアプリにあるもの: ${records(of)}`}`,
    NOT_EXACT: ({ why }) => {
      if (why.reason === "condition") {
        return `アーカイブには条件（${why.query}）に合うレコードだけが入っているため、このアーカイブを基準にした削除はできません。`;
      }
      if (why.reason === "another-app")
        return "別のアプリのアーカイブのため、このアーカイブを基準にした削除はできません。";
      return `バックアップのときに読み取れなかったレコードが${number(why.missing)}件あり、アーカイブに入っていません。このアーカイブを基準にした削除はできません。`;
    },
    MAY_BE_HIDDEN: ({ why, records: of }) =>
      `${why === "rules" ? "レコードのアクセス権のために見えないレコードがある可能性があります" : "レコードのアクセス権のために見えないレコードがあるかどうか、わかりません"}。追加する${number(of)}件のレコードは、実際にはあるかもしれません。追加の前に1件ずつ確認し、ある可能性のあるレコードは追加しません。`,
    REMOVALS: ({ appName, records: of, newer, confirmed }) =>
      `${confirmed && confirmed.records !== of ? `削除されるレコードは${number(of)}件で、確認した${number(confirmed.records)}件ではありません。` : `「${appName}」のレコード${number(of)}件を削除します。`}${newer > 0 ? `うち${number(newer)}件はアーカイブより新しく、アーカイブには何の情報もありません。` : ""}削除したレコードは、kintoneでは元に戻せません。`,
    LARGE: ({ touched, present }) =>
      `アプリのレコード${number(present)}件のうち、半数を超える${number(touched)}件を変更または削除します。`,
    RIGHT: ({ right, lacking }) =>
      lacking === "certain"
        ? `このアプリのレコードを${RIGHT[right]}する権限がありません。${MODE[right]}には、この権限が必要です。`
        : `このアプリのレコードを${RIGHT[right]}する権限があるかどうかは、事前に確認できません。権限がない場合はkintoneが拒否し、何も変更されません。`,
    RECORD_RIGHT: ({ right, records: of }) =>
      `レコードのアクセス権により、${records(of)}を${RIGHT[right]}する権限がありません。`,
    NOT_MANAGED: ({ records: of }) =>
      `アプリの管理権限がないため、追加する${number(of)}件のレコードの作成者・更新者は復元を実行するユーザー、作成日時・更新日時は現在の日時になります。アプリの管理者が復元すると、元のまま戻せます。`,
    FIELD_HIDDEN: (found) => `${field(found)}を閲覧する権限がないため、比較も復元もできません。`,
    FIELD_NOT_EDITABLE: (found) =>
      `${field(found)}を編集する権限がありません。${records(found.records)}に書き込む予定です。`,
    FIELD_ABSENT: (found) =>
      `フィールド${field(found)}（${type(found.type)}）は現在のフォームにありません。${found.values === 0 ? "復元するレコードに、このフィールドの値はありません。" : `${number(found.values)}件のレコードの値は復元されません。`}フォームにフィールドを追加することもできます。`,
    FIELD_TYPE: (found) =>
      `フィールド${field(found)}の種類が、${type(found.archived)}から${type(found.present)}に変わったため、値を復元できません（${number(found.values)}件）。`,
    FIELD_PLACE: (found) =>
      `フィールド${field({ field: found.field, label: found.label })}が、${inTable(found.archived)}から${inTable(found.present)}に移ったため、値は復元されません（${number(found.values)}件）。`,
    CHOICE_UNKNOWN: ({ choice, name }) =>
      choice === "renamed"
        ? `「${name}」を、指定したフィールドに対応させることはできません。どちらかのフィールドがないか、種類が違うか、別のフィールドと重なっています。`
        : `選択内容に、存在しないフィールド「${name}」が指定されています（${choice}）。`,
    REQUIRED_EMPTY: (found) => `${field(found)}は必須になりましたが、${records(found.records)}では空です。`,
    UNIQUE: (found) => {
      const [first] = found.clashes;
      const example = first
        ? `アーカイブのレコード（ID ${first.id}）と${first.other.of === "app" ? "現在" : "アーカイブ"}のレコード（ID ${first.other.id}）の値は、どちらも「${first.value}」です。`
        : "";
      return `${field(found)}は値の重複が禁止されています。${example}該当: ${records(found.records)}`;
    },
    LIMIT: (found) =>
      `${field(found)}に入力できる値は${LIMIT[found.limit](found.bound)}ですが、${records(found.records)}の値はこれに合いません（例:「${found.value}」）。`,
    OPTION_GONE: (found) =>
      `${field(found)}の選択肢「${found.option}」はなくなりましたが、${records(found.records)}で選ばれています。`,
    PERSON_GONE: ({ people, state, name, person, fields, records: of }) =>
      `${PEOPLE[people]}「${person}」${person === name ? "" : `（${name}）`}は${state === "gone" ? "存在しません" : "使用停止中のため、kintoneに拒否される可能性があります"}。${records(of)}にあります（${fields.map((one) => `「${one.field}」${number(one.records)}件`).join("、")}）。`,
    PEOPLE_UNKNOWN: ({ people, count }, { problem }) =>
      `${PEOPLE[people]}${number(count)}件が現在も存在するかどうかを確認できませんでした。${problem}存在しない${PEOPLE[people]}を含むレコードは、kintoneに拒否され、結果に表示されます。`,
    LOOKUP_KEY: (found) =>
      `${field(found)}の値「${found.value}」${found.values > 1 ? `ほか${number(found.values - 1)}種類` : ""}が、参照先のアプリ（ID ${found.app}）${found.problem === "gone" ? "にありません" : "に複数あります"}。このままでは、${records(found.records)}はkintoneに拒否されます。`,
    LOOKUP_NOT_READABLE: (found, { problem }) =>
      `${field(found)}の参照先のアプリ（ID ${found.app}）を閲覧できないため、${records(found.records)}に書き込めません。${problem}`,
    COPIES: (found) => {
      const examples = found.examples
        .slice(0, 3)
        .map((one) => `レコード（ID ${one.id}）の${one.field}: 「${one.archived}」→「${one.today}」`);
      return `${field(found)}により、${number(found.records.count)}件のレコードには、アプリ（ID ${found.app}）の現在の値がコピーされます。元の値は、kintoneの仕様により戻せません。${examples.join("、")}`;
    },
    FILES_MISSING: ({ files, examples, records: of }) =>
      `${number(files)}個のファイルが、アーカイブに入っていません（例: レコード（ID ${examples[0]?.id ?? ""}）の「${examples[0]?.file ?? ""}」。理由はアーカイブの README.txt にあります）。新しく追加するレコードにはファイルが付かず、現在あるレコードのフィールドは変更しません。該当: ${records(of)}`,
    NO_ATTACHMENTS: ({ fields }) =>
      `アーカイブに、このアプリの添付ファイルは入っていません（バックアップの対象外）。添付ファイルのフィールドは変更せず、追加するレコードでは空になります: ${fields.map(field).join("、")}`,
    FILE_TOO_LARGE: ({ id, file, size }) =>
      `レコード（ID ${id}）の「${file}」は${bytes(size)}あり、kintoneに添付できる1 GBを超えています。`,
    REQUESTS: ({ needed, left, perAppAndDay }) =>
      `APIリクエストが約${number(needed)}件必要です。このアプリの1日の上限${number(perAppAndDay)}件のうち、残りは${number(left)}件です。kintoneの上限を超えると、サイボウズからメールが届き、APIが止められることがあります。`,
    NOTIFICATIONS: ({ settings, writes }) =>
      settings === "some"
        ? `アプリに通知が設定されているため、最大${number(writes)}件の書き込みで通知が送られる可能性があります。避けるには、アプリの設定から一時的に通知を外してください。`
        : `アプリの通知の設定を確認できません。${number(writes)}件の書き込みで通知が送られる可能性があります。`,
    PROCESS: ({ records: of }) =>
      `ステータスと作業者は復元されません。追加する${number(of)}件のレコードは、最初のステータスになります。`,
    CATEGORIES: ({ records: of }) =>
      `カテゴリーはAPIで設定できないため、復元されません。追加する${number(of)}件のレコードのカテゴリーは空になります。`,
  },
  way: {
    "rename-field": ({ field: code }) => `「${code}」に対応する現在のフィールド:`,
    "leave-out-field": ({ field: code }) => `「${code}」を復元しない`,
    "give-value": ({ field: code }) => `「${code}」が空のときに入れる値:`,
    "leave-out-records": ({ ids }) =>
      ids.length === 1
        ? `レコード（ID ${ids[0] ?? ""}）を復元しない`
        : `これら${number(ids.length)}件のレコードを復元しない`,
    "replace-person": ({ name }) => `「${name}」の代わり:`,
    "replace-option": ({ option }) => `「${option}」の代わり:`,
    "leave-mode": ({ mode }) => `${MODE[mode]}をしない`,
    confirm: ({ what }) =>
      ({
        archiveNotTold: "このアーカイブから復元する",
        untold: "2件になっても追加する",
        large: "この件数のまま進める",
        overBudget: "このまま進める",
      })[what],
    "confirm-removals": ({ records: of }) => `アプリの名前と、削除する件数（${number(of)}）を入力`,
  },
};
