/** A sentence in the two languages in which the emulator answers; other languages get English. */
export interface Sentence {
  ja: string;
  en: string;
}

/** An error that kintone would answer, before it is put into a language. */
export class KintoneError extends Error {
  override name = "KintoneError";
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: Sentence,
    /** Per path into the input, as in `{"record.品番.value": …}`. */
    readonly errors?: Record<string, Sentence[]>,
  ) {
    super(`${code}: ${sentence.en}${errors ? ` ${Object.keys(errors).join(", ")}` : ""}`);
  }

  toJSON(language: string, id: string): Record<string, unknown> {
    const say = (sentence: Sentence) => (language === "ja" ? sentence.ja : sentence.en);
    return {
      code: this.code,
      id,
      message: say(this.sentence),
      ...(this.errors && {
        errors: Object.fromEntries(
          Object.entries(this.errors).map(([path, sentences]) => [path, { messages: sentences.map(say) }]),
        ),
      }),
    };
  }
}

const error = (status: number, code: string, ja: string, en: string): KintoneError =>
  new KintoneError(status, code, { ja, en });

// Codes, statuses and sentences: observed answers published in SonicGarden/kintone-emulator `doc/` (April 2026), unless noted.

export const invalidInput = (errors: Record<string, Sentence[]>): KintoneError =>
  new KintoneError(400, "CB_VA01", { ja: "入力内容が正しくありません。", en: "Missing or invalid input." }, errors);
export const invalidParameter = (path: string, ...sentences: Sentence[]): KintoneError =>
  invalidInput({ [path]: sentences });
/** Status UNCONFIRMED(illegal-request). */
export const illegalRequest = (): KintoneError => error(400, "CB_IL02", "不正なリクエストです。", "Illegal request.");
/** Status UNCONFIRMED(broken-json). */
export const invalidJson = (): KintoneError => error(400, "CB_IJ01", "不正なJSON文字列です。", "Invalid JSON string.");
export const notLoggedIn = (): KintoneError => error(401, "CB_AU01", "ログインしてください。", "Please login.");
export const passwordRefused = (): KintoneError =>
  error(
    401,
    "CB_WA01",
    "パスワード認証に失敗しました。「X-Cybozu-Authorization」の値が正しくありません。",
    "Password authentication failed. The value of X-Cybozu-Authorization is invalid.",
  );
export const noPermission = (): KintoneError => error(403, "CB_NO02", "権限がありません。", "No privilege to proceed.");
/** A token of another app or of none: 400 in captures of 2026, and 520 before (reported by users of the API). */
export const tokenMismatch = (): KintoneError =>
  error(
    400,
    "GAIA_IA02",
    "指定したAPIトークンは、APIの実行先アプリのAPIトークンと一致しません。",
    "The specified API token does not match the API token generated via an app.",
  );
/** Status UNCONFIRMED(token-cannot-run). */
export const tokenCannotRun = (): KintoneError =>
  error(
    403,
    "GAIA_NO01",
    "このAPIトークンでは、指定したAPIを実行できません。",
    "Using this API token, you cannot run the specified API.",
  );
export const appNotFound = (id: unknown): KintoneError =>
  error(
    404,
    "GAIA_AP01",
    `指定したアプリ（id: ${String(id)}）が見つかりません。削除されている可能性があります。`,
    `The app (ID: ${String(id)}) not found. The app may have been deleted.`,
  );
export const recordNotFound = (id: unknown): KintoneError =>
  error(
    404,
    "GAIA_RE01",
    `指定したレコード（id: ${String(id)}）が見つかりません。`,
    `The specified record (ID: ${String(id)}) is not found.`,
  );
export const fileNotFound = (key: string): KintoneError =>
  error(
    404,
    "GAIA_BL01",
    `指定したファイル（id: ${key}）が見つかりません。`,
    `The specified file (id: ${key}) not found.`,
  );
export const commentNotFound = (): KintoneError =>
  error(
    400,
    "GAIA_RE02",
    "指定したコメントが存在しません。削除された可能性があります。",
    "The specified comment does not exist. The comment may have been deleted.",
  );
/** kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`; status UNCONFIRMED(comments-off). */
export const commentsDisabled = (): KintoneError =>
  error(403, "GAIA_RE12", "コメント機能が無効になっています。", "Comment feature is disabled.");
/** Status UNCONFIRMED(comment-of-another). */
export const commentOfAnother = (id: number): KintoneError =>
  error(
    403,
    "GAIA_RE03",
    `コメント（id: ${id}）を削除できません。ほかのユーザーのコメントです。`,
    `Cannot delete the comment (ID: ${id}). The comment was posted by someone other than you.`,
  );
export const cursorNotFound = (id: string): KintoneError =>
  error(
    404,
    "GAIA_CN01",
    `指定したカーソル（id: ${id}）は存在しないか、有効期限が切れています。`,
    `The specified cursor (ID: ${id}) does not exist or has expired.`,
  );
export const tooManyCursors = (): KintoneError =>
  error(429, "GAIA_TM12", "作成できるカーソルの上限に達しています。", "The number of cursors has reached the limit.");
export const tooManyRequests = (): KintoneError =>
  error(
    429,
    "GAIA_TO04",
    "APIの同時リクエスト数が上限を超えています。",
    "The number of concurrent API requests exceeds the limit.",
  );
/** What is answered when the processing of requests is interrupted is written nowhere: status, code and sentence are UNCONFIRMED(requests-interrupted). */
export const interrupted = (): KintoneError =>
  error(
    429,
    "GAIA_TO04",
    "1日に実行できるAPIリクエスト数の上限を超えています。",
    "The number of API requests per day exceeds the limit.",
  );
/** The first endpoint with a rate limit (cybozu.dev api-updates/2026-11); code and sentence UNCONFIRMED(search-rate). */
export const tooOften = (): KintoneError =>
  error(429, "GAIA_TO05", "APIのレート制限を超えています。", "The rate limit of the API is exceeded.");
export const revisionConflict = (): KintoneError =>
  error(
    409,
    "GAIA_CO02",
    "指定したrevisionは最新ではありません。ほかのユーザーがレコードを更新した可能性があります。",
    "The revision is not the latest. Someone may update a record.",
  );
export const databaseLocked = (): KintoneError =>
  error(
    520,
    "GAIA_DA02",
    "データベースのロックに失敗したため、変更を保存できませんでした。時間をおいて再度お試しください。",
    "The changes could not be saved due to database lock failure. Please try again later.",
  );
export const inGuestSpace = (): KintoneError =>
  error(
    400,
    "GAIA_IL23",
    "ゲストスペース内のアプリを操作する場合は、リクエストのURLを「/k/guest/<スペースのID>/v1/...」の形式にしてください。",
    'To manipulate an app in a guest space, use the request URL of the form "/k/guest/<space ID>/v1/...".',
  );
/** Code and status UNCONFIRMED(not-in-guest-space); public clients treat it as the counterpart of GAIA_IL23. */
export const notInGuestSpace = (): KintoneError =>
  error(
    400,
    "GAIA_IL25",
    "指定したアプリは、指定したゲストスペース内に存在しません。",
    "The specified app does not exist in the specified guest space.",
  );
export const spaceNotFound = (id: unknown): KintoneError =>
  error(
    404,
    "GAIA_SP01",
    `指定したスペース（id: ${String(id)}）が見つかりません。`,
    `The specified space (ID: ${String(id)}) is not found.`,
  );
export const limitTooLarge = (): KintoneError =>
  error(400, "GAIA_QU01", "limit には 500 以下の値を指定してください。", "limit must be 500 or less.");
export const offsetTooLarge = (): KintoneError =>
  error(400, "GAIA_QU02", "offset には 10,000 以下の値を指定してください。", "offset must be 10,000 or less.");
export const operatorNotAllowed = (field: string, operator: string): KintoneError =>
  error(
    400,
    "GAIA_IQ03",
    `${field}フィールドのフィールドタイプには演算子${operator}を使用できません。`,
    `Operator ${operator} cannot be used with the field type of field ${field}.`,
  );
export const operatorNotAllowedInTable = (field: string, operator: string): KintoneError =>
  error(
    400,
    "GAIA_IQ07",
    `テーブルに設定している場合、${field}フィールドのフィールドタイプには、演算子${operator}を使用できません。`,
    `Operator ${operator} cannot be used with the field type of field ${field} in a table.`,
  );
/** A choice or a state that the field does not have (measured, rex0220/kintone-sql-tools); the English sentence is our own. */
export const queriedOptionNotFound = (field: string, option: string): KintoneError =>
  error(
    400,
    "GAIA_IQ10",
    `フィールド「${field}」の項目に「${option}」は存在しません。`,
    `"${option}" does not exist in the options of the field "${field}".`,
  );
/** Measured, rex0220/kintone-sql-tools; the English sentence is our own. */
export const notSortable = (field: string): KintoneError =>
  error(
    400,
    "GAIA_IS02",
    `「${field}」フィールドはソート条件に使用できません。`,
    `The field "${field}" cannot be used for sorting.`,
  );
export const queriedFieldNotFound = (field: string): KintoneError =>
  error(
    400,
    "GAIA_IQ11",
    `指定されたフィールド（${field}）が見つかりません。`,
    `Specified field (${field}) not found.`,
  );
export const invalidDayOfMonth = (value: string): KintoneError =>
  error(
    400,
    "GAIA_IQ23",
    `指定した日にち（${value}）は無効です。1から31までの整数で指定します。`,
    `The specified day (${value}) is invalid. Specify an integer from 1 to 31.`,
  );
export const invalidUnit = (): KintoneError =>
  error(
    400,
    "GAIA_IQ25",
    "FROM_TODAY()の第2引数には、「DAYS」「WEEKS」「MONTHS」「YEARS」のいずれかを指定します。",
    "The second argument of FROM_TODAY() must be one of DAYS, WEEKS, MONTHS and YEARS.",
  );
export const invalidArguments = (): KintoneError =>
  error(400, "GAIA_IL08", "クエリの指定が不正です。", "The specified query is invalid.");
export const relatedRecordsMisused = (field: string): KintoneError =>
  error(
    400,
    "GAIA_IR02",
    `フィールド「${field}」に指定したクエリが正しくありません。指定したクエリは、関連レコード一覧フィールドでのみ使用できます。`,
    `The query for the field "${field}" is invalid. It can be used with related records fields only.`,
  );
export const userNotFound = (code: string): KintoneError =>
  error(
    400,
    "GAIA_IL26",
    `指定したユーザー（code：${code}）が見つかりません。`,
    `The specified user (code：${code}) not found.`,
  );
export const organizationNotFound = (code: string): KintoneError =>
  error(
    400,
    "GAIA_IL28",
    `指定した組織（code：${code}）が見つかりません。`,
    `The organization (code: ${code}) not found.`,
  );
/** Number UNCONFIRMED(group-not-found): between the codes for users and for organizations. */
export const groupNotFound = (code: string): KintoneError =>
  error(
    400,
    "GAIA_IL27",
    `指定したグループ（code：${code}）が見つかりません。`,
    `The group (code: ${code}) not found.`,
  );
export const lookupNotFound = (field: string, value: string): KintoneError =>
  error(
    400,
    "GAIA_LO04",
    `フィールド「${field}」の値「${value}」が、ルックアップの参照先のフィールドにないか、またはアプリやフィールドの閲覧権限がありません。`,
    `A value ${value} in the field ${field} does not exist in the datasource app for lookup, or you do not have permission to view the app or the field.`,
  );
export const statusChangeFailed = (): KintoneError =>
  error(
    400,
    "GAIA_IL03",
    "ステータスの変更に失敗しました。ほかのユーザーがステータス、またはステータスの設定を変更した可能性があります。",
    "Failed to update the status. The settings or the status itself may have been changed by someone.",
  );
export const processDisabled = (): KintoneError =>
  error(
    400,
    "GAIA_ST02",
    "操作に失敗しました。プロセス管理機能が無効化されています。",
    "Your request failed. The process management feature has been disabled.",
  );
/** Status UNCONFIRMED(not-assignee). */
export const notAssignee = (): KintoneError =>
  error(
    400,
    "GAIA_NT01",
    "ステータスの変更に失敗しました。作業者だけがステータスを変更できます。",
    "Only Assignee can change the status.",
  );
/** kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`. */
export const assigneeRequired = (): KintoneError =>
  error(400, "GAIA_SA01", "作業者を指定してください。", "Assignee is required.");
/** kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`. */
export const assigneeNotAllowed = (): KintoneError =>
  error(
    400,
    "GAIA_SA04",
    "ステータスの更新に失敗しました。このアクションでは作業者を指定できません。",
    "Failed to update status. Assignee cannot be specified by the action.",
  );
/** kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`. */
export const viewNameMismatch = (key: string, name: string): KintoneError =>
  error(
    400,
    "GAIA_IN01",
    `一覧の更新に失敗しました。キー ${key} が、nameパラメーターの値 ${name} と一致しません。`,
    `Failed to update view. Key ${key} does not match the value of ${name} in the name parameter.`,
  );
/** Code and status as a public project has them (kintone-migrator); the sentences are our own. UNCONFIRMED(maintenance-mode). */
export const underMaintenance = (): KintoneError =>
  error(403, "GAIA_NO02", "アプリはメンテナンス中です。", "The app is in maintenance mode.");
/** Measured, cy-takeuchi/monosashi; status and the English sentence UNCONFIRMED(builtin-view-stays). */
export const builtinViewStays = (name: string): KintoneError =>
  error(
    400,
    "GAIA_IL44",
    `「${name}」は自動作成された一覧のため、削除できません。`,
    `"${name}" was created automatically and cannot be deleted.`,
  );
/** Status UNCONFIRMED(field-not-editable). */
export const fieldNotEditable = (code: string): KintoneError =>
  error(
    403,
    "GAIA_FU01",
    `フィールド「${code}」の編集権限がありません。`,
    `Edit permissions are required to edit field "${code}".`,
  );
/** A field whose value only kintone gives; `type` is kintone's inner name (measured; English: kintone-labs/kintone-js-sdk). */
export const valueNotSettable = (type: string): KintoneError =>
  error(
    400,
    "GAIA_UN10",
    `${type}型のフィールドに値を設定することはできません。`,
    `Cannot update field whose type is ${type}.`,
  );
/** Measured, as `valueNotSettable`; the English sentence is our own. */
export const categoryNotSettable = (): KintoneError =>
  error(
    400,
    "GA_UO01",
    "APIでは次の操作はできません：カテゴリーの値の編集",
    "The API cannot do the following: edit the values of categories.",
  );
/** kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`; status UNCONFIRMED(system-value-needs-manager). */
export const systemValueNeedsManager = (type: string): KintoneError =>
  error(
    403,
    "GAIA_BF02",
    `「${type}」フィールドの値を指定してレコードを登録するには、アプリの管理権限が必要です。`,
    `App permissions are required to add records with specifying a value in the "${type}" field.`,
  );
/** kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`; status UNCONFIRMED(update-key-not-found). */
export const updateKeyNotFound = (): KintoneError =>
  error(
    404,
    "GAIA_RE20",
    "「updateKey」に指定した条件にあてはまるレコードがありません。",
    'No records match the conditions specified in the "updateKey" field.',
  );
/** kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`. */
export const updateKeyNotUnique = (field: string): KintoneError =>
  error(
    400,
    "GAIA_IQ27",
    `レコードの更新に失敗しました。「updateKey」に指定するフィールド（code: ${field}）には「値の重複を禁止する」を設定してください。`,
    `Failed to update record. The field (code: ${field}) set as "updateKey" must be set to "Prohibit duplicate values".`,
  );
/** Two records of one request with one key (measured, rex0220/kintone-sql-tools); the English sentence is our own. */
export const updateKeyTwice = (): KintoneError =>
  error(
    400,
    "GAIA_IQ28",
    "「updateKey」に指定した条件にあてはまるレコードが重複しています。",
    'The records that match the conditions specified in the "updateKey" field are duplicated.',
  );
/** The second sentence is our own in English. */
export const lookupKeyNotUnique = (): KintoneError =>
  error(
    400,
    "GAIA_LO03",
    "ルックアップの参照先から値をコピーできません。「コピー元のフィールド」に指定したフィールドの設定で「値の重複を禁止する」を選択しておく必要があります。",
    'The values of the lookup cannot be copied. The key field must be set to "Prohibit duplicate values".',
  );
/** kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`. */
export const settingsConflict = (appId: number): KintoneError =>
  error(
    409,
    "GAIA_CO03",
    `指定したrevisionは最新ではありません。ほかのユーザーがアプリの設定（id: ${appId}）を更新した可能性があります。`,
    `The revision is not the latest. Someone may update the app settings (ID: ${appId}).`,
  );
export const fieldCodeNotFound = (code: string): KintoneError =>
  error(
    400,
    "GAIA_FC01",
    `指定されたフィールド（code: ${code}）が見つかりません。`,
    `The field (code: ${code}) not found.`,
  );
/** Settings are refused while an app is deployed; code and status are UNCONFIRMED(being-deployed). */
export const beingDeployed = (): KintoneError =>
  error(
    409,
    "GAIA_AP15",
    "アプリの設定を運用環境に反映中のため、処理を実行できません。",
    "The settings cannot be changed while the app is being deployed.",
  );
/** The English sentence is our own. */
export const badFormula = (label: string, reason: Sentence): KintoneError =>
  error(
    400,
    "GAIA_IL01",
    `フィールド「${label}」の計算式が正しくありません。(エラーの内容：${reason.ja})`,
    `The formula of the field "${label}" is invalid. (Error: ${reason.en})`,
  );
/** Code and sentence UNCONFIRMED(plugin-refusals). */
export const pluginRefused = (reason: Sentence): KintoneError => new KintoneError(400, "GAIA_PL01", reason);
export const pluginNotFound = (id: string): KintoneError =>
  error(404, "GAIA_PL18", `プラグイン（id: ${id}）が見つかりません。`, `The plug-in (ID: ${id}) is not found.`);

// Sentences that stand below a path in `errors`.
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
