// Of records, their comments and files.

import { error, type KintoneError } from "./kintone-error";

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
export const revisionConflict = (): KintoneError =>
  error(
    409,
    "GAIA_CO02",
    "指定したrevisionは最新ではありません。ほかのユーザーがレコードを更新した可能性があります。",
    "The revision is not the latest. Someone may update a record.",
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
