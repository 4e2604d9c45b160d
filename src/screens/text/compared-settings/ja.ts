import { fieldTypeIn } from "../field-type-names";
import { settingNameIn } from "../setting-names";
import type { ComparedSettingsTexts } from "./messages";
import { propertyNameIn } from "./property-names";

const named = (kind: string) => (name: string) => (name === "" ? kind : `${kind}「${name}」`);
const languageName = { ja: "日本語", en: "英語", zh: "中国語" };

export const comparedSettingsTexts: ComparedSettingsTexts = {
  setting: (name) => settingNameIn("ja", name),
  property: (name) => propertyNameIn("ja", name),
  inLanguage: (property, language) => `${property}（${languageName[language]}）`,
  thing: {
    field: named("フィールド"),
    option: named("選択肢"),
    mapping: named("コピー先"),
    view: named("一覧"),
    state: named("ステータス"),
    transition: named("アクション"),
    graph: named("グラフ"),
    action: named("アプリアクション"),
    category: named("カテゴリー"),
    who: (name) => `「${name}」`,
    rule: (name) => (name === "" ? "すべてのレコード" : `条件「${name}」のレコード`),
    notification: named("通知"),
    plugin: named("プラグイン"),
    file: (name) => `「${name}」`,
    label: named("ラベル"),
    space: named("スペース（空白）"),
    line: named("罫線"),
    app: named("アプリID "),
    entry: (name) => `「${name}」`,
  },
  note: (thing, note) => `${thing}（${note}）`,
  who: {
    USER: "ユーザー",
    GROUP: "グループ",
    ORGANIZATION: "組織",
    FIELD_ENTITY: "フィールド",
    CUSTOM_FIELD: "ユーザーのカスタマイズ項目",
    CREATOR: "アプリ作成者",
  },
  fieldType: (type) => fieldTypeIn("ja", type),
  change: {
    added: "追加",
    removed: "削除",
    hidden: "設定内容が違います（秘密の情報を含むことがあるため、内容は表示しません）",
    changed: (before, after) => `${before} → ${after}`,
    moved: (before, after) => `位置の変更: ${before} → ${after}`,
  },
  place: (place) =>
    typeof place === "number"
      ? `${place}番目`
      : `${place.in === undefined ? "" : `「${place.in}」の中の`}${place.row}行目の${place.position}番目`,
  value: {
    yes: "はい",
    no: "いいえ",
    none: "（なし）",
    quoted: (text) => `「${text}」`,
    unknownContent: "（内容を確認できません）",
  },
  notCompared: (what, side, why) => `${what}: ${side}${why}`,
  part: (setting, part) => `${setting}（${part}）`,
  side: { before: "アーカイブでは", after: "比較先では" },
  unread: {
    "left-out": "バックアップの対象外でした。",
    "not-archived": "保存されていません。",
    "not-readable": "バックアップしたユーザーに閲覧権限がありませんでした。",
    failed: "バックアップのときに読み取れませんでした。",
    "not-given": "読み取るためのAPI（API Lab）が有効になっていません。",
  },
  languageName,
  verdict: {
    same: "アプリの設定に違いはありません。",
    differs: (differences) => `アプリの設定に違いがあります（${differences}件）。設定は変更していません。`,
    unsure: "比較できた設定に違いはありませんが、読み取れない設定がありました。",
  },
  screen: {
    heading: "設定",
    compare: "設定を比較する",
    underWay: "設定を比較しています…",
    search: "設定を検索",
    column: { setting: "設定", what: "違いのある項目" },
  },
  heading: {
    same: (settings) => `違いのない設定: ${settings.join("、")}`,
    notCompared: "比較していない設定:",
  },
};
