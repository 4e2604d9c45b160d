// Of what stands in a record.

import { error, type KintoneError } from "./kintone-error";

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
/** The second sentence is our own in English. */
export const lookupKeyNotUnique = (): KintoneError =>
  error(
    400,
    "GAIA_LO03",
    "ルックアップの参照先から値をコピーできません。「コピー元のフィールド」に指定したフィールドの設定で「値の重複を禁止する」を選択しておく必要があります。",
    'The values of the lookup cannot be copied. The key field must be set to "Prohibit duplicate values".',
  );
