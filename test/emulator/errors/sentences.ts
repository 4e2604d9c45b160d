import type { Sentence } from "./kintone-error";

/** Sentences that stand below a path in `errors`. */
export const sentences = {
  required: { ja: "必須です。", en: "Required." },
  requiredParameter: { ja: "必須です。", en: "Required field." },
  atLeast: (least: number | string) => ({
    ja: `最小でも${least}以上です。`,
    en: `must be greater than or equal to ${least}`,
  }),
  atMost: (most: number | string) => ({ ja: `最大でも${most}以下です。`, en: `must be less than or equal to ${most}` }),
  sizeBetween: (least: number, most: number) => ({
    ja: `要素の数は${least}から${most}までにしてください。`,
    en: `size must be between ${least} and ${most}`,
  }),
  firstAssignee: {
    ja: "先頭のステータスでは、作業者は空、またはレコードの作成者フィールドを指定します。",
    en: "The assignee of the first status must be empty or the field of the record's creator.",
  },
  notBoolean: { ja: "真偽値でなければなりません。", en: "must be boolean." },
  appTwice: { ja: "アプリIDが重複しています。", en: "App ID is duplicated." },
  appName: { ja: "名前は1文字から64文字までにしてください。", en: "Name must be between 1 and 64 characters." },
  integer: { ja: "整数で指定してください。", en: "Enter an integer value." },
  wrongShape: { ja: "不正な値です。", en: "invalid value." },
  notInEnum: { ja: "Enum値のいずれかでなければなりません。", en: "must be one of the enum value" },
  badQuery: { ja: "クエリ記法が間違っています。", en: "unsupported query format" },
  duplicate: { ja: "値がほかのレコードと重複しています。", en: "This value already exists in another record." },
  tooManyDigits: { ja: "有効桁数を超えています。", en: "The number of digits exceeds the maximum allowed." },
  updateKeyInRecord: {
    ja: "「updateKey」に指定したフィールドの値は更新できません。",
    en: 'The value of the field specified in "updateKey" cannot be updated.',
  },
  notANumber: { ja: "数字でなければなりません。", en: "Only numbers are allowed." },
  notADate: { ja: "日付の形式が正しくありません。", en: "The date format is invalid." },
  notATime: { ja: "時刻の形式が正しくありません。", en: "The time format is invalid." },
  notADateTime: { ja: "日時の形式が正しくありません。", en: "The date and time format is invalid." },
  badUrl: {
    ja: "URL の形式が正しくありません。",
    en: "The URL format is invalid.",
  },
  shorterThan: (length: number) => ({
    ja: `${length}文字より短くなければなりません。`,
    en: `Enter less than ${length} characters.`,
  }),
  longerThan: (length: number) => ({
    ja: `${length}文字より長くなければなりません。`,
    en: `Enter more than ${length} characters.`,
  }),
  valueAtMost: (value: string) => ({
    ja: `${value}以下である必要があります。`,
    en: `The value must be ${value} or less.`,
  }),
  valueAtLeast: (value: string) => ({
    ja: `${value}以上である必要があります。`,
    en: `The value must be ${value} or more.`,
  }),
  notAnOption: (value: string) => ({
    ja: `"${value}"は選択肢にありません。`,
    en: `The value, "${value}", is not in options.`,
  }),
  addAtMost: (most: number) => ({
    ja: `一度に${most}件までのレコードを追加できます。`,
    en: `A maximum of ${most} records can be added at one time.`,
  }),
  updateAtMost: (most: number) => ({
    ja: `一度に${most}件までのレコードを更新できます。`,
    en: `A maximum of ${most} records can be updated at one time.`,
  }),
  deleteBetween: (least: number, most: number) => ({
    ja: `一度に${least}件から${most}件までのレコードを削除できます。`,
    en: `Between ${least} and ${most} records can be deleted at one time.`,
  }),
} satisfies Record<string, Sentence | ((...values: never[]) => Sentence)>;
