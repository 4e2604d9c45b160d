// Of queries and cursors.

import { error, type KintoneError } from "./kintone-error";

export const cursorNotFound = (id: string): KintoneError =>
  error(
    404,
    "GAIA_CN01",
    `指定したカーソル（id: ${id}）は存在しないか、有効期限が切れています。`,
    `The specified cursor (ID: ${id}) does not exist or has expired.`,
  );
export const tooManyCursors = (): KintoneError =>
  error(429, "GAIA_TM12", "作成できるカーソルの上限に達しています。", "The number of cursors has reached the limit.");
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
