// Of process management.

import { error, type KintoneError } from "./kintone-error";

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
