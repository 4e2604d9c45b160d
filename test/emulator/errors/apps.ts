// Of apps, their spaces, settings and plug-ins.

import { error, KintoneError, type Sentence } from "./kintone-error";

export const appNotFound = (id: unknown): KintoneError =>
  error(
    404,
    "GAIA_AP01",
    `指定したアプリ（id: ${String(id)}）が見つかりません。削除されている可能性があります。`,
    `The app (ID: ${String(id)}) not found. The app may have been deleted.`,
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
