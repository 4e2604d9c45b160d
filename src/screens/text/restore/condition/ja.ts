import type { ConditionMessages } from "./messages";

export const condition: ConditionMessages = {
  locale: "ja",
  expected: {
    field: "フィールドコード",
    operator: "演算子（=、in など）",
    value: '「"」で囲んだ値、または数値',
    list: "かっこで囲んだ値のリスト",
    "list-end": "「,」または閉じかっこ",
    argument: "関数の引数",
    empty: "「empty」",
    number: "数値",
    "group-end": "閉じかっこ",
    "and-or": "「and」または「or」",
    end: "条件の終わり",
  },
  end: "終わり",
  at: (sentence, position) => `${sentence}（${position}文字目）`,
  problem: {
    UNEXPECTED: ({ found }, _type, expected) => `${found}の位置には、${expected}が必要です。`,
    UNFINISHED_TEXT: () => '文字列を閉じる「"」がありません。',
    CONTROL_CHARACTER: () => String.raw`文字列に改行やタブがそのまま入っています。\n や \t と書いてください。`,
    UNKNOWN_ESCAPE: ({ found }) =>
      String.raw`${found}という書き方はありません。「\」そのものは「\\」と書いてください。`,
    TOO_DEEP: ({ max }) => `かっこの入れ子が${max}段を超えています。`,
    UNKNOWN_FIELD: ({ field }) => `アーカイブのフォームに、フィールドコード「${field}」のフィールドはありません。`,
    FIELD_NOT_IN_USE: ({ field }) => `「${field}」は、アーカイブのアプリでは使われていません。`,
    TYPE_NOT_SEARCHABLE: ({ field }, type) => `「${field}」（${type}）は条件に使えません。`,
    RELATED_RECORDS: ({ field }) => `「${field}」は関連レコードのため、アーカイブに値がなく、条件に使えません。`,
    OPERATOR_NOT_FOR_TYPE: ({ field, operator, operators }, type) =>
      `「${field}」（${type}）には「${operator}」を使えません。使える演算子: ${operators.join("、")}`,
    OPERATOR_NOT_IN_TABLE: ({ field, operator, operators }) =>
      `「${field}」はテーブルの中にあるため「${operator}」を使えません。使える演算子: ${operators.join("、")}`,
    UNKNOWN_FUNCTION: ({ function: name }) => `${name}() という関数はありません。`,
    FUNCTION_NOT_FOR_TYPE: ({ function: name, field }, type) => `${name}() は「${field}」（${type}）には使えません。`,
    FUNCTION_ARGUMENTS: ({ function: name }) => `${name}() の引数が正しくありません。`,
    NEEDS_ORGANIZATION: ({ function: name }) => `優先する組織はアーカイブに入っていないため、${name}() は使えません。`,
    NEEDS_LOGIN_USER: ({ function: name }) => `ログインしているユーザーがいないため、${name}() は使えません。`,
    FILE_CONTENTS: ({ field }) => `「${field}」のファイルの中身は検索できません。`,
    CALCULATED_TIME: ({ field }) => `「${field}」は日時の計算結果のため、条件に使えません。`,
    UNKNOWN_OPTION: ({ field, value }) => `アーカイブの「${field}」に、選択肢「${value}」はありません。`,
    VALUE_NOT_UNDERSTOOD: ({ field, value }, type) =>
      `「${value}」は「${field}」（${type}）の値として正しくありません。`,
    EMPTY_HAS_NO_ORDER: ({ operator }) => `「${operator}」は空の値との比較には使えません。`,
    NO_KEYWORD: ({ value }) => `「${value}」には検索できる文字がありません。`,
    TOO_MANY_KEYWORDS: ({ max }) => `一度に検索できるキーワードは${max}個までです。`,
    VALUE_MISSING: ({ field, record }) =>
      `アーカイブのレコード（ID ${record}）に「${field}」の値がありません。バックアップの対象外か、バックアップしたユーザーに閲覧する権限がありませんでした。`,
  },
};
